"""What the demo's people have done before anybody signs in: each through the action that a clinic's own would take."""

from uuid import uuid4

from recovery.domain.access import Actor


def _somebody(name: str) -> Actor:
    from recovery.records.people import person_signing_in

    person = person_signing_in(f"{name}@demo.example")
    if person is None:
        raise RuntimeError(f"the demo has no {name}")
    return person.as_actor()


def approve() -> None:
    """The document, the usual ranges and the rules of the worklist, in the lead's name."""
    from recovery import clock
    from recovery.actions.approve_passage import approve_passage
    from recovery.actions.approve_ranges import approve_ranges
    from recovery.actions.import_document import import_document
    from recovery.actions.sign_off_thresholds import sign_off_thresholds
    from recovery.content.expected_course import shipped_course
    from recovery.content.shipped import shipped_document
    from recovery.domain.thresholds import Thresholds
    from recovery.records.documents import passages_of

    lead = _somebody("lead")
    imported = import_document(lead, shipped_document(), clock.now())
    for passage_id in passages_of(imported.version_id):
        approve_passage(lead, passage_id, clock.now())
    approve_ranges(lead, shipped_course().source, clock.now())
    sign_off_thresholds(lead, Thresholds().signed_off(), 0, clock.now())


def guide_one_patient() -> None:
    """Advice of the physiotherapist in the place of a passage, and two passages that the patient read."""
    from recovery import clock
    from recovery.actions.pin_advice import NewAdvice, pin_advice
    from recovery.actions.read_passage import read_passage
    from recovery.content.demo_notes import ADVICE, ADVICE_ABOUT, HAS_READ
    from recovery.records.guidance import approved_passages

    reader, author, now = _somebody("discectomy"), _somebody("physio"), clock.now()
    passages = {each.heading: each.id for each in approved_passages(reader.clinic_id)}
    pin_advice(author, reader.id, NewAdvice(uuid4(), ADVICE, passages[ADVICE_ABOUT]), now)
    for heading in HAS_READ:
        read_passage(reader, passages[heading], now)
