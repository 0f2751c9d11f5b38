"""Differences: nothing of either version is left out, and paragraphs never cross."""

from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.document_difference import Kind, difference, matched_paragraphs, words_between

TEXTS = st.lists(st.sampled_from(["Walk every day.", "Walk each day.", "Rest.", "Rest at night.", "Ask."]), max_size=6)


@given(TEXTS, TEXTS)
def test_every_paragraph_of_both_stands_once_and_none_cross(old, new):
    told = difference(old, new)
    assert sorted(each.new for each in told if each.new) == list(range(1, len(new) + 1))
    assert sorted(each.old for each in told if each.old) == list(range(1, len(old) + 1))
    matched = matched_paragraphs(old, new)
    assert list(matched.values()) == sorted(set(matched.values()))


@given(st.text("abc .", max_size=40), st.text("abc .", max_size=40))
def test_what_stays_and_what_is_added_is_the_new_text(old, new):
    kept = "".join(piece.text for piece in words_between(old, new) if piece.kind is not Kind.REMOVED)
    assert kept.split() == new.split()
    gone = "".join(piece.text for piece in words_between(old, new) if piece.kind is not Kind.ADDED)
    assert gone.split() == old.split()
