"""Search in Learn: over what is approved for this operation, by POST, with what was found marked."""

import pytest
import reading


@pytest.fixture
def asha(app, people, visit):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=("4.3",))
    return visit(people.asha)


def find(visitor, query):
    return visitor.post("/learn/search", {"query": query})


def test_it_finds_words_in_every_stage_whatever_their_capitals_and_marks_them(asha):
    answer = find(asha, "FUSION")
    assert "found." in answer.words
    assert {mark.get_text().lower() for mark in answer.page.select("mark")} == {"fusion"}
    assert len(answer.page.select("article")) >= 1


def test_every_word_has_to_be_there(asha):
    assert len(find(asha, "spinal").page.select("article")) > len(find(asha, "spinal fusion").page.select("article"))
    assert "Nothing here has that" in find(asha, "fusion zebra").words


def test_what_is_not_approved_or_for_another_operation_is_not_found(asha):
    unapproved = reading.WORDS["4.3"].split()[:6]
    assert "Nothing here has that" in find(asha, " ".join(unapproved)).words
    of_another = " ".join(reading.WORDS["3.1-2"].split()[:6])
    assert "Nothing here has that" in find(asha, of_another).words


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("", "Write a word to look for"), ("?!", "Write a word to look for"), ("x" * 101, "Write fewer words")],
)
def test_what_cannot_be_looked_for_is_said(asha, query, sentence):
    answer = find(asha, query)
    assert (answer.status, sentence in answer.words) == (200, True)


def test_what_was_typed_is_shown_as_text(asha):
    answer = find(asha, "<b>walk</b>")
    assert "<b>walk" not in answer.text
    assert answer.page.find("input", {"name": "query"})["value"] == "<b>walk</b>"


def test_the_words_stand_in_no_address(asha):
    assert asha.get("/learn").page.find("form", role="search")["method"] == "post"
