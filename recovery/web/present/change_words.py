"""What was put right in a record, in words: what stood there before, what stands there now, by whom."""

from collections.abc import Callable
from datetime import date

from recovery.domain.change import Change, Changed
from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Approach, Procedure, Region, Side
from recovery.domain.stage import Rhythm
from recovery.domain.stage_decision import from_text
from recovery.web.present.dates import day_and_year
from recovery.web.present.exercise_words import in_sentence
from recovery.web.present.operation_words import APPROACH_NAMES, PROCEDURE_NAMES, REGION_NAMES, SIDE_NAMES
from recovery.web.present.rhythm_for_staff import RHYTHM_CHOICES
from recovery.web.present.stage_for_staff import decided_words
from recovery.web.present.worklist_words import STATUS_CHOICES

NOTHING = "nothing"
NAMES = {
    Changed.GIVEN_NAME: "First name",
    Changed.FAMILY_NAME: "Last name",
    Changed.BORN_ON: "Date of birth",
    Changed.PHONE: "Phone",
    Changed.EMAIL: "Email",
    Changed.LANGUAGE: "Preferred language",
    Changed.NEEDS_INTERPRETER: "Needs an interpreter",
    Changed.ZONE: "Time zone",
    Changed.OPERATED_ON: "Date of the operation",
    Changed.PROCEDURES: "Procedures",
    Changed.APPROACH: "Approach",
    Changed.REGION: "Region",
    Changed.LEVELS: "Levels",
    Changed.SIDE: "Side",
    Changed.SURGEON: "Surgeon",
    Changed.SURGEON_INSTRUCTIONS: "Surgeon’s instructions",
    Changed.IS_REVISION: "Revision of an earlier operation",
    Changed.BACK_PAIN_BEFORE: "Back or neck pain before the operation",
    Changed.LEG_PAIN_BEFORE: "Leg or arm pain before the operation",
}


def change_words(change: Change) -> str:
    """Date of the operation: 12 November 2026, before that 10 November 2026."""
    if change.what in _WHOLE:
        return _WHOLE[change.what](change)
    say = _VALUES.get(change.what, str)
    before, after = (say(value) if value else NOTHING for value in (change.before, change.after))
    return f"{NAMES[change.what]}: {after}, before that {before}"


def _day(text: str) -> str:
    return day_and_year(date.fromisoformat(text))


def _procedures(text: str) -> str:
    return ", ".join(PROCEDURE_NAMES[Procedure(each)].lower() for each in text.split(","))


def _status(text: str) -> str:
    """Active 2026-11-10."""
    status, since = text.split(" ")
    return f"{STATUS_CHOICES[EpisodeStatus(status)].lower()} since {_day(since)}"


def _rhythm(key: str) -> str:
    """daily; "" is as the stage says."""
    return in_sentence(RHYTHM_CHOICES[Rhythm(key) if key else None])


_VALUES: dict[Changed, Callable[[str], str]] = {
    Changed.BORN_ON: _day,
    Changed.OPERATED_ON: _day,
    Changed.PROCEDURES: _procedures,
    Changed.APPROACH: lambda text: APPROACH_NAMES[Approach(text)].lower(),
    Changed.REGION: lambda text: REGION_NAMES[Region(text)].lower(),
    Changed.SIDE: lambda text: SIDE_NAMES[Side(text)].lower(),
}

_KINDS = {"check_in": "check-in", "session": "therapy session", "not_well": "not-well day"}


def _moved_away(change: Change) -> str:
    """Of the other patient nothing is said."""
    return f"The {_KINDS[change.after]} of {_day(change.before)} was made for the wrong patient and moved away"


def _moved_here(change: Change) -> str:
    day, kind = change.after.split(" ")
    return f"The {_KINDS[kind]} of {_day(day)} was moved here; it had been made for the wrong patient"


_WHOLE: dict[Changed, Callable[[Change], str]] = {
    Changed.STATUS: lambda change: f"Status: {_status(change.after)}, before that {_status(change.before)}",
    Changed.RHYTHM: lambda change: f"Check-ins due: {_rhythm(change.after)}, before that {_rhythm(change.before)}",
    Changed.TIMED_TESTS: lambda change: f"Timed tests switched {change.after}",
    Changed.STAGE: lambda change: decided_words(change.before, from_text(change.after)),
    Changed.NEW_OPERATION: lambda change: f"A new recovery begins, with the operation of {_day(change.after)}",
    Changed.ENTRY_MOVED_AWAY: _moved_away,
    Changed.ENTRY_MOVED_HERE: _moved_here,
    Changed.CARE_BEGAN: lambda change: f"In the care of {change.after}",
    Changed.OPENED_IN_EMERGENCY: lambda change: f"Opened in an emergency, for an hour, by {change.after}",
    Changed.CARE_ENDED: lambda change: f"No longer in the care of {change.after}",
}
