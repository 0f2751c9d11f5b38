"""The entries of one recovery as rows: one an entry, its newest version, oldest day first."""

from collections.abc import Iterable
from datetime import date, datetime

from recovery.domain.calendar import local_time
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, kind_of
from recovery.domain.episode import Episode
from recovery.domain.operation import Region
from recovery.domain.therapy import TherapySession
from recovery.web.present.entry_words import (
    KIND_NAMES,
    MORNINGS_AFTER,
    EntryWords,
    Telling,
    entries_in_words,
    session_lines,
)
from recovery.web.present.exercise_words import WHY_STOPPED_NAMES
from recovery.web.present.export.cells import Cell, said, ticked
from recovery.web.present.operation_words import pain_names, stairs_name, walking_aid_name

Row = dict[str, Cell]

ABOUT = (
    "Day",
    "Days after the operation",
    "Days before the operation",
    "Kind",
    "Version",
    "First received",
    "This version received",
    "Taken back",
    "Recorded by",
    "Someone helped",
)
MOVING = {
    "Walking (minutes)": "walking_minutes",
    "Longest walk (minutes)": "longest_walk_minutes",
    "Steps": "steps",
    "Sitting (minutes)": "sitting_minutes",
}
ANSWERS = ("Walking aid", "Stairs", "Warning signs", "Morning after exercises", "What matters (0 to 10)")
SESSION = (
    "Exercises",
    "Exercises done (units)",
    "Exercises not done (units)",
    "Outside the plan",
    "Pain during exercises (0 to 10)",
    "Effort (0 to 10)",
    "Stopped early",
    "Why stopped",
)
LAST = ("Note", "Entry")


def pain_heads(region: Region) -> dict[str, str]:
    """By head the name of its value: neck and arm after a cervical operation."""
    sites = zip(pain_names(region), ("back", "leg"), strict=True)
    return {
        f"{name} pain, {kind} in 24 hours (0 to 10)": f"{site}_pain_{kind}"
        for name, site in sites
        for kind in ("average", "worst")
    }


def entry_heads(region: Region) -> tuple[str, ...]:
    return (*ABOUT, *pain_heads(region), "Bearable", *MOVING, *ANSWERS, *SESSION, *LAST)


def entry_rows(entries: Iterable[Entry], episode: Episode, telling: Telling) -> list[Row]:
    """`entries` are those that a list shows: one that was taken back is there, marked with when."""
    in_order = sorted(entries, key=lambda each: (each.recorded_on, each.first_received_at or each.received_at))
    told = entries_in_words(in_order, telling)
    return [_row(entry, words, episode, telling) for entry, words in zip(in_order, told, strict=True)]


def day_cells(episode: Episode, day: date) -> Row:
    """A day before the operation has a column of its own, so that no number begins with a minus."""
    number = episode.day_number(day)
    return {
        "Day": day.isoformat(),
        "Days after the operation": number if number >= 0 else None,
        "Days before the operation": -number if number < 0 else None,
    }


def _row(entry: Entry, words: EntryWords, episode: Episode, telling: Telling) -> Row:
    content, zone = entry.content, telling.zone
    row: Row = {
        **day_cells(episode, entry.recorded_on),
        "Kind": KIND_NAMES[kind_of(content)],
        "Version": entry.revision,
        "First received": at_cell(entry.first_received_at or entry.received_at, zone),
        "This version received": at_cell(entry.received_at, zone),
        "Taken back": at_cell(entry.taken_back_at, zone),
        "Recorded by": entry.recorded_by or "the patient",
        "Someone helped": ticked(words.is_helped),
        "Note": content.note or None,
        "Entry": str(entry.id),
    }
    if isinstance(content, CheckIn):
        return row | _check_in(content, words, telling)
    return row | _session(content, telling) if isinstance(content, TherapySession) else row


def at_cell(instant: datetime | None, zone: str) -> str | None:
    """2026-11-22T12:00:00+00:00: on the wall clock of `zone`, with what it is ahead of UTC."""
    return local_time(instant, zone).isoformat(timespec="seconds") if instant else None


def _check_in(check_in: CheckIn, words: EntryWords, telling: Telling) -> Row:
    scores = (f"{telling.activities[each.activity_id]}: {each.score}" for each in check_in.activities)
    numbers = pain_heads(telling.region) | MOVING
    return {
        **{head: getattr(check_in, name) for head, name in numbers.items()},
        "Bearable": said(check_in.bearable),
        "Walking aid": walking_aid_name(check_in.walking_aid) if check_in.walking_aid else None,
        "Stairs": stairs_name(check_in.stairs) if check_in.stairs else None,
        "Warning signs": _signs(check_in, words),
        "Morning after exercises": MORNINGS_AFTER[check_in.morning] or None,
        "What matters (0 to 10)": "; ".join(scores) or None,
    }


def _signs(check_in: CheckIn, words: EntryWords) -> str:
    """Not answered is no answer, and never "none"."""
    if words.signs:
        return "; ".join(words.signs)
    return "none of these" if check_in.warning_signs.is_answered else "not answered"


def _session(session: TherapySession, telling: Telling) -> Row:
    """Units recorded here, the partly done by their share. A day's own count is in its adherence, where a unit that was
    recorded twice counts once.
    """
    done = sum(each.done_share for each in session.units)
    extras = (f"{each.name}, {each.minutes} min" if each.minutes is not None else each.name for each in session.extras)
    return {
        "Exercises": _exercises(session, telling),
        "Exercises done (units)": done if session.units else None,
        "Exercises not done (units)": len(session.units) - done if session.units else None,
        "Outside the plan": "; ".join(extras) or None,
        "Pain during exercises (0 to 10)": session.pain_during,
        "Effort (0 to 10)": session.effort,
        "Stopped early": ticked(session.is_stopped_early),
        "Why stopped": WHY_STOPPED_NAMES[session.why_stopped] if session.why_stopped else None,
    }


def _exercises(session: TherapySession, telling: Telling) -> str | None:
    """As the list of entries tells them."""
    if not session.units:
        return None
    return "; ".join(session_lines(TherapySession(session.recorded_on, session.units), telling.exercises))
