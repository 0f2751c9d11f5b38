"""Texts of any length in a place of one size. What is cut says so: the record has the whole."""

from collections.abc import Sequence

MORE = " … (see the record)"


def one_line(text: str) -> str:
    """Without line breaks and other marks that move what comes after them: nobody's words can look like another
    line.
    """
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def cut(text: str, longest: int) -> str:
    """At most `longest` characters, cut between words where there is a gap near the end."""
    whole = one_line(text)
    if len(whole) <= longest:
        return whole
    kept = whole[: longest - len(MORE)]
    at_gap = kept.rpartition(" ")[0]
    return (at_gap if len(at_gap) > len(kept) // 2 else kept).rstrip() + MORE


def first_of(lines: Sequence[str], most: int, longest: int) -> tuple[str, ...]:
    """The first `most`, each cut; and how many more there are."""
    more = len(lines) - most
    told = tuple(cut(each, longest) for each in lines[:most])
    return (*told, f"and {more} more: see the record") if more > 0 else told
