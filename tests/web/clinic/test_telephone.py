"""A check-in by telephone says who wrote it; a ticked sign beats every error there too. An entry can be moved."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
from moment import TODAY
from sqlalchemy import select

from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow
from recovery.records.plans import plans_of
from recovery.records.sessions import session_entries
from recovery.records.signs import signs_of


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def tell(ben, people):
    def sent(**values):
        form = ben.get(f"/patients/{people.asha}/check-ins/new").fields(f"/patients/{people.asha}/check-ins")
        return ben.post(f"/patients/{people.asha}/check-ins", {**form, "client_id": str(uuid4()), **values})

    return sent


def count(app) -> int:
    with app.app_context():
        return len(db.session.scalars(select(EntryRow)).all())


def test_both_sides_read_who_wrote_it_down(app, visit, people, ben, tell):
    assert tell(back_pain_average="4", walking_minutes="15").status == 303
    assert "Written down by Ben Okoro, by telephone." in ben.get(f"/patients/{people.asha}").words
    progress = visit(people.asha).get("/progress").words
    assert "Back pain 4" in progress
    assert "Written down by Ben Okoro, by telephone." in progress
    with app.app_context():
        assert db.session.scalars(select(CheckInRow.author_id)).one() == people.ben


def test_the_patients_own_entry_names_nobody(visit, people, ben):
    visit(people.asha).record(back_pain_average="4")
    assert "Written down by" not in ben.get(f"/patients/{people.asha}").words


def test_a_ticked_sign_says_at_once_what_to_tell_the_patient(app, people, ben, tell):
    answer = tell(warning_signs="calf-sore-swollen", back_pain_average="4")
    assert "Tell Asha Rao now" in answer.words
    assert "“Call your team today.”" in answer.words
    assert "The check-in is saved." in answer.words
    assert "Warning sign:" in ben.get("/caseload").words


def test_a_ticked_sign_is_saved_even_when_the_rest_cannot_be(app, people, tell):
    answer = tell(warning_signs="numb-between-legs", walking_minutes="lots")
    assert "“Call 999 now.”" in answer.words
    assert "The other answers could not be taken" in answer.words
    with app.app_context():
        assert len(signs_of([people.asha_episode])[people.asha_episode]) == 1


def test_bad_input_keeps_what_was_typed(app, tell):
    answer = tell(back_pain_average="4", walking_minutes="lots")
    assert answer.status == 422
    assert answer.page.find("input", {"name": "walking_minutes"})["value"] == "lots"
    assert count(app) == 0


def test_the_same_form_sent_again_is_the_same_entry(app, people, ben):
    address = f"/patients/{people.asha}/check-ins"
    sent = {"client_id": str(uuid4()), "back_pain_average": "4", "recorded_on": TODAY.isoformat()}
    assert [ben.post(address, sent).status for _ in range(3)] == [303] * 3
    assert count(app) == 1
    clash = ben.post(address, {**sent, "back_pain_average": "5"})
    assert (clash.status, "saved before, with other answers" in clash.words) == (409, True)


def test_another_physiotherapist_cannot_record_for_her(app, visit, people):
    for who in (people.cleo, people.eli, people.lena):
        assert visit(who).post(f"/patients/{people.asha}/check-ins", {"back_pain_average": "4"}).status == 404
    assert count(app) == 0


@pytest.fixture
def both(app, people):
    """Ben cares for Dev, too."""
    with app.app_context():
        make.care_link(people.dev, people.ben)


def move(ben, people, entry, *, to=None, why="Wrong line"):
    return ben.post(f"/patients/{people.asha}/entries/{entry}/move", {"to": str(to or people.dev), "why": why})


def test_a_moved_entry_stands_in_the_other_record_and_both_keep_the_trace(app, people, ben, tell, both):
    tell(back_pain_average="7", note="Slept badly")
    with app.app_context():
        entry = db.session.scalars(select(EntryRow.id)).one()
    asked = ben.get(f"/patients/{people.asha}/entries/{entry}/move")
    assert "Dev Patel, born 14 Mar 1961" in asked.words
    assert move(ben, people, entry).status == 303
    hers, his = ben.get(f"/patients/{people.asha}").words, ben.get(f"/patients/{people.dev}").words
    assert "Slept badly" not in hers
    assert "The check-in of 22 November 2026 was made for the wrong patient and moved away Wrong line" in hers
    assert "Dev" not in hers
    assert "Slept badly" in his
    assert "was moved here; it had been made for the wrong patient" in his
    assert "Written down by Ben Okoro" in his
    with app.app_context():
        assert db.session.get(EntryRow, entry).taken_back_at is not None
    assert move(ben, people, entry).status == 404


def test_a_patient_never_reads_whose_record_a_moved_entry_stood_in_before(app, people, ben, both, visit):
    with app.app_context():
        entry = make.check_in(people.asha, note="Slept badly")
    move(ben, people, entry)
    dev = visit(people.dev)
    with app.app_context():
        moved = db.session.scalars(select(EntryRow.id).where(EntryRow.patient_id == people.dev)).one()
    pages = (dev.get("/progress"), dev.get(f"/entries/{moved}"), ben.get(f"/patients/{people.dev}"))
    for page in pages:
        assert "Slept badly" in page.words
        assert "Written down by" not in page.words
        assert "Asha" not in page.words


def test_a_sign_in_a_moved_entry_stays_listed_with_both(app, people, ben, tell, both):
    tell(warning_signs="calf-sore-swollen")
    with app.app_context():
        entry = db.session.scalars(select(EntryRow.id)).one()
    move(ben, people, entry)
    with app.app_context():
        signs = signs_of([people.asha_episode, people.dev_episode])
        assert {episode: [sign.is_open for sign in found] for episode, found in signs.items()} == {
            people.asha_episode: [True],
            people.dev_episode: [True],
        }


def test_a_moved_therapy_session_keeps_its_exercises_by_name(app, people, ben, both):
    with app.app_context():
        first = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions[0]
        done = UnitDone(Unit(first.id, 1), Outcome.DONE)
        entry = make.session(people.asha, units=(done,), effort=3)
    assert move(ben, people, entry).status == 303
    with app.app_context():
        content = session_entries(people.dev_episode, TODAY)[0].content
        assert (content.units, [extra.name for extra in content.extras], content.effort) == ((), [first.name], 3)


def test_an_entry_moves_only_between_patients_in_ones_own_care(app, visit, people, ben):
    with app.app_context():
        entry = make.check_in(people.asha, back_pain_average=4)
    answer = move(ben, people, entry)
    assert answer.status == 422
    assert "Choose the patient it was meant for" in answer.words
    assert move(visit(people.cleo), people, entry).status == 404


def test_a_day_outside_the_other_recovery_is_said(app, people, ben, both):
    with app.app_context():
        entry = make.check_in(people.asha, on=TODAY - timedelta(days=100), back_pain_average=4)
        make.episode(people.dev, day=2, status="paused")
    answer = move(ben, people, entry)
    assert answer.status == 422
    assert "lies outside the recovery of this patient" in answer.words
