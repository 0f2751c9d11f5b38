"""How hard a text is to read: Flesch-Kincaid grade and SMOG, procedure names excepted (CLINICAL.md 9).

Flesch-Kincaid: 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid 1975). SMOG: 1.0430 sqrt(polysyllables x
30 / sentences) + 3.1291 (McLaughlin 1969). Syllables are counted by rule, so a grade is good to about half a point.
"""

import math
import re
from collections.abc import Iterable

GLOSSED = (
    "minimally invasive",
    "physical therapy",
    "physiotherapist",
    "physiotherapy",
    "spinal stenosis",
    "degenerative disc disease",
    "spondylolisthesis",
    "laminectomy",
    "discectomy",
    "vertebrae",
)
"""Names of procedures and their makers, explained where they are used: each counts as one short word."""

POLYSYLLABLE = 3
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+")
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """At least 1. A silent final e, -ed and -es are not counted; -le behind a consonant is."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(letters))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxzhcg]es$|[aeiouy]le$", letters):
        count -= 1
    return max(count, 1)


def flesch_kincaid(text: str) -> float:
    """Grade of one passage. Raises ValueError for a text without words."""
    words, sentences = _words(text), _sentence_count(text)
    return 0.39 * len(words) / sentences + 11.8 * sum(syllables(word) for word in words) / len(words) - 15.59


def smog(texts: Iterable[str]) -> float:
    """Grade of a corpus taken as one text."""
    whole = "\n".join(texts)
    hard = sum(syllables(word) >= POLYSYLLABLE for word in _words(whole))
    return 1.0430 * math.sqrt(hard * 30 / _sentence_count(whole)) + 3.1291


def _words(text: str) -> list[str]:
    plain = text
    for name in GLOSSED:
        plain = re.sub(rf"\b{name}s?\b", "name", plain, flags=re.IGNORECASE)
    words = _WORD.findall(plain)
    if not words:
        raise ValueError("a text without words has no grade")
    return words


def _sentence_count(text: str) -> int:
    return max(1, len(re.findall(r"[.!?]+(?=\s|$)|\n(?=\S)", text.strip())))
