"""What assess() reads, gathered for many patients in a fixed number of statements."""

from datetime import UTC, date, datetime, timedelta

import cast
import make
import pytest
from statements import statements

from recovery.actions.note_look import note_summary_opened
from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.caseload import caseload
from recovery.records.facts import standing_of
from recovery.records.people import Person

DAY = timedelta(days=1)


def row_of(*people, now=cast.NOW):
    return caseload([db.session.get(Person, each) for each in people], now)


@pytest.fixture
def asha(context, people):
    """asha() is her row at NOW."""
    return lambda now=cast.NOW: row_of(people.asha, now=now)[0]


def ticked(*keys):
    return answer_from(list(keys), {})


def test_nothing_recorded_is_nothing_known(asha):
    row = asha()
    assert (row.facts.last_entry_on, row.facts.signs, row.figures, row.unread_note) == (None, (), {}, "")


def test_the_newest_day_with_any_entry_counts(asha, people):
    make.check_in(people.asha, on=cast.TODAY - 3 * DAY, back_pain_average=3)
    assert asha().facts.last_entry_on == cast.TODAY - 3 * DAY
    make.session(people.asha, on=cast.TODAY - 2 * DAY, note="Done")
    assert asha().facts.last_entry_on == cast.TODAY - 2 * DAY
    make.not_well(people.asha, on=cast.TODAY - DAY)
    assert asha().facts.last_entry_on == cast.TODAY - DAY


def test_every_ticked_sign_is_open_however_old_and_whatever_follows(asha, people):
    make.check_in(people.asha, on=cast.TODAY - 60 * DAY, warning_signs=ticked("chest-pain"))
    make.check_in(people.asha, on=cast.TODAY - DAY, warning_signs=ticked("calf-sore-swollen"))
    make.check_in(people.asha, warning_signs=ticked(), back_pain_average=1)
    assert {each.sign.key for each in asha().facts.signs} == {"chest-pain", "calf-sore-swollen"}


def test_the_patients_own_zone_decides_today(people, context):
    zones = ("Pacific/Auckland", "Europe/London", "Pacific/Pago_Pago")
    patients = [make.patient(people.clinic, "Nia", f"Cole{zone}", zone=zone) for zone in zones]
    for each in patients:
        make.episode(each)
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert [row.today for row in row_of(*patients, now=late)] == [
        date(2026, 11, 23),
        date(2026, 11, 22),
        date(2026, 11, 22),
    ]
    early = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
    assert [row.today for row in row_of(*patients, now=early)][2] == date(2026, 11, 21)


def test_a_note_is_unread_until_somebody_in_care_opened_the_summary_after_it(asha, people):
    make.check_in(people.asha, note="Slept badly")
    assert asha().unread_note == "Slept badly"
    note_summary_opened(make.actor(people.ben), people.asha, cast.NOW + timedelta(minutes=1))
    assert asha().unread_note == ""
    make.check_in(people.asha, note="Better now", now=cast.NOW + timedelta(minutes=2))
    assert asha().unread_note == "Better now"


def test_an_answered_call_is_known_by_the_patients_own_day(asha, people):
    called = cast.NOW - 2 * DAY
    make.call(people.asha_episode, people.ben, at=called)
    make.call(people.asha_episode, people.ben, at=cast.NOW - DAY, is_answered=False)
    assert asha().facts.last_answered_call_on == called.date()


def test_a_patient_without_an_episode_stands_on_no_list(people, context):
    nia = make.patient(people.clinic, "Nia", "Cole")
    assert [row.person.given_name for row in row_of(nia, people.asha)] == ["Asha"]
    both = standing_of([db.session.get(Person, each) for each in (nia, people.asha)], cast.NOW)
    assert [each.name for each in both] == ["Asha Rao"]


def test_the_statements_are_the_same_for_one_patient_and_for_twelve(people, context):
    def asked(*who):
        found = [db.session.get(Person, each) for each in who]
        with statements() as sent:
            caseload(found, cast.NOW)
        return len(sent)

    many = [make.patient(people.clinic, "Nia", f"Cole{number}") for number in range(12)]
    for each in many:
        make.plan(make.episode(each), people.ben)
        make.check_in(each, back_pain_average=3, note="A note")
        make.session(each, note="Done")
    db.session.remove()
    one = asked(people.asha)
    db.session.remove()
    assert asked(people.asha, *many) == one


def test_what_was_decided_about_a_sign_comes_with_it(asha, people):
    entry = make.check_in(people.asha, warning_signs=ticked("chest-pain", "calf-sore-swollen"))
    make.sign_outcome(entry, "chest-pain", people.ben, SignOutcome.CALLED_NO_ANSWER)
    make.sign_outcome(entry, "chest-pain", people.ben, SignOutcome.SPOKE)
    decided = {each.sign.key: each.outcomes for each in asha().facts.signs}
    assert decided == {
        "chest-pain": (SignOutcome.CALLED_NO_ANSWER, SignOutcome.SPOKE),
        "calf-sore-swollen": (),
    }
