"""Everything that patients read, as one corpus: plain enough for somebody of nine to eleven (CLINICAL.md 9)."""

import re
import tomllib

import pytest
from enforcers import ROOT, forbidden_words

from recovery.content.shipped import shipped_document
from recovery.content.starter_library import EXERCISES
from recovery.domain.daily_signs import DAILY_ROWS
from recovery.domain.full_signs import FULL_LIST
from recovery.domain.readability import flesch_kincaid, smog

FAMILIES = {path.stem: path for path in sorted((ROOT / "recovery/content/words/en").glob("*.toml"))}
FRIGHTENS = re.compile(r"\b(danger\w*|failed|failure|bad sign|must not|never do|forbidden|missed)\b", re.IGNORECASE)
PRAISES = re.compile(r"\b(great job|well done|streak|badge|good work|congratulations|amazing)\b", re.IGNORECASE)
SAYS_NOT_MISSED = "not count as missed"


def sentences_of(family: str) -> list[str]:
    """Each line as a sentence; "it" stands for what is filled in."""
    told = tomllib.loads(FAMILIES[family].read_text(encoding="utf-8"))
    lines = [line.strip() for words in told.values() for line in re.sub(r"\{[a-z_0-9]+\}", "it", words).splitlines()]
    return [line if line[-1] in ".?!" else f"{line}." for line in lines if line]


def corpus() -> list[str]:
    words = [sentence for family in FAMILIES for sentence in sentences_of(family)]
    signs = [f"{sign.ask}." for sign in (*DAILY_ROWS, *FULL_LIST)]
    passages = [passage.plain for passage in shipped_document().passages]
    return [*words, *signs, *passages, *(exercise.how_to for exercise in EXERCISES.values())]


def test_the_whole_corpus_stays_at_smog_8_or_lower():
    assert len(corpus()) > 600
    assert smog(corpus()) <= 8


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_reads_at_grade_6_or_lower_and_smog_8(family):
    assert flesch_kincaid("\n".join(sentences_of(family))) <= 6
    assert smog(sentences_of(family)) <= 8


@pytest.mark.parametrize("family", FAMILIES)
def test_no_single_sentence_is_long(family):
    """Twenty-two words at most between two stops."""
    parts = [part for sentence in sentences_of(family) for part in re.split(r"[.!?:]\s", sentence)]
    assert not [part for part in parts if len(part.split()) > 22]


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_frightens_praises_or_claims_what_a_record_does_not_do(family):
    told = [sentence.replace(SAYS_NOT_MISSED, "") for sentence in sentences_of(family)]
    for pattern in (FRIGHTENS, PRAISES):
        assert not [sentence for sentence in told if pattern.search(sentence)]
    assert not [sentence for sentence in told if forbidden_words(sentence)]
