"""Answers about a therapy session that do not fit: asked again, everything typed kept, nothing wrong stored."""

import make
import pytest
from therapy_form import NEW, RECORD, count, field, send, stored

from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.records.plans import plans_of


@pytest.fixture
def plan(app, people):
    """Asha's: heel slides and a walk, both twice a day."""
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


def test_partly_without_how_much_is_asked(app, asha, plan):
    answer = send(asha, **{field("unit", plan[0]): "partly", "note": "keep me"})
    assert answer.status == 422
    assert "How much of it did you do?" in answer.page.find(id="errors").get_text()
    assert answer.page.find("a", href=f"#{field('share', plan[0])}")
    assert "keep me" in answer.text
    assert count(app) == 0


@pytest.mark.parametrize("told", [("share", "50"), ("why", "pain"), ("minutes", "5")])
def test_more_about_a_unit_without_saying_how_it_went_is_asked(app, asha, plan, told):
    kind, value = told
    answer = send(asha, **{field(kind, plan[1]): value})
    assert answer.status == 422
    assert "Choose done, partly or not done for Walk, first time" in answer.words
    assert count(app) == 0


def test_an_amount_of_what_was_not_done_is_asked_about(app, asha, plan):
    answer = send(asha, **{field("unit", plan[1]): "not_done", field("minutes", plan[1]): "5"})
    assert answer.status == 422
    assert "You wrote how much you did" in answer.words
    assert count(app) == 0


def test_a_share_or_reason_left_over_from_another_answer_does_not_count(app, people, asha, plan):
    left_over = {field("share", plan[1]): "25", field("why", plan[1]): "pain"}
    assert send(asha, **{field("unit", plan[1]): "done", **left_over}).status == 303
    assert stored(app, people.asha_episode)[0].units == (UnitDone(Unit(plan[1].id, 1), Outcome.DONE),)


BAD = ("-1", "11.5", "1e309", "1_0", "+5", "ten", "½", "NaN", "9" * 10_000, "<script>alert(1)</script>", "１ ２")


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad[:12])
@pytest.mark.parametrize("kind", ["sets", "repetitions", "minutes", "extra", "pain_during", "effort"])
def test_a_number_that_cannot_be_read_gets_a_sentence_and_keeps_the_rest(app, asha, plan, kind, bad):
    heel_slides, walk = plan
    prescription = walk if kind == "minutes" else heel_slides
    name = {"extra": "extra-1-minutes", "pain_during": kind, "effort": kind}.get(kind, field(kind, prescription))
    values = {field("unit", prescription): "done", "extra-1-name": "Swim", "note": "keep me", name: bad}
    answer = send(asha, **values)
    assert answer.status == 422
    assert answer.page.find("a", href=f"#{name}"), "the summary links to the field"
    assert answer.page.find(id=name)
    assert "keep me" in answer.text
    assert "<script>alert" not in answer.text
    assert count(app) == 0


@pytest.mark.parametrize(("kind", "most"), [("sets", 20), ("repetitions", 200), ("extra-1-minutes", 240)])
def test_bounds_are_closed_and_one_more_is_refused(app, asha, plan, kind, most):
    name = kind if kind.startswith("extra") else field(kind, plan[0])
    others = {field("unit", plan[0]): "done", "extra-1-name": "Swim"}
    assert send(asha, **{**others, name: str(most + 1)}).status == 422
    assert send(asha, **{**others, name: str(most)}).status == 303
    assert count(app) == 1


@pytest.mark.parametrize("kind", ["unit", "share", "why"])
def test_a_choice_that_is_not_offered_is_refused(app, asha, plan, kind):
    answers = {field("unit", plan[0]): "partly", field("share", plan[0]): "50", field(kind, plan[0]): "100"}
    assert send(asha, **answers).status == 422
    assert count(app) == 0


def test_minutes_of_something_without_a_name_are_asked_about(app, asha):
    answer = send(asha, **{"extra-2-minutes": "10"})
    assert answer.status == 422
    assert answer.page.find("a", href="#extra-2-name")
    assert count(app) == 0


def test_a_long_name_or_note_is_kept_as_typed_and_asked_to_be_shorter(app, asha):
    answer = send(asha, **{"extra-1-name": "a" * 121, "note": "b" * 10_000})
    assert answer.status == 422
    assert {each["href"] for each in answer.page.find(id="errors").find_all("a")} == {"#extra-1-name", "#note"}
    assert "a" * 121 in answer.text
    assert "b" * 10_000 in answer.text
    assert count(app) == 0


def test_a_session_must_hold_something(app, asha):
    answer = send(asha, someone_helped="y")
    assert answer.status == 422
    assert "Record at least one thing" in answer.words
    assert count(app) == 0


def test_a_patient_without_a_running_recovery_is_told_whom_to_call(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
    visitor = visit(patient)
    assert "01632 960 123" in visitor.get(NEW).words
    assert visitor.post(RECORD, {"note": "x"}).status == 409
    assert count(app) == 0
