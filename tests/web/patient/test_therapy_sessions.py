"""The therapy session through the web: the plan of its day, what is refused, and one row for a resend."""

from datetime import timedelta
from uuid import UUID

import cast
import make
import pytest
from therapy_form import NEW, RECORD, count, field, send, stored

from recovery.domain.therapy import Extra, Outcome, Unit, UnitDone, WhyNot
from recovery.records.plans import plans_of

YESTERDAY = cast.TODAY - timedelta(days=1)
STRANGE = UUID(int=7)


@pytest.fixture
def plan(app, people):
    """Asha's: heel slides and a walk, both twice a day."""
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


def test_each_prescription_is_asked_about_at_each_due_time_and_nothing_is_chosen(asha, plan):
    page = asha.get(NEW).page
    asked = {each["name"] for each in page.find_all("input", type="radio") if each["name"].startswith("unit-")}
    assert asked == {field("unit", each, time) for each in plan for time in (1, 2)}
    assert not page.find_all("input", checked=True)
    assert not [each for each in page.find_all("input", type="text") if each["value"]]


def test_everything_that_was_sent_is_stored_as_sent(app, people, asha, plan):
    heel_slides, walk = plan
    answer = send(
        asha,
        **{
            field("unit", heel_slides, 1): "done",
            field("sets", heel_slides, 1): "2",
            field("repetitions", heel_slides, 1): "٨",
            field("unit", heel_slides, 2): "not_done",
            field("why", heel_slides, 2): "pain",
            field("unit", walk, 1): "partly",
            field("share", walk, 1): "50",
            field("why", walk, 1): "tired",
            field("minutes", walk, 1): "5",
            "extra-1-name": " Swim \n in the pool ",
            "extra-1-minutes": "20",
            "extra-5-name": "Gardening",
            "pain_during": "4",
            "effort": "0",
            "someone_helped": "y",
            "note": "Stiff.\r\nThen better.",
        },
    )
    assert answer.status == 303
    assert "Your exercises are saved" in asha.get(answer.response.location).words
    (session,) = stored(app, people.asha_episode)
    assert session.recorded_on == cast.TODAY
    assert session.units == (
        UnitDone(Unit(heel_slides.id, 1), Outcome.DONE, sets=2, repetitions=8),
        UnitDone(Unit(heel_slides.id, 2), Outcome.NOT_DONE, why=WhyNot.PAIN),
        UnitDone(Unit(walk.id, 1), Outcome.PARTLY, 50, WhyNot.TIRED, minutes=5),
    )
    assert session.extras == (Extra("Swim in the pool", 20), Extra("Gardening"))
    assert (session.pain_during, session.effort, session.someone_helped) == (4, 0, True)
    assert session.note == "Stiff.\nThen better."


def test_what_was_left_open_is_not_recorded(app, people, asha, plan):
    send(asha, **{field("unit", plan[0]): "done"})
    (session,) = stored(app, people.asha_episode)
    assert [each.unit for each in session.units] == [Unit(plan[0].id, 1)]


def test_all_as_planned_records_every_unit_of_the_day_in_one_tap(app, people, asha, plan):
    assert send(asha, all="1").status == 303
    (session,) = stored(app, people.asha_episode)
    assert [each.unit for each in session.units] == [Unit(each.id, time) for each in plan for time in (1, 2)]
    assert {each.outcome for each in session.units} == {Outcome.DONE}


def test_all_as_planned_keeps_what_else_was_filled_in(app, people, asha, plan):
    send(asha, all="1", note="Easy today", pain_during="1", **{field("minutes", plan[1]): "12"})
    (session,) = stored(app, people.asha_episode)
    assert (session.note, session.pain_during) == ("Easy today", 1)
    assert session.units[2] == UnitDone(Unit(plan[1].id, 1), Outcome.DONE, minutes=12)


def test_all_as_planned_never_changes_an_answer_that_says_otherwise(app, asha, plan):
    answer = send(asha, all="1", **{field("unit", plan[0]): "not_done"})
    assert answer.status == 422
    assert "You chose “not done” for Heel slides, first time." in answer.words
    assert answer.page.find("input", {"name": field("unit", plan[0]), "value": "not_done", "checked": True})
    assert count(app) == 0


def test_the_day_is_chosen_before_the_form_and_its_own_plan_is_asked(app, people, asha):
    with app.app_context():
        make.plan(people.asha_episode, people.ben, [make.prescription("Bridge")], from_on=cast.TODAY, version=2)
    assert "Bridge" in asha.get(NEW).words
    earlier = asha.get(f"{NEW}?on={YESTERDAY}").words
    assert "Exercises for Saturday 21 November" in earlier
    assert "Heel slides" in earlier
    assert "Bridge" not in earlier
    assert send(asha, on=YESTERDAY, all="1").status == 303
    assert stored(app, people.asha_episode)[0].recorded_on == YESTERDAY


@pytest.mark.parametrize("bad", ["1999-01-01", "2026-08-11", "2026-11-24", "9999-12-31", "22/11/2026", "soon", "<b>"])
def test_a_day_that_cannot_be_chosen_is_asked_again(asha, bad):
    answer = asha.get(NEW, query_string={"on": bad})
    assert answer.status == 422
    assert answer.page.find(id="on")["value"] == bad
    assert answer.page.find(id="on-error")
    assert answer.fields(RECORD)["recorded_on"] == str(cast.TODAY)


@pytest.mark.parametrize("bad", ["1999-01-01", "2026-11-24", "22/11/2026", "soon"])
def test_a_session_for_such_a_day_is_asked_again_and_keeps_what_was_typed(app, asha, plan, bad):
    answer = send(asha, recorded_on=bad, note="keep me", **{field("unit", plan[0]): "done"})
    assert answer.status == 422
    assert answer.page.find("a", href="#recorded_on")
    assert answer.page.find(id="recorded_on")["value"] == bad
    assert answer.page.find("input", {"name": field("unit", plan[0]), "value": "done", "checked": True})
    assert "keep me" in answer.text
    assert count(app) == 0


def test_units_of_another_patients_plan_are_refused(app, people, asha):
    with app.app_context():
        (theirs,) = make.plan(people.dev_episode, people.cleo, [make.prescription("Bridge")])
    answer = send(asha, **{field("unit", theirs): "done", "note": "keep me"})
    assert answer.status == 422
    assert "not the plan of this day" in answer.words
    assert "Bridge" not in answer.words
    assert "keep me" in answer.text
    assert count(app) == 0


def test_units_of_a_day_without_them_are_refused(app, people, asha):
    with app.app_context():
        monday_only = make.prescription("Bridge", weekdays={1}, times_a_day=1)
        make.plan(people.asha_episode, people.ben, [monday_only], from_on=YESTERDAY, version=2)
    assert "There are no exercises in your plan for this day" in asha.get(NEW).words
    assert send(asha, **{field("unit", monday_only): "done"}).status == 422
    assert count(app) == 0


@pytest.mark.parametrize("key", ["unit-", "unit-1-1", "unit-not-a-uuid-9", f"unit-{STRANGE}-1", f"minutes-{STRANGE}-1"])
def test_a_made_up_unit_is_refused_with_a_sentence(app, asha, key):
    answer = send(asha, **{key: "done", "note": "x"})
    assert answer.status == 422
    assert answer.page.find("a", href="#exercises")
    assert count(app) == 0


def test_a_due_time_beyond_the_plan_is_refused(app, asha, plan):
    assert send(asha, **{field("unit", plan[0], 3): "done"}).status == 422
    assert count(app) == 0


def test_all_of_a_plan_that_changed_meanwhile_is_not_recorded_unseen(app, people, asha):
    form = asha.get(NEW).fields(RECORD)
    with app.app_context():
        make.plan(people.asha_episode, people.ben, [make.prescription("Bridge")], from_on=cast.TODAY, version=2)
    answer = asha.post(RECORD, {**form, "all": "1"})
    assert answer.status == 422
    assert "Bridge" in answer.words
    assert count(app) == 0
    assert asha.post(RECORD, {**answer.fields(RECORD), "all": "1"}).status == 303


def test_without_a_plan_something_else_can_still_be_recorded(app, people, visit):
    visitor = visit(people.dev)
    assert "There are no exercises in your plan for this day" in visitor.get(NEW).words
    assert send(visitor, **{"extra-1-name": "Swim"}).status == 303
    assert stored(app, people.dev_episode)[0].extras == (Extra("Swim"),)


def test_sending_the_same_again_is_one_row_and_the_same_answer(app, asha):
    form = asha.get(NEW).fields(RECORD)
    for _again in range(4):
        assert asha.post(RECORD, {**form, "all": "1"}).status == 303
    assert count(app) == 1


def test_other_answers_under_a_used_id_change_nothing_and_are_kept_in_the_form(app, people, asha, plan):
    form = asha.get(NEW).fields(RECORD)
    asha.post(RECORD, {**form, field("unit", plan[0]): "done"})
    other = {field("unit", plan[1]): "done"}
    answer = asha.post(RECORD, {**form, **other})
    assert answer.status == 409
    assert "with other answers" in answer.words
    assert answer.page.find("input", {"name": field("unit", plan[1]), "checked": True})
    assert len(stored(app, people.asha_episode)) == 1
    assert asha.post(RECORD, {**answer.fields(RECORD), **other}).status == 303
    assert len(stored(app, people.asha_episode)) == 2


@pytest.mark.parametrize("lost", ["", "not-an-id"])
def test_a_lost_client_id_is_asked_for_again_and_never_doubles(app, asha, lost):
    answer = send(asha, client_id=lost, note="Walked")
    assert answer.status == 422
    assert "press Save again" in answer.words
    assert count(app) == 0
    assert asha.post(RECORD, {**answer.fields(RECORD), "note": "Walked"}).status == 303


def test_what_was_recorded_before_is_shown_with_its_time_and_not_chosen(app, people, asha, plan):
    with app.app_context():
        done = UnitDone(Unit(plan[0].id, 1), Outcome.PARTLY, 50, WhyNot.TIRED)
        make.session(people.asha, units=(done,), now=cast.NOW - timedelta(hours=2, minutes=48))
    page = asha.get(NEW).page
    assert "Partly, about half: I was tired. Recorded at 9:12." in page.find(id=field("unit", plan[0])).get_text()
    assert "Recorded" not in page.find(id=field("unit", plan[0], 2)).get_text()
    assert not page.find_all("input", checked=True)


def test_a_session_that_was_recorded_later_says_on_which_day(app, people, asha, plan):
    with app.app_context():
        make.session(people.asha, on=YESTERDAY, units=(UnitDone(Unit(plan[0].id, 1), Outcome.DONE),))
    assert "Done. Recorded on Sunday 22 November at 12:00." in asha.get(f"{NEW}?on={YESTERDAY}").words


def test_when_to_stop_stands_on_the_page_with_the_warning_signs_one_tap_away(asha):
    answer = asha.get(NEW)
    assert "Stop and rest if pain goes past 5 or clearly up, or if you feel dizzy." in answer.words
    assert answer.page.main.find("a", href="/warning-signs")
    assert "A guide your physiotherapist can change." in answer.words
    assert "Not for anything urgent." in answer.words


def test_a_day_said_to_be_not_well_is_told_and_can_still_be_recorded(app, people, asha):
    with app.app_context():
        make.not_well(people.asha)
    assert "its exercises are excused" in asha.get(NEW).words
    assert send(asha, all="1").status == 303


def test_the_enter_key_in_a_field_presses_no_button_that_saves(asha):
    form = asha.get(NEW).page.find("form", action=RECORD)
    assert form.find("button").has_attr("disabled")
