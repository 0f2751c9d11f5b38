"""Readability against values worked out by hand."""

import pytest

from recovery.domain.readability import flesch_kincaid, smog, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("back", 1), ("walk", 1), ("surgery", 3), ("little", 2), ("made", 1), ("helped", 1), ("rested", 2), ("being", 1)],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_flesch_kincaid_by_hand():
    """6 words, 2 sentences, 6 syllables: 0.39 x 3 + 11.8 x 1 - 15.59."""
    assert flesch_kincaid("Walk a bit. Rest a bit.") == pytest.approx(0.39 * 3 + 11.8 - 15.59)


def test_a_procedures_name_counts_as_one_short_word():
    assert flesch_kincaid("A laminectomy can help.") == flesch_kincaid("A name can help.")


def test_smog_by_hand():
    """One word of three syllables in one sentence."""
    assert smog(["Surgery can help."]) == pytest.approx(1.0430 * 30**0.5 + 3.1291)


def test_a_text_without_words_has_no_grade():
    with pytest.raises(ValueError, match="without words"):
        flesch_kincaid("...")
