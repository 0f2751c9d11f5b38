"""What changed since the last review, in words for the physiotherapist. The heading says the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recovery.domain.arrivals import Arrived
from recovery.domain.evidence import Measure
from recovery.domain.since_review import DAYS_COMPARED, Beginning, Begun, Compared, SinceReview
from recovery.domain.week import PAIN_CHANGE
from recovery.web.present.adherence_words import adherence_short
from recovery.web.present.came_in import News, day_in_sentence, news_of
from recovery.web.present.numbers import show, show_units

PAIN = (Measure.BACK, Measure.LEG)
A_DAY = {Measure.WALKING: " minutes a day", Measure.STEPS: " steps a day"}
SINCE_WHAT = {
    Begun.REVIEW: "the review",
    Begun.VISIT: "the visit",
    Begun.OPERATION: "the operation",
    Begun.JOINED: "joining",
}
MISSING = "–"
UP_TO = {
    Begun.REVIEW: "up to the review",
    Begun.VISIT: "up to the visit",
    Begun.OPERATION: "before surgery",
    Begun.JOINED: "before joining",
}
HOW_COMPARED = (
    "Pain, walking and steps are medians of the newest {days} days that have one, beside the newest {days} {up_to}. "
    "A change of pain of less than {points} points is told as about the same."
)


@dataclass(frozen=True, slots=True)
class Stat:
    """One number with what it was before; `icon` is "up", "down" or ""."""

    name: str
    number: str
    line: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class SinceCard:
    heading: str
    about: str
    stats: tuple[Stat, ...]
    how: str
    news: tuple[News, ...]


def since_card(since: SinceReview, came: Arrived, names: tuple[str, str], today: date, zone: str) -> SinceCard:
    """`names` of both sites of pain; `today` and `zone` are the patient's own."""
    told = measure_names(names)
    shown = [each for each in since.compared if each.measure is not Measure.STEPS or _has_value(each)]
    return SinceCard(
        heading=_heading(since, told, today),
        about=_about(since.beginning, today),
        stats=(*(_stat(each, told, since.beginning, today) for each in shown), *_exercises(since), _days(since)),
        how=HOW_COMPARED.format(days=DAYS_COMPARED, up_to=UP_TO[since.beginning.begun], points=PAIN_CHANGE),
        news=news_of(came, today, zone),
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
    told = day_in_sentence(day, today)
    return told if told in {"today", "yesterday"} else f"on {told}"


def _about(begun: Beginning, today: date) -> str:
    if begun.begun is Begun.VISIT:
        return ""
    if begun.begun is not Begun.REVIEW:
        return "Nobody has reviewed this recovery yet."
    days = (today - begun.day).days
    return f"Reviewed by {begun.by}" + (f", {days} days ago." if days > 1 else ".")


def _has_value(each: Compared) -> bool:
    return each.now.value is not None or each.before.value is not None


def _heading(since: SinceReview, told: dict[Measure, str], today: date) -> str:
    """Silence comes before every number, which would be an old one."""
    if since.quiet_since is not None:
        return f"No check-in since {day_in_sentence(since.quiet_since, today)}"
    if since.beginning.first_day > today:
        return "Reviewed today, nothing to compare yet"
    return f"{_answer(since, told)} {since_words(since.beginning, today)}"


def _answer(since: SinceReview, told: dict[Measure, str]) -> str:
    """Pain first, the larger change before the other; then walking. Without anything to compare, the numbers alone."""
    parts = [*_pain(since, told), *_walking(since)]
    if parts:
        return _in_one(parts)
    now = [f"{told[each.measure]} {_amount(each.measure, each.now.value)}" for each in since.compared if each.now.days]
    return _in_one(now) if now else "Nothing recorded"


def _pain(since: SinceReview, told: dict[Measure, str]) -> list[str]:
    known = [each for each in since.compared if each.measure in PAIN and each.by is not None]
    changed = sorted((each for each in known if each.direction), key=lambda each: -each.size)
    if changed or not known:
        return [_changed(each, told[each.measure]) for each in changed]
    return [f"{'Pain' if len(known) == len(PAIN) else told[known[0].measure]} about the same"]


def _walking(since: SinceReview) -> list[str]:
    """By minutes, or else by steps; only where it changed."""
    known = [each for each in since.compared if each.measure in A_DAY and each.by is not None]
    return [f"{_changed(each, 'Walking')}{A_DAY[each.measure]}" for each in known[:1] if each.direction]


def _in_one(parts: Sequence[str]) -> str:
    return ", ".join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])


def _changed(each: Compared, name: str) -> str:
    """Leg pain up 3."""
    return f"{name} {'up' if each.direction > 0 else 'down'} {show(abs(each.by or 0))}"


def _amount(measure: Measure, value: float | None) -> str:
    if value is None:
        return MISSING
    return f"{show(value)} min" if measure is Measure.WALKING else show(value)


def _stat(each: Compared, told: dict[Measure, str], begun: Beginning, today: date) -> Stat:
    """With the day of the newest value where that is more than a week ago."""
    icon, last_on = {1: "up", -1: "down", 0: ""}[each.direction], each.now.last_on
    old = f"; last on {day_in_sentence(last_on, today)}" if last_on and (today - last_on).days > DAYS_COMPARED else ""
    return Stat(told[each.measure], _amount(each.measure, each.now.value), f"{_beside(each, begun)}{old}", icon)


def _beside(each: Compared, begun: Beginning) -> str:
    """Up 3 from 1; about the same, was 4; what is missing on either side is said."""
    before, when = show(each.before.value) if each.before.value is not None else "", ""
    if begun.begun is Begun.OPERATION:
        when = " before surgery"
    if each.now.value is None:
        return f"not recorded since; was {before}{when}" if before else "not recorded since"
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
        return Stat(name, str(since.recorded), f"more than the {since.due} due")
    return Stat(name, f"{since.recorded} of {since.due}", "due, up to yesterday" if since.due else "no whole day yet")
