"""Exercises in words: what is prescribed, and what became of it. One wording on every screen."""

from recovery.content.wording import words
from recovery.domain.therapy import Outcome, Prescription, UnitDone, WhyNot, WhyStopped
from recovery.web.present.numbers import counted

WORDS = words("exercises")
OUTCOME_NAMES = {Outcome.DONE: WORDS.done, Outcome.PARTLY: WORDS.partly, Outcome.NOT_DONE: WORDS.not_done}
SHARE_NAMES = {25: WORDS.a_quarter, 50: WORDS.a_half, 75: WORDS.most_of_it}
WHY_NAMES = {
    WhyNot.PAIN: WORDS.it_hurt,
    WhyNot.TIRED: WORDS.i_was_tired,
    WhyNot.UNWELL: WORDS.i_was_not_well,
    WhyNot.NO_TIME: WORDS.i_had_no_time,
    WhyNot.FORGOT: WORDS.i_forgot,
    WhyNot.UNSURE_HOW: WORDS.i_was_not_sure_how,
    WhyNot.OTHER: WORDS.something_else,
}
WHY_STOPPED_NAMES = {
    WhyStopped.PAIN: WORDS.it_hurt,
    WhyStopped.TIRED: WORDS.i_was_tired,
    WhyStopped.DIZZY: WORDS.i_felt_dizzy,
    WhyStopped.UNWELL: WORDS.i_was_not_well,
    WhyStopped.NO_TIME: WORDS.i_had_no_time,
    WhyStopped.UNSURE_HOW: WORDS.i_was_not_sure_how,
    WhyStopped.OTHER: WORDS.something_else,
}
EFFORT_WORDS = {
    0: WORDS.effort_0,
    2: WORDS.effort_2,
    4: WORDS.effort_4,
    6: WORDS.effort_6,
    8: WORDS.effort_8,
    10: WORDS.effort_10,
}
"""Our own words for effort (CLINICAL.md 3); the numbers between them have none."""

_TIMES_A_DAY = {1: WORDS.once_a_day, 2: WORDS.twice_a_day}
_ORDINALS = tuple(WORDS.ordinals.split())


def amount_words(prescription: Prescription) -> str:
    """How much each time: "2 sets of 10", "3 sets, hold 10 seconds", "10 minutes"; "" where nothing is named."""
    parts = [_sets_words(prescription)]
    if prescription.hold_seconds:
        parts.append(WORDS.hold.format(seconds=counted(prescription.hold_seconds, "second")))
    if prescription.minutes:
        parts.append(counted(prescription.minutes, "minute"))
    return ", ".join(part for part in parts if part)


def _sets_words(prescription: Prescription) -> str:
    sets = counted(prescription.sets, "set") if prescription.sets else ""
    if not prescription.repetitions:
        return sets
    if not sets:
        return counted(prescription.repetitions, "time")
    return WORDS.sets_of.format(sets=sets, repetitions=prescription.repetitions)


def times_words(times_a_day: int) -> str:
    return _TIMES_A_DAY.get(times_a_day) or WORDS.times_a_day.format(times=times_a_day)


def prescription_words(prescription: Prescription) -> str:
    """2 sets of 10, twice a day."""
    amount, times = amount_words(prescription), times_words(prescription.times_a_day)
    return f"{amount}, {times}" if amount else times.capitalize()


def time_name(time: int, times_a_day: int) -> str:
    """Which due time of the day: "First time", "Second time"; "" where there is only one."""
    return WORDS.ordinal_time.format(ordinal=_ORDINALS[time - 1]) if times_a_day > 1 else ""


def unit_words(done: UnitDone) -> str:
    """Done. Partly, about half: I was tired. Not done: it hurt. With what was really done, where it was said."""
    words = OUTCOME_NAMES[done.outcome]
    if done.share:
        words += f", {in_sentence(SHARE_NAMES[done.share])}"
    amounts = done_amounts(done)
    if amounts:
        words += f" ({amounts})"
    return f"{words}: {in_sentence(WHY_NAMES[done.why])}" if done.why else words


def done_amounts(done: UnitDone) -> str:
    """2 sets, 8 times, 5 minutes: only what was said."""
    told = ((done.sets, "set"), (done.repetitions, "time"), (done.minutes, "minute"))
    return ", ".join(counted(number, noun) for number, noun in told if number is not None)


def effort_words(effort: int) -> str:
    """4 of 10 (moderate)."""
    name = EFFORT_WORDS.get(effort)
    return (WORDS.effort_of_10_named if name else WORDS.effort_of_10).format(effort=effort, name=name)


def in_sentence(words: str) -> str:
    """The first letter small, but never in "I"."""
    return words if words.startswith("I ") else words[0].lower() + words[1:]
