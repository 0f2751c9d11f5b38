"""Searching: the pieces are the text, and what is marked is what was asked for."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.passage_search import runs


@given(st.text(max_size=60), st.text(max_size=12))
def test_the_runs_joined_are_the_text(text, query):
    found = runs(text, query)
    assert "".join(run.text for run in found) == text
    assert all(one.is_found is not other.is_found for one, other in pairwise(found))


def test_accents_and_capitals_do_not_matter():
    marked = [run.text for run in runs("Café walks, CAFE talks", "cafe") if run.is_found]
    assert marked == ["Café", "CAFE"]
