"""Search in what is approved for one operation: every word that was asked for, whatever its capitals and accents."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from recovery.domain.guidance import Passage, ShownPassage, passages_for, why_shown
from recovery.domain.operation import Operation
from recovery.domain.stage import Stage

LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text, found or not. Joined, the runs are the text."""

    text: str
    is_found: bool


def search(
    passages: Iterable[Passage], operation: Operation, stages: Iterable[Stage], query: str
) -> tuple[ShownPassage, ...]:
    """Each passage once, under the earliest of `stages` in which it is placed; empty without a word to look for."""
    words = _words(query)
    if not words:
        return ()
    known, found, seen = tuple(passages), [], set[tuple[str, int, int, str]]()
    for stage in stages:
        for passage in passages_for(known, operation, stage):
            key = (*passage.place, passage.original)
            why = why_shown(passage, operation, stage)
            if why is None or key in seen or not _holds_all(passage, words):
                continue
            seen.add(key)
            found.append(ShownPassage(passage, why))
    return tuple(found)


def _holds_all(passage: Passage, words: list[str]) -> bool:
    text = _folded(f"{passage.heading}\n{passage.plain}\n{passage.original}")[0]
    return all(word in text for word in words)


def runs(text: str, query: str) -> tuple[Run, ...]:
    """The text in pieces, with every place where one of the words stands."""
    folded, places = _folded(text)
    found = [False] * len(text)
    for word in _words(query):
        start = folded.find(word)
        while start >= 0:
            for at in range(start, start + len(word)):
                found[places[at]] = True
            start = folded.find(word, start + 1)
    pieces: list[Run] = []
    for letter, is_found in zip(text, found, strict=True):
        if pieces and pieces[-1].is_found is is_found:
            pieces[-1] = Run(pieces[-1].text + letter, is_found)
        else:
            pieces.append(Run(letter, is_found))
    return tuple(pieces)


def _words(query: str) -> list[str]:
    return [word for word in _folded(query)[0].split() if any(each.isalnum() for each in word)]


def _folded(text: str) -> tuple[str, list[int]]:
    """Without capitals and accents, and for each letter of that the place it had in `text`."""
    letters, places = [], []
    for place, letter in enumerate(text):
        for each in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(each):
                letters.append(each)
                places.append(place)
    return "".join(letters), places
