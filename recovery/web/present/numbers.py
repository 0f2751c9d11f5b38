"""One way to show a number on every screen."""

from math import floor

from recovery.content.wording import words

WORDS = words("common")
QUARTERS = ("", "¼", "½", "¾")
NOUNS = {
    "minute": (WORDS.one_minute, WORDS.minutes),
    "second": (WORDS.one_second, WORDS.seconds),
    "step": (WORDS.one_step, WORDS.steps),
    "set": (WORDS.one_set, WORDS.sets),
    "time": (WORDS.one_time, WORDS.times),
}


def show(value: float) -> str:
    """3, 3.5, 3.3: at most one decimal, halves rounded up. What stands where there is none is the caller's word."""
    tenths = floor(value * 10 + 0.5)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def show_units(value: float) -> str:
    """18, 18½, ¼: units are counted in quarters, so nothing is rounded and what is shown adds up."""
    whole, quarters = divmod(round(value * 4), 4)
    return f"{whole or ''}{QUARTERS[quarters]}" or "0"


def counted(number: float, noun: str) -> str:
    """1 minute, 25 minutes, 0 steps. `noun` is one of NOUNS."""
    one, several = NOUNS[noun]
    return (one if number == 1 else several).format(number=show(number))
