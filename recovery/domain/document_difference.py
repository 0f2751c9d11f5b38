"""What differs between two versions of a document: paragraphs side by side, and words within them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

ALIKE = 0.4
"""From this share of common words on a changed paragraph counts as the same one, changed."""

_WORDS = re.compile(r"\S+\s*")


class Kind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same, added or removed."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphDifference:
    """`old` and `new` are numbers counted from 1; None where there is no such paragraph in that version."""

    kind: Kind
    old: int | None
    new: int | None
    pieces: tuple[Piece, ...]


def matched_paragraphs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """By number of the new paragraph the number of the old one that it is, or was before it changed."""
    matched: dict[int, int] = {}
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            matched |= {new_from + step + 1: old_from + step + 1 for step in range(old_to - old_from)}
        elif tag == "replace":
            matched |= _most_alike(old, range(old_from, old_to), new, range(new_from, new_to))
    return matched


def _most_alike(old: Sequence[str], olds: range, new: Sequence[str], news: range) -> dict[int, int]:
    """In order, so that paragraphs never cross; each old one is taken once."""
    matched, next_old = {}, olds.start
    for at in news:
        ratios = [(_alike(old[candidate], new[at]), -candidate) for candidate in range(next_old, olds.stop)]
        best = max(ratios, default=(0.0, 0))
        if best[0] >= ALIKE:
            matched[at + 1] = -best[1] + 1
            next_old = -best[1] + 1
    return matched


def _alike(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[ParagraphDifference, ...]:
    """Every paragraph of both versions once, in the order of the new one; removed ones stand where they were."""
    matched = matched_paragraphs(old, new)
    told, done = [], 0
    for number, text in enumerate(new, 1):
        before = matched.get(number)
        if before is None:
            told.append(ParagraphDifference(Kind.ADDED, None, number, (Piece(Kind.ADDED, text),)))
            continue
        told += [_removed(old, gone) for gone in range(done + 1, before)]
        done = before
        pieces = words_between(old[before - 1], text)
        is_same = all(piece.kind is Kind.SAME for piece in pieces)
        told.append(ParagraphDifference(Kind.SAME if is_same else Kind.CHANGED, before, number, pieces))
    told += [_removed(old, gone) for gone in range(done + 1, len(old) + 1)]
    return tuple(told)


def _removed(old: Sequence[str], number: int) -> ParagraphDifference:
    return ParagraphDifference(Kind.REMOVED, number, None, (Piece(Kind.REMOVED, old[number - 1]),))


def words_between(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with what was removed beside it: joined, the pieces that stay or were added are the new text."""
    olds, news = _WORDS.findall(old), _WORDS.findall(new)
    pieces = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Kind.SAME, "".join(news[new_from:new_to])))
            continue
        if old_to > old_from:
            pieces.append(Piece(Kind.REMOVED, "".join(olds[old_from:old_to])))
        if new_to > new_from:
            pieces.append(Piece(Kind.ADDED, "".join(news[new_from:new_to])))
    return tuple(pieces)
