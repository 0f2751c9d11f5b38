"""One way to show a number on every screen."""

from math import floor


def show(value: float) -> str:
    """3, 3.5, 3.3: at most one decimal, halves rounded up. What stands where there is none is the caller's word."""
    tenths = floor(value * 10 + 0.5)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def show_units(value: float) -> str:
    """18, 18.5, 18.25: units are counted in quarters, so nothing is rounded and what is shown adds up."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def counted(number: float, noun: str) -> str:
    """1 minute, 25 minutes, 0 steps."""
    return f"{show(number)} {noun}" if number == 1 else f"{show(number)} {noun}s"
