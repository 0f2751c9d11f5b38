"""Undone within ten minutes as if never sent, else taken back and marked. What was taken back counts nowhere."""

from datetime import timedelta
from uuid import uuid4

import cast
import make
import pytest
from progress_page import ago
from sqlalchemy import func, select

from recovery.actions.correct_entry import Correction, NoSuchEntry, correct_entry, take_back_entry
from recovery.actions.record_check_in import record_check_in, record_signs_alone
from recovery.actions.record_entry import NotRecorded, Reason, Recorded
from recovery.actions.record_session import record_session
from recovery.domain.access import Refused
from recovery.domain.adherence import adherence_over
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Withdrawal
from recovery.domain.therapy import Outcome, TherapySession, Unit, UnitDone
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.entries import EntryRow, last_entry_days
from recovery.records.entry_versions import entry_versions
from recovery.records.episodes import current_episode
from recovery.records.facts import facts_of_one
from recovery.records.plans import plans_of
from recovery.records.record import record_of
from recovery.records.signs import signs_of

pytestmark = pytest.mark.usefixtures("context")
MINUTE = timedelta(minutes=1)
CALF = answer_from(["calf-sore-swollen"], {})


@pytest.fixture
def asha(people):
    return make.actor(people.asha)


def count(table=EntryRow):
    return db.session.scalar(select(func.count()).select_from(table))


def record(people):
    return record_of(people.asha_episode, ago(20))


@pytest.mark.parametrize(
    ("minutes", "withdrawal"), [(0, Withdrawal.UNDONE), (10, Withdrawal.UNDONE), (11, Withdrawal.TAKEN_BACK)]
)
def test_for_ten_minutes_it_is_undone_and_then_taken_back(people, asha, minutes, withdrawal):
    entry = make.check_in(people.asha, back_pain_average=3)
    assert take_back_entry(asha, entry, cast.NOW + minutes * MINUTE) is withdrawal
    is_readable = withdrawal is Withdrawal.TAKEN_BACK
    assert bool(entry_versions(people.asha_episode, entry)) is is_readable
    assert [each.id for each in record(people).entries] == ([entry] if is_readable else [])


def test_a_ticked_sign_is_taken_back_and_never_undone(people, asha):
    entry = make.check_in(people.asha, warning_signs=CALF)
    assert take_back_entry(asha, entry, cast.NOW) is Withdrawal.TAKEN_BACK


def test_sent_again_it_is_the_same_answer_and_one_audit_row(people, asha):
    entry = make.check_in(people.asha, back_pain_average=3)
    take_back_entry(asha, entry, cast.NOW + MINUTE)
    before = count(AuditRow)
    assert take_back_entry(asha, entry, cast.NOW + 30 * MINUTE) is Withdrawal.UNDONE
    assert count(AuditRow) == before
    assert db.session.get(EntryRow, entry).taken_back_at == cast.NOW + MINUTE


def test_what_is_not_the_patients_own_cannot_be_taken_back(people, asha):
    theirs = make.check_in(people.dev, back_pain_average=3)
    moved = make.check_in(people.asha, back_pain_average=3)
    db.session.get(EntryRow, moved).withdrawal = Withdrawal.MOVED
    db.session.commit()
    for strange in (theirs, moved, uuid4()):
        with pytest.raises(NoSuchEntry):
            take_back_entry(asha, strange, cast.NOW)
    with pytest.raises(Refused):
        take_back_entry(make.actor(people.ben), theirs, cast.NOW)


@pytest.mark.parametrize("minutes", [1, 11])
def test_what_was_taken_back_counts_nowhere(people, asha, minutes):
    slides = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions[0]
    kept = make.check_in(people.asha, on=ago(4), back_pain_average=2)
    gone = [
        make.check_in(people.asha, on=ago(2), back_pain_average=9, walking_minutes=90),
        make.session(people.asha, on=ago(2), units=(UnitDone(Unit(slides.id, 1), Outcome.DONE),)),
        make.not_well(people.asha, on=ago(1)),
    ]
    for entry in gone:
        take_back_entry(asha, entry, cast.NOW + minutes * MINUTE)
    told = record(people)
    assert list(told.figures) == [ago(4)]
    assert (told.sessions, told.excused, told.signs_on) == ((), frozenset(), frozenset())
    adherence = adherence_over(7, cast.TODAY, told.plans, told.sessions, told.excused)
    assert (adherence.done, adherence.not_done, adherence.not_recorded) == (0, 0, 28)
    assert last_entry_days([people.asha_episode]) == {people.asha_episode: ago(4)}
    assert facts_of_one(people.asha, current_episode(people.asha), cast.NOW).last_entry_on == ago(4)
    assert {each.id for each in told.entries if each.taken_back_at is None} == {kept}


def test_figures_follow_a_correction_and_the_first_version_counts_nowhere(people, asha):
    entry = make.check_in(people.asha, on=ago(2), back_pain_average=9, back_pain_worst=10, steps=900)
    correct_entry(asha, Correction(entry, 1, CheckIn(ago(3), back_pain_average=2)), cast.NOW)
    (figure,) = record(people).figures.values()
    assert (figure.day, figure.entries, figure.back_average, figure.back_worst, figure.steps) == (
        ago(3),
        1,
        2,
        None,
        None,
    )
    assert facts_of_one(people.asha, current_episode(people.asha), cast.NOW).last_entry_on == ago(3)


CONTENTS = [CheckIn(cast.TODAY, back_pain_average=3), TherapySession(cast.TODAY, note="First")]


@pytest.mark.parametrize("content", CONTENTS)
def test_the_original_sent_again_after_a_correction_is_the_same_receipt(asha, content):
    client_id, send = uuid4(), record_check_in if isinstance(content, CheckIn) else record_session
    entry = send(asha, client_id, content, cast.NOW).entry_id
    changed = type(content)(cast.TODAY, note="Changed")
    correct_entry(asha, Correction(entry, 1, changed), cast.NOW)
    assert send(asha, client_id, content, cast.NOW) == Recorded(entry, is_new=False)
    assert send(asha, client_id, changed, cast.NOW) == NotRecorded(Reason.SAVED_WITH_OTHER_ANSWERS)
    assert count() == 1


@pytest.mark.parametrize("minutes", [1, 11])
@pytest.mark.parametrize("content", CONTENTS)
def test_the_original_sent_again_after_taking_it_back_is_refused_as_such(asha, content, minutes):
    client_id, send = uuid4(), record_check_in if isinstance(content, CheckIn) else record_session
    take_back_entry(asha, send(asha, client_id, content, cast.NOW).entry_id, cast.NOW + minutes * MINUTE)
    assert send(asha, client_id, content, cast.NOW) == NotRecorded(Reason.TAKEN_BACK)
    assert count() == 1
    assert send(asha, uuid4(), content, cast.NOW).is_new


@pytest.mark.parametrize("send", [record_check_in, record_signs_alone])
def test_a_sign_is_stored_anew_however_often_it_was_taken_back_before(people, asha, send):
    client_id, signed = uuid4(), CheckIn(cast.TODAY, warning_signs=CALF)
    entries = set()
    for again in range(3):
        receipt = send(asha, client_id, signed, cast.NOW)
        assert receipt.is_new
        assert send(asha, client_id, signed, cast.NOW) == Recorded(receipt.entry_id, is_new=False)
        assert len([each for each in signs(people) if each.taken_back_at is None]) == 1
        take_back_entry(asha, receipt.entry_id, cast.NOW + again * MINUTE)
        entries.add(receipt.entry_id)
    assert len(entries) == 3


def signs(people):
    return signs_of([people.asha_episode]).get(people.asha_episode, ())
