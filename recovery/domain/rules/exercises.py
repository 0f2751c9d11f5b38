"""Exercises that hurt more than the day did, or that had not settled by the next morning: W9 (CLINICAL.md 3 and 6).

Twice is on two days, so that a session that was sent twice is not two. W9 says nothing of now: what is over
keeps standing for 14 days, until somebody saw it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from recovery.domain.evidence import HeldDay, ReadCheckIn, ReadSession
from recovery.domain.facts import Facts
from recovery.domain.operation import Procedure
from recovery.domain.reasons import ExercisePain, NotSettled
from recovery.domain.therapy import Morning
from recovery.domain.thresholds import Rule, Thresholds

PAIN, MORNING = "pain", "morning"


def exercise_pain(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[ExercisePain]:
    """W9: pain during exercises over 5, and 2 or more above that day's average, on 3 days within 7, from day 15 (fusion
    day 43).
    """
    first = facts.episode.operation.operated_on + timedelta(days=_first_day(facts, thresholds))
    counted = [each for each in facts.sessions if each.recorded_on >= first]
    painful = list(_most_painful(counted, thresholds))
    if len(painful) < thresholds.exercise_times:
        return
    averages = _averages(facts, thresholds, today)
    above = {each.day: each.value - averages[each.day] for each in painful if each.day in averages}
    least = thresholds.exercise_pain_above_average
    compared = (each for each in painful if each.day in above and round(above[each.day], 6) >= least)
    held = _often(compared, thresholds.exercise_times, thresholds, today)
    if held:
        yield ExercisePain(
            rule=Rule.W9,
            about=PAIN,
            held=held,
            change=max(above[each.day] for each in held) / least,
            averages=tuple(averages[each.day] for each in held),
        )


def _averages(facts: Facts, thresholds: Thresholds, today: date) -> dict[date, float]:
    """The higher of back and leg. A day without an average is absent, and nothing is compared with it: missing is not
    zero.
    """
    known = {
        day.day: [each for each in (day.figure.back_average, day.figure.leg_average) if each is not None]
        for day in facts.days_read(thresholds, today)
    }
    return {day: max(of_day) for day, of_day in known.items() if of_day}


def _first_day(facts: Facts, thresholds: Thresholds) -> int:
    has_fusion = Procedure.FUSION in facts.episode.operation.procedures
    return thresholds.exercise_pain_from_day_fusion if has_fusion else thresholds.exercise_pain_from_day


def _most_painful(sessions: Iterable[ReadSession], thresholds: Thresholds) -> Iterator[HeldDay]:
    """The highest pain during exercises of each day on which it was over 5, with the sessions in which it was."""
    by_day: dict[date, list[tuple[int, ReadSession]]] = {}
    for each in sessions:
        pain = each.pain_during
        if pain is not None and pain > thresholds.exercise_pain_over:
            by_day.setdefault(each.recorded_on, []).append((pain, each))
    for day, of_day in by_day.items():
        versions = tuple(sorted(each.version for _pain, each in of_day))
        yield HeldDay(day, max(pain for pain, _each in of_day), versions)


def not_settled(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[NotSettled]:
    """W9: pain after exercises that had not settled by the next morning, after exercises on 2 days within 7, from day 0
    on: "from day 15" stands with the scores.
    """
    not_settled_told = _last_told(facts, thresholds, today)
    if len(not_settled_told) < thresholds.not_settled_times:
        return
    sessions = {each.version.entry_id: each for each in facts.sessions}
    by_day: dict[date, HeldDay] = {}
    for told in not_settled_told:
        session = sessions.get(told.morning_after) if told.morning_after else None
        day = session.recorded_on if session else told.recorded_on - timedelta(days=1)
        versions = {told.version, session.version} if session else {told.version}
        known = by_day[day].versions if day in by_day else ()
        by_day[day] = HeldDay(day, 1, tuple(sorted(versions.union(known))))
    held = _often(by_day.values(), thresholds.not_settled_times, thresholds, today)
    if held:
        yield NotSettled(rule=Rule.W9, about=MORNING, held=held, change=len(held) / thresholds.not_settled_times)


def _last_told(facts: Facts, thresholds: Thresholds, today: date) -> list[ReadCheckIn]:
    """Check-ins that say "not settled". Of one session what was received last stands. Without the session (it was taken
    back) its day is the one before.
    """
    check_ins = [each for day in facts.days_read(thresholds, today) for each in day.check_ins if each.morning_after]
    told = {each.morning_after: each for each in sorted(check_ins, key=lambda each: each.version.received)}
    return [each for each in told.values() if each.morning is Morning.NOT_SETTLED]


def _often(days: Iterable[HeldDay], times: int, thresholds: Thresholds, today: date) -> tuple[HeldDay, ...]:
    """Every such day that is one of `times` within 7 days, oldest first; none when the last was 14 days ago or more.
    Of groups of days that share none the newest, so that one that was over does not hide the next from a review.
    """
    past = sorted((each for each in days if each.day <= today), key=lambda each: each.day)
    stands_from = today - timedelta(days=thresholds.past_stands_days)
    held: set[HeldDay] = set()
    for place, newest in enumerate(past):
        first = newest.day - timedelta(days=thresholds.exercise_within_days)
        together = [each for each in past[: place + 1] if each.day > first]
        if newest.day > stands_from and len(together) >= times:
            held = held.union(together) if held.intersection(together) else set(together)
    return tuple(each for each in past if each in held)
