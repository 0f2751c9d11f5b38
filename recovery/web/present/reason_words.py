"""Every reason that entries hold, in words: its own numbers and days, and nothing that it does not hold.

Of each type the words for a chip, a sentence with the days, and what one of its days says. A type without words is an
error, never "silence".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from recovery.domain.adherence import WEEK
from recovery.domain.evidence import HeldDay, Measure
from recovery.domain.expected_course import Site
from recovery.domain.reasons import (
    AdherenceLow,
    ExercisePain,
    Group,
    Held,
    LegNotDown,
    NotBearable,
    NotSettled,
    NotWellRunning,
    PainHigh,
    PainUp,
    WalkingDown,
)
from recovery.web.present.adherence_words import adherence_words
from recovery.web.present.listed import listed
from recovery.web.present.numbers import counted, show, show_units
from recovery.web.present.reason_days import Reader, often, running

MEASURES = {Measure.WALKING: ("Walking", "minute"), Measure.STEPS: ("Steps", "step")}


@dataclass(frozen=True, slots=True)
class HeldWords:
    """`short` for a chip, `sentence` with the days, `value` of one day."""

    icon: str
    short: Callable[[Any, Reader], str]
    sentence: Callable[[Any, Reader], str]
    value: Callable[[Any, HeldDay, Reader], str]


def _least(held: Sequence[HeldDay]) -> str:
    """8 or more; a number alone where all days have it."""
    values = {each.value for each in held}
    return show(min(values)) if len(values) == 1 else f"{show(min(values))} or more"


def _plain(day: HeldDay) -> str:
    return show(day.value)


def _high_short(reason: PainHigh, reader: Reader) -> str:
    return f"{reader.pain(reason.site)} {_least(reason.held)}, {running(reason.held)}{reader.last(reason.held)}"


def _high_sentence(reason: PainHigh, reader: Reader) -> str:
    days = reader.days(reason.held, _plain)
    return f"{reader.pain(reason.site)} {_least(reason.held)} on {running(reason.held)} ({days})."


def _score(reason: PainHigh | PainUp, day: HeldDay, reader: Reader) -> str:
    return f"{reader.pain(reason.site)} {show(day.value)}"


def _bearable_short(reason: NotBearable, reader: Reader) -> str:
    return f"Says the pain is not bearable, {running(reason.held)}{reader.last(reason.held)}"


def _bearable_sentence(reason: NotBearable, reader: Reader) -> str:
    return f"Said on {running(reason.held)} that the pain was not bearable ({reader.days(reason.held, lambda _d: '')})."


def _since(reason: PainUp, reader: Reader) -> str:
    """Last week, while the days that it is compared with are of about then; else the newest of those days."""
    first, newest = reason.before[0].day, reason.before[-1].day
    is_last_week = (reader.today - newest).days <= WEEK and (reader.today - first).days <= 2 * WEEK
    return "last week" if is_last_week else reader.day(newest)


def _up_short(reason: PainUp, reader: Reader) -> str:
    up, since = show(reason.by), _since(reason, reader)
    return f"{reader.pain(reason.site)} up {up} since {since}, {running(reason.held)}{reader.last(reason.held)}"


def _compared(reason: PainUp | WalkingDown, reader: Reader) -> str:
    first, last = reader.day(reason.before[0].day), reader.day(reason.before[-1].day)
    return f"{show(reason.median)}, the median of {len(reason.before)} days with entries from {first} to {last}"


def _up_sentence(reason: PainUp, reader: Reader) -> str:
    return (
        f"{reader.pain(reason.site)} {show(reason.now)} {reader.when(reason.held[-1].day)}, up {show(reason.by)} from "
        f"{_compared(reason, reader)}. It was up on {running(reason.held)} ({reader.days(reason.held, _plain)})."
    )


def _walking_short(reason: WalkingDown, reader: Reader) -> str:
    name, noun = MEASURES[reason.measure]
    to = counted(reason.now, noun) if reason.measure is Measure.WALKING else show(reason.now)
    return f"{name} down from {show(reason.median)} to {to} a day, {running(reason.held)}{reader.last(reason.held)}"


def _walking_sentence(reason: WalkingDown, reader: Reader) -> str:
    name, noun = MEASURES[reason.measure]
    to = counted(reason.now, noun) if reason.measure is Measure.WALKING else show(reason.now)
    return (
        f"{name} {to} {reader.when(reason.held[-1].day)}, down from {_compared(reason, reader)}. "
        f"It was down on {running(reason.held)} ({reader.days(reason.held, _plain)})."
    )


def _walked(reason: WalkingDown, day: HeldDay, _reader: Reader) -> str:
    return counted(day.value, MEASURES[reason.measure][1])


def _exercise_short(reason: ExercisePain, reader: Reader) -> str:
    return f"Pain in exercises {_least(reason.held)}, {often(reason.held)}{reader.last(reason.held)}"


def _exercise_sentence(reason: ExercisePain, reader: Reader) -> str:
    told = [
        f"{show(day.value)} {reader.when(day.day)} (average of that day {show(average)})"
        for day, average in zip(reason.held, reason.averages, strict=True)
    ]
    return f"Pain during exercises {listed(told)}."


def _settled_sentence(reason: NotSettled, reader: Reader) -> str:
    days = listed([reader.day(each.day) for each in reason.held])
    return f"The pain had not settled by the next morning after the exercises of {days}."


def _adherence_short(reason: AdherenceLow, _reader: Reader) -> str:
    told, days = reason.adherence, (reason.window[1] - reason.window[0]).days + 1
    recorded, missing = show_units(told.done + told.not_done), told.not_recorded
    words = f"Exercises: {show_units(told.done)} done of {recorded} recorded in {days} days"
    return f"{words}, {missing} not recorded" if missing else words


def _adherence_sentence(reason: AdherenceLow, reader: Reader) -> str:
    first, last = (reader.day(day) for day in reason.window)
    return f"Exercises from {first} to {last}: {adherence_words(reason.adherence)} (plan {reason.plan_version})."


def _leg_short(reason: LegNotDown, reader: Reader) -> str:
    down = reason.leg_before - reason.median
    change = f"down only {show(down)}" if down > 0 else "not down" if down == 0 else f"up {show(-down)}"
    scores = f"{show(reason.leg_before)} before, {show(reason.median)} in week six"
    return f"{reader.pain(Site.LEG)} {change} six weeks after: {scores}"


def _leg_sentence(reason: LegNotDown, reader: Reader) -> str:
    first, last = reader.day(reason.held[0].day), reader.day(reason.held[-1].day)
    return (
        f"{reader.pain(Site.LEG)} was {show(reason.leg_before)} before surgery and {show(reason.median)} in week six, "
        f"the median of {len(reason.held)} days with entries from {first} to {last}."
    )


WORDS_OF: dict[type[Held], HeldWords] = {
    PainHigh: HeldWords("up", _high_short, _high_sentence, _score),
    NotBearable: HeldWords("flag", _bearable_short, _bearable_sentence, lambda *_: "Not bearable"),
    PainUp: HeldWords("up", _up_short, _up_sentence, _score),
    WalkingDown: HeldWords("down", _walking_short, _walking_sentence, _walked),
    ExercisePain: HeldWords(
        "flag", _exercise_short, _exercise_sentence, lambda _r, day, _: f"Pain in exercises {show(day.value)}"
    ),
    NotSettled: HeldWords(
        "clock",
        lambda reason, reader: f"Not settled by next morning, {often(reason.held)}{reader.last(reason.held)}",
        _settled_sentence,
        lambda *_: "Not settled by next morning",
    ),
    NotWellRunning: HeldWords(
        "info",
        lambda reason, reader: f"Not well {running(reason.held)}{reader.last(reason.held)}",
        lambda reason, reader: f"Said “not well today” {reader.days(reason.held, lambda _day: '')}.",
        lambda *_: "Not well",
    ),
    AdherenceLow: HeldWords(
        "chart",
        _adherence_short,
        _adherence_sentence,
        lambda _r, day, _: "1 session" if day.value == 1 else f"{show(day.value)} sessions",
    ),
    LegNotDown: HeldWords(
        "flag", _leg_short, _leg_sentence, lambda _r, day, reader: f"{reader.pain(Site.LEG)} {show(day.value)}"
    ),
}


def held_words(reason: Held) -> HeldWords:
    """KeyError for a type that has no words."""
    return WORDS_OF[type(reason)]


def held_css(reason: Held) -> str:
    """What can wait for the next visit has no colour."""
    return "chip-call" if reason.group is Group.TODAY else ""
