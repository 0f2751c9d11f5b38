"""What was recorded about one exercise since its plan began: the adherence of every other screen, and what was said."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from recovery.domain.adherence import Adherence
from recovery.domain.entries import Entry
from recovery.domain.exercise_facts import TherapyRecord, exercise_facts
from recovery.domain.therapy import (
    Morning,
    Outcome,
    PlanVersion,
    Prescription,
    TherapySession,
    Unit,
    UnitDone,
    WhyNot,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
WALK, SLIDES, OLD = UUID(int=1), UUID(int=2), UUID(int=3)
EVERY_DAY = frozenset(range(1, 8))
BOTH = (Prescription(WALK, "Walk", "", EVERY_DAY), Prescription(SLIDES, "Slides", "", EVERY_DAY))
PLANS = (
    PlanVersion(1, TODAY - 30 * DAY, (Prescription(OLD, "Walk", "", EVERY_DAY),)),
    PlanVersion(2, TODAY - 4 * DAY, BOTH),
)


def entry(number, day, *units, **said):
    content = TherapySession(day, tuple(units), **said)
    return Entry(UUID(int=number), 1, datetime(2026, 11, 22, tzinfo=UTC), content)


def walked(outcome=Outcome.DONE, **more):
    return UnitDone(Unit(WALK, 1), outcome, **more)


def facts(*entries, excused=frozenset(), mornings=None, of=WALK, today=TODAY):
    return exercise_facts(of, PLANS, TherapyRecord(entries, excused, mornings or {}), today)


def test_it_counts_the_complete_days_since_the_version_began():
    told = facts(
        entry(1, TODAY - 4 * DAY, walked()),
        entry(2, TODAY - 3 * DAY, walked(Outcome.NOT_DONE, why=WhyNot.PAIN)),
        entry(3, TODAY, walked()),
        excused=frozenset({TODAY - 2 * DAY}),
    )
    assert told.since == TODAY - 4 * DAY
    assert told.adherence == Adherence(1, 1, 1)
    assert told.hurt == 1


def test_pain_effort_and_mornings_are_of_the_sessions_in_which_it_was_done():
    slides_only = UnitDone(Unit(SLIDES, 1), Outcome.DONE)
    told = facts(
        entry(1, TODAY - 3 * DAY, walked(), slides_only, pain_during=4, effort=5),
        entry(2, TODAY - 2 * DAY, slides_only, pain_during=9, effort=9),
        entry(3, TODAY - DAY, walked(Outcome.NOT_DONE), slides_only, pain_during=8),
        entry(4, TODAY, walked(Outcome.PARTLY, share=50)),
        mornings={UUID(int=1): Morning.NOT_SETTLED, UUID(int=2): Morning.SETTLED},
    )
    assert (told.sessions, told.pain, told.effort) == (2, (4,), (5,))
    assert (told.settled, told.not_settled) == (0, 1)


def test_a_pain_of_nought_was_said():
    assert facts(entry(1, TODAY, walked(), pain_during=0)).pain == (0,)


def test_what_was_recorded_before_the_version_began_is_of_another_prescription():
    told = facts(entry(1, TODAY - 6 * DAY, UnitDone(Unit(OLD, 1), Outcome.DONE), pain_during=2))
    assert (told.sessions, told.pain, told.adherence) == (0, (), Adherence(0, 0, 4))


def test_a_version_that_begins_later_has_no_days_yet():
    told = facts(today=TODAY - 10 * DAY)
    assert told.since > TODAY - 10 * DAY
    assert told.adherence == Adherence(0, 0, 0)


def test_an_exercise_of_no_plan_has_no_facts():
    assert facts(of=UUID(int=9)) is None
