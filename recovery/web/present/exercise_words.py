"""Exercises in words: what is prescribed, and what became of it. One wording on every screen."""

from recovery.domain.therapy import Outcome, Prescription, UnitDone, WhyNot
from recovery.web.present.numbers import counted

OUTCOME_NAMES = {Outcome.DONE: "Done", Outcome.PARTLY: "Partly", Outcome.NOT_DONE: "Not done"}
SHARE_NAMES = {25: "About a quarter", 50: "About half", 75: "Most of it"}
WHY_NAMES = {
    WhyNot.PAIN: "It hurt",
    WhyNot.TIRED: "I was tired",
    WhyNot.UNWELL: "I was not well",
    WhyNot.NO_TIME: "I had no time",
    WhyNot.FORGOT: "I forgot",
    WhyNot.UNSURE_HOW: "I was not sure how",
    WhyNot.OTHER: "Something else",
}
EFFORT_WORDS = {0: "rest", 2: "light", 4: "moderate", 6: "hard", 8: "very hard", 10: "most possible"}
"""Our own words for effort (CLINICAL.md 3); the numbers between them have none."""

_TIMES_A_DAY = {1: "once a day", 2: "twice a day"}
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def amount_words(prescription: Prescription) -> str:
    """How much each time: "2 sets of 10", "3 sets, hold 10 seconds", "10 minutes"; "" where nothing is named."""
    parts = [_sets_words(prescription)]
    if prescription.hold_seconds:
        parts.append(f"hold {counted(prescription.hold_seconds, 'second')}")
    if prescription.minutes:
        parts.append(counted(prescription.minutes, "minute"))
    return ", ".join(part for part in parts if part)


def _sets_words(prescription: Prescription) -> str:
    sets = counted(prescription.sets, "set") if prescription.sets else ""
    if not prescription.repetitions:
        return sets
    return f"{sets} of {prescription.repetitions}" if sets else counted(prescription.repetitions, "time")


def times_words(times_a_day: int) -> str:
    return _TIMES_A_DAY.get(times_a_day, f"{times_a_day} times a day")


def prescription_words(prescription: Prescription) -> str:
    """2 sets of 10, twice a day."""
    amount, times = amount_words(prescription), times_words(prescription.times_a_day)
    return f"{amount}, {times}" if amount else times.capitalize()


def time_name(time: int, times_a_day: int) -> str:
    """Which due time of the day: "First time", "Second time"; "" where there is only one."""
    return f"{_ORDINALS[time - 1]} time" if times_a_day > 1 else ""


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
    return f"{effort} of 10 ({name})" if name else f"{effort} of 10"


def in_sentence(words: str) -> str:
    """The first letter small, but never in "I"."""
    return words if words.startswith("I ") else words[0].lower() + words[1:]
