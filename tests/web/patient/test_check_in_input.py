"""Every input of a check-in tried badly: a clear sentence, what was typed kept, nothing wrong stored."""

import pytest
from check_in_form import count, stored

NUMBERS = ("walking_minutes", "longest_walk_minutes", "steps", "sitting_minutes")
SCORES = ("back_pain_average", "back_pain_worst", "leg_pain_average", "leg_pain_worst")
BAD = (
    "-1",
    "11.5",
    "1e309",
    "1_0",
    "+5",
    "0x10",
    "ten",
    "½",
    "NaN",
    "9" * 10_000,
    "<script>alert(1)</script>",
    "１ ２",
)


@pytest.mark.parametrize("name", [*NUMBERS, *SCORES])
def test_a_number_that_cannot_be_read_gets_a_sentence_and_keeps_the_rest(app, people, visit, name):
    visitor = visit(people.asha)
    for bad in BAD:
        answer = visitor.record(**{"note": "keep me", name: bad})
        assert answer.status == 422, bad[:12]
        assert answer.page.find("a", href=f"#{name}"), "the summary links to the field"
        assert answer.page.find(id=name)
        assert "keep me" in answer.text
        assert "<script>alert" not in answer.text
    assert count(app) == 0


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("walking_minutes", 600),
        ("longest_walk_minutes", 600),
        ("steps", 60_000),
        ("sitting_minutes", 480),
        *[(score, 10) for score in SCORES],
    ],
)
def test_bounds_are_closed_and_one_more_is_refused(app, people, visit, name, most):
    visitor = visit(people.asha)
    assert visitor.record(**{name: str(most + 1)}).status == 422
    assert visitor.record(**{name: str(most)}).status == 303
    assert visitor.record(**{name: "0"}).status == 303
    assert [getattr(each, name) for each in stored(app, people.asha_episode)] == [most, 0]


@pytest.mark.parametrize("typed", ["٢٠", "२०", "２０", " 20 ", "0020"])
def test_digits_of_other_scripts_are_understood(app, people, visit, typed):
    assert visit(people.asha).record(walking_minutes=typed).status == 303
    assert stored(app, people.asha_episode)[0].walking_minutes == 20


@pytest.mark.parametrize("name", ["walking_aid", "stairs", "bearable"])
def test_a_choice_that_is_not_offered_is_refused(app, people, visit, name):
    answer = visit(people.asha).record(**{name: "broomstick", "note": "keep me"})
    assert answer.status == 422
    assert "keep me" in answer.text
    assert count(app) == 0


def test_a_long_note_is_kept_as_typed_and_asked_to_be_shorter(app, people, visit):
    answer = visit(people.asha).record(note="a" * 10_000)
    assert answer.status == 422
    assert "10,000 letters and spaces, and 2,000 fit" in answer.words
    assert "a" * 10_000 in answer.text
    assert count(app) == 0


def test_script_tags_and_control_characters_in_a_note_are_only_text(app, people, visit):
    visit(people.asha).record(note="<script>alert(1)</script>\x00\x1b[31m ok")
    assert stored(app, people.asha_episode)[0].note == "<script>alert(1)</script>[31m ok"
    answer = visit(people.asha).get("/progress")
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "bad", ["0001-01-01", "2026-08-11", "2026-11-24", "9999-12-31", "22/11/2026", "2026-02-30", "soon"]
)
def test_a_day_outside_or_unreadable_is_asked_again(app, people, visit, bad):
    answer = visit(people.asha).record(recorded_on=bad, back_pain_average="3")
    assert answer.status == 422
    assert answer.page.find("a", href="#recorded_on")
    assert answer.page.find(id="recorded_on")["value"] == bad
    assert count(app) == 0


@pytest.mark.parametrize("good", ["2026-08-12", "2026-11-10", "2026-11-22", "2026-11-23", "٢٠٢٦-١١-٢٢"])
def test_days_from_90_before_the_operation_to_the_latest_day_on_earth_are_taken(app, people, visit, good):
    """The operation was on 10 November; at noon in London it is already the 23rd in Kiritimati."""
    assert visit(people.asha).record(recorded_on=good, back_pain_average="3").status == 303
    assert count(app) == 1


def test_a_sign_that_is_on_no_list_is_asked_about_again_and_nothing_is_stored(app, people, visit):
    answer = visit(people.asha).record(warning_signs="made-up", note="Kept")
    assert answer.status == 422
    summary = answer.page.find("a", href="#warning_signs")
    assert "We do not know the warning sign" in summary.get_text()
    assert "Kept" in answer.text
    assert count(app) == 0
