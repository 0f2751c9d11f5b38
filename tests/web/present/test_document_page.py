"""How the pages of a document tell what a passage is."""

import pytest

from recovery.domain.readability import flesch_kincaid
from recovery.web.present.document_page import grade_words


@pytest.mark.parametrize("plain", ["Go.", "Rest. Walk a bit. Sit up."])
def test_a_grade_below_nought_is_told_as_nought(plain):
    assert flesch_kincaid(plain) < 0
    assert grade_words(plain) == "Reading grade 0.0 (6 or lower is plain)"


def test_without_plain_words_there_is_no_grade():
    assert grade_words(" … ") == "There are no plain words yet"
