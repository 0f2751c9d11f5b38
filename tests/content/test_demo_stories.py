"""The demo's known stories: each raises the one reason that it is about, or none, whatever the seed, day and hour."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

import pytest

from recovery.content.demo_clinic import patients
from recovery.content.demo_known import KNOWN
from recovery.content.demo_story import Twist
from recovery.domain.calendar import day_in_zone
from recovery.domain.check_in import CheckIn
from recovery.domain.episode import Episode
from recovery.domain.evidence import EntryVersion, ReadCheckIn, ReadNotWell, ReadSession, recorded_days
from recovery.domain.facts import ExpectedLevel, Facts, RecordedSign
from recovery.domain.reviews import ReviewOutcome
from recovery.domain.rules.seen import ReasonsSeen
from recovery.domain.therapy import TherapySession
from recovery.domain.thresholds import Thresholds
from recovery.domain.worklist import assess

COUNT = 31
RAISED = {
    Twist.EMERGENCY_SIGN: ["W1"],
    Twist.TODAY_SIGN: ["W1"],
    Twist.SIGN_TAKEN_BACK: ["W1"],
    Twist.SILENT: ["W6"],
    Twist.DROPPED_OUT: ["W6"],
    Twist.PERFECT: [],
    Twist.PAIN_HIGH: ["W2 back"],
    Twist.NOT_BEARABLE: ["W2 bearable"],
    Twist.BACK_UP: ["W3 back"],
    Twist.LEG_UP: ["W4 leg"],
    Twist.WALKING_DOWN: ["W8 walking_minutes"],
    Twist.STEPS_DOWN: ["W8 steps"],
    Twist.EXERCISE_PAIN: ["W9 pain"],
    Twist.NOT_SETTLED: ["W9 morning"],
    Twist.NOT_WELL: ["W12"],
    Twist.LOW_ADHERENCE: ["W7 plan"],
    Twist.LEG_NOT_DOWN: ["W10"],
    Twist.EXPECTED: [],
    Twist.CALL_PLANNED: [],
    Twist.STEADY: [],
}
"""Without the call that one of them asked for, which is none of an entry's."""
SUMMER_TIME_BEGINS, YEAR_ENDS = datetime(2027, 3, 28, 0, 20, tzinfo=UTC), datetime(2026, 12, 31, 23, 50, tzinfo=UTC)


def facts_of(patient, today) -> Facts:
    """What records/facts.py gathers, of made-up entries that were never stored."""
    counting = [each for each in patient.entries if each.taken_back_at is None]
    check_ins, sessions, not_well, signs = [], [], [], []
    for place, entry in enumerate(sorted(patient.entries, key=lambda each: each.at)):
        content, version = entry.content, EntryVersion(entry.id or uuid5(UUID(int=1), str(place)), 1, place)
        if isinstance(content, CheckIn):
            signs += [
                RecordedSign(place, version.entry_id, 1, sign, entry.at, content.recorded_on)
                for sign in content.warning_signs.ticked
            ]
        if entry not in counting:
            continue
        if isinstance(content, CheckIn):
            names = ReadCheckIn.__dataclass_fields__.keys() - {"version"}
            check_ins.append(ReadCheckIn(version, **{name: getattr(content, name) for name in names}))
        elif isinstance(content, TherapySession):
            sessions.append(ReadSession(version, content.recorded_on, content.units, content.pain_during))
        else:
            not_well.append(ReadNotWell(version, content.recorded_on))
    decided = [each.decision for each in patient.reviews]
    return Facts(
        Episode(UUID(int=1), UUID(int=2), patient.operation, patient.story.status, leg_pain_before=patient.leg_before),
        joined_on=day_in_zone(patient.joined_at, patient.story.zone),
        last_entry_on=max(each.content.recorded_on for each in counting),
        signs=tuple(signs),
        days=recorded_days(check_ins),
        sessions=tuple(sessions),
        not_well=tuple(not_well),
        plans=patient.plans,
        expected=tuple(ExpectedLevel(each.site, each.up_to, each.until_on) for each in decided if each.site),
        reviews=tuple(
            ReasonsSeen(frozenset({each.key}), len(patient.entries), each.decision.until_on)
            for each in patient.reviews
            if each.decision.outcome is ReviewOutcome.CALL_PLANNED
        ),
    )


@pytest.mark.parametrize(("seed", "now"), [(7, SUMMER_TIME_BEGINS), (2026, YEAR_ENDS)])
def test_each_known_story_raises_what_it_is_about_and_nothing_else(seed, now):
    assert RAISED.keys() == KNOWN.keys()
    for patient in patients(seed, COUNT, now):
        if patient.story.twist in KNOWN:
            today = day_in_zone(now, patient.story.zone)
            reasons = assess(facts_of(patient, today), Thresholds().signed_off(), today)
            told = [f"{each.rule} {'' if each.rule == 'W6' else each.key.about}".strip() for each in reasons]
            told = ["W7 plan" if each.startswith("W7 plan") else each for each in told]
            assert told == RAISED[patient.story.twist], (patient.person.email, reasons)


def test_a_taken_back_sign_was_there_before_it_was_taken_back():
    (patient,) = [each for each in patients(7, COUNT, YEAR_ENDS) if each.story.twist is Twist.SIGN_TAKEN_BACK]
    (entry,) = [each for each in patient.entries if each.taken_back_at]
    assert entry.content.warning_signs.ticked
    assert entry.at < entry.taken_back_at < YEAR_ENDS
