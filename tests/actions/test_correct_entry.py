"""Correcting adds a revision and keeps the first; what is stale, not one's own, or out of days is refused whole."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import cast
import make
import pytest
from sqlalchemy import func, select

from recovery.actions.correct_entry import (
    Corrected,
    Correction,
    NoSuchEntry,
    NotCorrected,
    correct_entry,
    take_back_entry,
)
from recovery.actions.record_entry import record_entry
from recovery.domain.access import Refused
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import NotWell
from recovery.domain.episode import EpisodeStatus
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.therapy import Extra, Outcome, TherapySession, Unit, UnitDone, WhyNot, WhyStopped
from recovery.domain.warning_answer import NONE_OF_THESE
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow, NotWellRow
from recovery.records.entry_versions import entry_versions
from recovery.records.episodes import EpisodeRow
from recovery.records.plans import plans_of
from recovery.records.sessions import SessionRow

pytestmark = pytest.mark.usefixtures("context")
LATER = cast.NOW + timedelta(minutes=20)
DAY = timedelta(days=1)


@pytest.fixture
def asha(people):
    return make.actor(people.asha)


@pytest.fixture
def entry(people):
    return make.check_in(people.asha, back_pain_average=3, note="First words")


@pytest.fixture
def correct(asha, entry):
    """correct(back_pain_average=4) corrects the entry, from its first revision unless another is given."""

    def send(of=entry, *, from_revision=1, on=cast.TODAY, now=LATER, **values):
        return correct_entry(asha, Correction(of, from_revision, CheckIn(on, **values)), now)

    return send


def rows():
    tables = (EntryRow, CheckInRow, SessionRow, NotWellRow, AuditRow)
    return [db.session.scalar(select(func.count()).select_from(table)) for table in tables]


def versions(people, entry):
    return entry_versions(people.asha_episode, entry)


def test_a_correction_adds_a_revision_and_keeps_the_first(people, entry, correct):
    assert correct(back_pain_average=4) == Corrected(entry, is_new=True)
    now, first = versions(people, entry)
    assert (now.revision, now.content, now.received_at) == (2, CheckIn(cast.TODAY, back_pain_average=4), LATER)
    assert first.content == CheckIn(cast.TODAY, back_pain_average=3, note="First words")
    assert first.received_at == first.first_received_at == now.first_received_at == cast.NOW
    assert (now.is_changed, first.is_changed) == (True, False)


def test_every_value_of_a_check_in_can_be_corrected(people, asha, entry):
    everything = CheckIn(
        cast.TODAY - DAY,
        back_pain_average=0,
        back_pain_worst=1,
        leg_pain_average=2,
        leg_pain_worst=3,
        bearable=False,
        walking_minutes=0,
        longest_walk_minutes=0,
        steps=0,
        walking_aid=WalkingAid.FRAME,
        stairs=Stairs.NOT_TRIED,
        sitting_minutes=0,
        warning_signs=NONE_OF_THESE,
        someone_helped=True,
        note="Other words",
    )
    correct_entry(asha, Correction(entry, 1, everything), LATER)
    assert versions(people, entry)[0].content == everything


def test_every_value_of_a_session_can_be_corrected(people, asha):
    slides, walk = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions
    session = make.session(people.asha, units=(UnitDone(Unit(slides.id, 1), Outcome.DONE),))
    everything = TherapySession(
        cast.TODAY,
        units=(
            UnitDone(Unit(walk.id, 2), Outcome.PARTLY, 50, WhyNot.TIRED, minutes=5),
            UnitDone(Unit(slides.id, 1), Outcome.NOT_DONE, why=WhyNot.PAIN),
        ),
        extras=(Extra("Swim", 20), Extra("Gardening")),
        pain_during=0,
        effort=10,
        is_stopped_early=True,
        why_stopped=WhyStopped.DIZZY,
        someone_helped=True,
        note="x",
    )
    assert correct_entry(asha, Correction(session, 1, everything), LATER) == Corrected(session, is_new=True)
    assert versions(people, session)[0].content == everything


def test_the_note_of_a_day_not_well_can_be_corrected(people, asha):
    day = make.not_well(people.asha)
    assert correct_entry(asha, Correction(day, 1, NotWell(cast.TODAY, "A cold")), LATER).is_new
    assert [each.content.note for each in versions(people, day)] == ["A cold", ""]


def test_what_stands_already_is_the_same_answer_and_stores_nothing(entry, correct):
    before = rows()
    assert correct(back_pain_average=3, note="First words") == Corrected(entry, is_new=False)
    assert rows() == before


def test_the_same_correction_sent_again_is_one_revision(people, entry, correct):
    assert correct(back_pain_average=4).is_new
    before = rows()
    assert correct(back_pain_average=4) == Corrected(entry, is_new=False)
    assert rows() == before
    assert len(versions(people, entry)) == 2


@pytest.mark.parametrize("from_revision", [0, 1, 3])
def test_a_correction_of_what_was_changed_meanwhile_is_refused_and_stores_nothing(correct, from_revision):
    correct(back_pain_average=4)
    before = rows()
    assert correct(from_revision=from_revision, back_pain_average=5) is NotCorrected.STALE
    assert rows() == before


def test_back_to_the_first_words_is_a_third_revision(people, entry, correct):
    correct(back_pain_average=4)
    assert correct(from_revision=2, back_pain_average=3, note="First words").is_new
    assert [each.content.back_pain_average for each in versions(people, entry)] == [3, 4, 3]


def test_what_is_not_there_for_the_patient_cannot_be_corrected(people, asha, entry):
    taken_back = make.check_in(people.asha, back_pain_average=1)
    take_back_entry(asha, taken_back, LATER)
    of_another_kind = make.session(people.asha, note="x")
    theirs = make.check_in(people.dev, back_pain_average=1)
    before = rows()
    for strange in (taken_back, of_another_kind, theirs, uuid4()):
        with pytest.raises(NoSuchEntry):
            correct_entry(asha, Correction(strange, 1, CheckIn(cast.TODAY, back_pain_average=5)), LATER)
    assert rows() == before
    with pytest.raises(Refused):
        correct_entry(make.actor(people.ben), Correction(entry, 1, CheckIn(cast.TODAY, note="x")), LATER)


@pytest.mark.parametrize("days", [-12 - 91, 2])
def test_a_day_that_no_entry_may_be_for_is_refused(correct, days):
    before = rows()
    assert correct(on=cast.TODAY + days * DAY, back_pain_average=4) is NotCorrected.DAY_NOT_ALLOWED
    assert rows() == before


@pytest.mark.parametrize("days", [-12 - 90, -12, -1, 1])
def test_any_other_day_is_taken_and_the_entry_then_stands_on_that_day_alone(people, entry, correct, days):
    day = cast.TODAY + days * DAY
    assert correct(on=day, back_pain_average=4).is_new
    assert db.session.get(EntryRow, entry).recorded_on == day
    assert [each.recorded_on for each in versions(people, entry)] == [day, cast.TODAY]


@pytest.mark.parametrize("content", [TherapySession(cast.TODAY - DAY, note="x"), NotWell(cast.TODAY - DAY, "x")])
def test_a_session_and_a_day_not_well_keep_their_day(people, asha, content):
    entry = record_entry(asha, uuid4(), replace(content, recorded_on=cast.TODAY), cast.NOW).entry_id
    assert correct_entry(asha, Correction(entry, 1, content), cast.NOW) is NotCorrected.DAY_NOT_ALLOWED
    assert len(versions(people, entry)) == 1


def test_the_day_that_stands_stays_allowed_after_the_operation_date_was_put_right(people, entry, correct):
    long_before = cast.TODAY - 80 * DAY
    old = make.check_in(people.asha, on=long_before, back_pain_average=3)
    db.session.get(EpisodeRow, people.asha_episode).operated_on = cast.TODAY + 30 * DAY
    db.session.commit()
    assert correct(old, on=long_before, back_pain_average=4).is_new
    assert correct(old, from_revision=2, on=long_before + DAY, back_pain_average=4) is NotCorrected.DAY_NOT_ALLOWED


def test_after_the_recovery_has_ended_nothing_is_corrected(people, correct):
    db.session.get(EpisodeRow, people.asha_episode).status = EpisodeStatus.DISCHARGED
    db.session.commit()
    assert correct(back_pain_average=4) is NotCorrected.ENDED


def test_an_entry_of_an_earlier_recovery_is_not_corrected_in_the_next(people, correct):
    db.session.get(EpisodeRow, people.asha_episode).status = EpisodeStatus.DISCHARGED
    db.session.commit()
    make.episode(people.asha, day=1)
    assert correct(back_pain_average=4) is NotCorrected.ENDED


def test_the_audit_names_what_was_changed_and_holds_no_value(correct):
    correct(on=cast.TODAY - DAY, back_pain_average=4, note="First words", warning_signs=NONE_OF_THESE)
    row = db.session.scalars(select(AuditRow).order_by(AuditRow.number.desc())).first()
    assert row.action == "corrected check_in"
    assert set(row.fields) == {"recorded_on", "back_pain_average", "warning_signs"}
