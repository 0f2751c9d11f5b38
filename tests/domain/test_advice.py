"""Pinned advice: a passage's own comes before that about everything, and only what is in force takes a place."""

from datetime import timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st
from moment import NOW

from recovery.domain.advice import Advice, running, taking_the_place_of

PASSAGES = [UUID(int=each) for each in (1, 2, 3)]


def advice(words="Rest more.", *, passages=(), hours=0, ended=False):
    at = NOW + timedelta(hours=hours)
    return Advice(uuid4(), words, "Ben Okoro", at, frozenset(passages), ended_at=at if ended else None)


many = st.lists(
    st.builds(advice, passages=st.sets(st.sampled_from(PASSAGES)), hours=st.integers(-50, 50), ended=st.booleans()),
    max_size=6,
)


@given(many, st.sampled_from([None, *PASSAGES]))
def test_only_advice_in_force_about_this_passage_or_about_everything_takes_its_place(known, passage_id):
    found = taking_the_place_of(passage_id, known)
    in_force = [each for each in known if each.ended_at is None]
    if found is None:
        assert not [each for each in in_force if not each.passages or passage_id in each.passages]
    else:
        assert found in in_force
        assert not found.passages or passage_id in found.passages


@given(many)
def test_what_is_in_force_stands_the_last_pinned_first(known):
    in_force = running(known)
    assert set(in_force) == {each for each in known if each.is_running}
    assert [each.pinned_at for each in in_force] == sorted((each.pinned_at for each in in_force), reverse=True)


def test_a_passages_own_advice_comes_before_newer_advice_about_everything():
    own, general = advice("Sit little.", passages=PASSAGES[:1]), advice("Rest.", hours=5)
    assert taking_the_place_of(PASSAGES[0], [own, general]) == own
    assert taking_the_place_of(PASSAGES[1], [own, general]) == general
    assert taking_the_place_of(None, [own, general]) == general
    assert taking_the_place_of(None, [own]) is None
