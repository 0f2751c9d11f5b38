"""What changed since the last review, in words for the physiotherapist. The heading says the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.arrivals import Arrival, Arrived
from recovery.domain.entries import EntryKind
from recovery.domain.evidence import Measure
from recovery.domain.since_review import DAYS_COMPARED, Beginning, Begun, Compared, SinceReview
from recovery.web.present.adherence_words import adherence_short
from recovery.web.present.dates import short_day, short_day_and_year
from recovery.web.present.numbers import counted, show, show_units
from recovery.web.present.worklist_words import moment_for_staff, sign_words

PAIN = (Measure.BACK, Measure.LEG)
UNITS = {Measure.WALKING: "minute", Measure.STEPS: "step"}
KINDS = {EntryKind.CHECK_IN: "check-in", EntryKind.SESSION: "exercises", EntryKind.NOT_WELL: "“not well” day"}
SINCE_WHAT = {
    Begun.REVIEW: "the review",
    Begun.VISIT: "the visit",
    Begun.OPERATION: "the operation",
    Begun.JOINED: "joining",
}
MOST_LISTED = 3
NOTE_LENGTH = 120
MISSING = "–"
HOW_COMPARED = (
    f"Pain, walking and steps are medians of the newest {DAYS_COMPARED} days that have one, beside the "
    f"{DAYS_COMPARED} before. Less than 2 points of pain is about the same."
)


@dataclass(frozen=True, slots=True)
class Stat:
    """One number with what it was before; `icon` is "up", "down" or ""."""

    name: str
    number: str
    line: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """Something that came in. `entry_id` is set where what stood there before can be read."""

    words: str
    icon: str
    entry_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SinceCard:
    heading: str
    about: str
    stats: tuple[Stat, ...]
    news: tuple[News, ...]


def since_card(since: SinceReview, came: Arrived, names: tuple[str, str], today: date, zone: str) -> SinceCard:
    """`names` of both sites of pain; `today` and `zone` are the patient's own."""
    told = measure_names(names)
    shown = [each for each in since.compared if each.measure is not Measure.STEPS or _has_value(each)]
    return SinceCard(
        heading=f"{_answer(since, told)} {since_words(since.beginning, today)}",
        about=_about(since.beginning, today),
        stats=(*(_stat(each, told, since.beginning) for each in shown), *_exercises(since), _days(since)),
        news=_news(came, today, zone),
    )


def measure_names(names: tuple[str, str]) -> dict[Measure, str]:
    """Back pain, Leg pain (neck and arm after a cervical operation), Walking, Steps."""
    first, second = names
    return {
        Measure.BACK: f"{first} pain",
        Measure.LEG: f"{second} pain",
        Measure.WALKING: "Walking",
        Measure.STEPS: "Steps",
    }


def since_words(begun: Beginning, today: date) -> str:
    return f"since {SINCE_WHAT[begun.begun]} {_on(begun.day, today)}"


def _on(day: date, today: date) -> str:
    days = {0: "today", 1: "yesterday"}
    short = short_day(day) if day.year == today.year else short_day_and_year(day)
    return days.get((today - day).days, f"on {short}")


def _about(begun: Beginning, today: date) -> str:
    if begun.begun is not Begun.REVIEW:
        return "Nobody has reviewed this recovery yet."
    days = (today - begun.day).days
    return f"Reviewed by {begun.by}" + (f", {days} days ago." if days > 1 else ".")


def _has_value(each: Compared) -> bool:
    return each.now.value is not None or each.before.value is not None


def _answer(since: SinceReview, told: dict[Measure, str]) -> str:
    """The largest change of pain first; then walking; then that it is about the same, or that nothing is known."""
    by_size = sorted(since.compared, key=lambda each: (each.measure not in PAIN, -each.size))
    changed = [each for each in by_size if each.direction]
    pain = [each for each in changed if each.measure in PAIN]
    if changed:
        return _in_one([_changed(each, told) for each in pain or changed[:1]])
    same = [each for each in by_size if each.by is not None]
    if same:
        both = len([each for each in same if each.measure in PAIN]) == len(PAIN)
        return f"{'Pain' if both else told[same[0].measure]} about the same"
    now = [f"{told[each.measure]} {_amount(each.measure, each.now.value)}" for each in since.compared if each.now.days]
    return _in_one(now) if now else "Nothing recorded"


def _in_one(parts: Sequence[str]) -> str:
    return ", ".join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])


def _changed(each: Compared, told: dict[Measure, str]) -> str:
    """Leg pain up 3; Walking down 12 minutes a day."""
    way = "up" if each.direction > 0 else "down"
    unit = f" {'minutes' if each.measure is Measure.WALKING else 'steps'} a day" if each.measure in UNITS else ""
    name = "Walking" if each.measure is Measure.STEPS else told[each.measure]
    return f"{name} {way} {show(abs(each.by or 0))}{unit}"


def _amount(measure: Measure, value: float | None) -> str:
    if value is None:
        return MISSING
    return counted(value, UNITS[measure]) if measure in UNITS else show(value)


def _stat(each: Compared, told: dict[Measure, str], begun: Beginning) -> Stat:
    icon = {1: "up", -1: "down", 0: ""}[each.direction]
    number = _amount(each.measure, each.now.value)
    return Stat(told[each.measure], number, _beside(each, begun), icon)


def _beside(each: Compared, begun: Beginning) -> str:
    """Up 3 from 1; about the same, was 4; what is missing on either side is said."""
    before, when = show(each.before.value) if each.before.value is not None else "", ""
    if begun.begun is Begun.OPERATION:
        when = " before surgery"
    if each.now.value is None:
        return f"not recorded; was {before}{when}" if before else "not recorded"
    if each.by is None:
        return f"nothing{when or ' before'} to compare with"
    if not each.direction:
        return f"about the same, was {before}{when}"
    return f"{'up' if each.direction > 0 else 'down'} {show(abs(each.by))} from {before}{when}"


def _exercises(since: SinceReview) -> tuple[Stat, ...]:
    """In units, and always with what was not recorded (CLINICAL.md 3)."""
    done, before = since.exercises, since.exercises_before
    if not done.planned and not before.planned:
        return ()
    was = f"; 14 days before {adherence_short(before)[0]}" if before.planned else ""
    if not done.planned:
        return (Stat("Exercises", MISSING, f"none due on a whole day yet{was}"),)
    line = f"{show_units(done.not_done)} not done, {done.not_recorded} not recorded{was}"
    return (Stat("Exercises done", adherence_short(done)[0], line),)


def _days(since: SinceReview) -> Stat:
    name = "Days with a check-in"
    if since.due is None:
        return Stat(name, str(since.recorded), "none due")
    if since.recorded > since.due:
        return Stat(name, str(since.recorded), f"{since.due} due")
    return Stat(name, f"{since.recorded} of {since.due}", "due, up to yesterday" if since.due else "no whole day yet")


def _news(came: Arrived, today: date, zone: str) -> tuple[News, ...]:
    """What asks for an answer first."""
    signs = [News(sign_words(each, today, zone), "warning") for each in came.signs]
    calls = [
        News(f"Asked for a call, {moment_for_staff(each.asked_at, today, zone)}{_quoted(each.note)}", "phone")
        for each in came.calls
    ]
    asked = [
        News(f"Question, {moment_for_staff(each.asked_at, today, zone)}{_quoted(each.words)}", "flag")
        for each in came.questions
    ]
    return (
        *signs,
        *_first(calls, "calls asked for"),
        *_first(asked, "questions"),
        *_first([_note(each, today) for each in came.notes], "notes"),
        *_first([_change(each, today, zone) for each in came.changed], "changed entries"),
        *_first([_taken_back(each, today, zone) for each in came.taken_back], "entries taken back"),
    )


def _first(news: Sequence[News], kind: str) -> tuple[News, ...]:
    more = len(news) - MOST_LISTED
    return (*news[:MOST_LISTED], *((News(f"And {more} more: {kind}", news[0].icon),) if more > 0 else ()))


def _note(each: Arrival, today: date) -> News:
    by = f", written by {each.by}" if each.by else ""
    return News(f"Note, {_of(each, today)}{by}{_quoted(each.note)}", "note")


def _change(each: Arrival, today: date, zone: str) -> News:
    who = each.by or "The patient"
    when = moment_for_staff(each.received_at, today, zone)
    return News(f"{who} changed {_of(each, today)}, {when}{_quoted(each.note)}", "pencil", each.entry_id)


def _taken_back(each: Arrival, today: date, zone: str) -> News:
    when = moment_for_staff(each.taken_back_at or each.received_at, today, zone)
    return News(f"Taken back: {_of(each, today)}, {when}", "back", each.entry_id)


def _of(each: Arrival, today: date) -> str:
    """The check-in of 3 May."""
    day = _on(each.recorded_on, today).removeprefix("on ")
    return f"the {KINDS[each.kind]} of {day}"


def _quoted(words: str) -> str:
    """The beginning of what somebody wrote, in one line."""
    line = " ".join(words.split())
    short = line if len(line) <= NOTE_LENGTH else f"{line[: NOTE_LENGTH - 1].rstrip()}…"
    return f": “{short}”" if short else ""
