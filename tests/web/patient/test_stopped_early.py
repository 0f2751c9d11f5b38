"""Stopped early and why: recorded beside what was done, never beside "all as planned", and where it leads."""

from datetime import timedelta

import cast
import pytest
from therapy_form import NEW, RECORD, count, field, send, stored

from recovery.domain.adherence import adherence_on
from recovery.domain.therapy import WhyStopped
from recovery.records.plans import plans_of

YESTERDAY = cast.TODAY - timedelta(days=1)
STOPPED = {"is_stopped_early": "y"}


@pytest.fixture
def plan(app, people):
    """Asha's: heel slides and a walk, both twice a day."""
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


@pytest.mark.parametrize("why", WhyStopped)
def test_each_reason_is_stored(app, people, asha, plan, why):
    answer = send(asha, **STOPPED, why_stopped=why.value, **{field("unit", plan[0]): "done"})
    assert answer.status == 303
    (session,) = stored(app, people.asha_episode)
    assert (session.is_stopped_early, session.why_stopped) == (True, why)


def test_the_reason_can_be_left_out_and_the_tick_alone_is_a_session(app, people, asha):
    assert send(asha, **STOPPED).status == 303
    (session,) = stored(app, people.asha_episode)
    assert (session.is_stopped_early, session.why_stopped, session.units) == (True, None, ())


def test_a_reason_left_over_without_the_tick_does_not_count(app, people, asha, plan):
    assert send(asha, why_stopped="dizzy", **{field("unit", plan[0]): "done"}).status == 303
    (session,) = stored(app, people.asha_episode)
    assert (session.is_stopped_early, session.why_stopped) == (False, None)


def test_a_reason_that_is_not_offered_is_asked_again(app, asha, plan):
    answer = send(asha, **STOPPED, why_stopped="bored", **{field("unit", plan[0]): "done"})
    assert answer.status == 422
    assert answer.page.find("a", href="#why_stopped")
    assert answer.page.find(id="is_stopped_early").has_attr("checked")
    assert count(app) == 0


def every_unit_done(plan):
    return {field("unit", each, time): "done" for each in plan for time in (1, 2)}


@pytest.mark.parametrize("is_filled_by_script", [False, True])
def test_all_as_planned_and_stopped_early_is_asked_about_and_keeps_what_was_typed(app, asha, plan, is_filled_by_script):
    filled = every_unit_done(plan) if is_filled_by_script else {"all": "1"}
    answer = send(asha, **STOPPED, why_stopped="tired", note="keep me", **filled)
    assert answer.status == 422
    assert "You ticked that you stopped early, but all is marked as done." in answer.page.find(id="errors").get_text()
    assert answer.page.find("a", href="#is_stopped_early")
    assert answer.page.find(id="is_stopped_early").has_attr("checked")
    assert answer.page.find("input", {"name": "why_stopped", "value": "tired"}).has_attr("checked")
    assert "keep me" in answer.text
    assert count(app) == 0


def test_all_of_the_plan_done_and_something_beside_it_stopped_is_no_contradiction(app, asha, plan):
    assert send(asha, **STOPPED, **{"extra-1-name": "Swim"}, **every_unit_done(plan)).status == 303
    assert count(app) == 1


@pytest.mark.parametrize("why", ["pain", "dizzy"])
def test_pain_and_dizziness_lead_to_the_warning_signs_at_once_and_after_saving(asha, plan, why):
    page = asha.get(NEW).page
    assert page.select_one('.stopped .see-signs a[href="/warning-signs"]')
    answer = send(asha, **STOPPED, why_stopped=why, **{field("unit", plan[0]): "done"})
    saved = asha.get(answer.response.headers["Location"])
    assert "You stopped because of pain or feeling dizzy. Rest now." in saved.words
    assert "See the warning signs" in saved.page.main.find("a", href="/warning-signs").get_text()


@pytest.mark.parametrize("why", ["tired", "no_time", ""])
def test_other_reasons_lead_nowhere(asha, plan, why):
    answer = send(asha, **STOPPED, why_stopped=why, **{field("unit", plan[0]): "done"})
    assert "You stopped because" not in asha.get(answer.response.headers["Location"]).words


def test_patient_and_physiotherapist_read_the_same_words(people, visit, asha, plan):
    send(asha, **STOPPED, why_stopped="dizzy", **{field("unit", plan[0]): "done"})
    assert "Stopped early: I felt dizzy" in asha.get("/progress").words
    assert "Stopped early: I felt dizzy" in visit(people.ben).get(f"/patients/{people.asha}").words


def test_it_changes_no_figure_of_adherence(app, people, asha, plan):
    send(asha, **STOPPED, why_stopped="pain", **{field("unit", plan[0]): "done"})
    with app.app_context():
        plans = plans_of([people.asha_episode])[people.asha_episode]
    adherence = adherence_on(cast.TODAY, plans, stored(app, people.asha_episode), frozenset())
    assert (adherence.done, adherence.not_done, adherence.not_recorded) == (1, 0, 3)


def test_a_session_recorded_late_and_stopped_early_stays_on_its_own_day(app, people, asha, plan):
    late = send(asha, on=YESTERDAY, **STOPPED, why_stopped="pain", **{field("unit", plan[0]): "done"})
    assert late.status == 303
    assert send(asha, all="1").status == 303
    by_day = {each.recorded_on: each for each in stored(app, people.asha_episode)}
    assert len(by_day) == count(app) == 2
    assert (by_day[YESTERDAY].is_stopped_early, len(by_day[YESTERDAY].units)) == (True, 1)
    assert (by_day[cast.TODAY].is_stopped_early, len(by_day[cast.TODAY].units)) == (False, 4)


def test_the_day_stays_the_chosen_one_when_something_has_to_be_put_right(app, people, asha, plan):
    asked = send(asha, on=YESTERDAY, **STOPPED, all="1")
    assert asked.status == 422
    assert asked.fields(RECORD)["recorded_on"] == str(YESTERDAY)
    assert asha.post(RECORD, {**asked.fields(RECORD), **STOPPED, field("unit", plan[0]): "done"}).status == 303
    (session,) = stored(app, people.asha_episode)
    assert session.recorded_on == YESTERDAY


def test_sent_again_it_is_one_session_and_without_the_tick_another(app, asha, plan):
    form = {**asha.get(NEW).fields(RECORD), field("unit", plan[0]): "done"}
    for _again in range(2):
        assert asha.post(RECORD, {**form, **STOPPED}).status == 303
    assert asha.post(RECORD, form).status == 409
    assert count(app) == 1


def test_a_correction_begins_with_it_and_can_take_it_away(app, people, asha, plan):
    saved = send(asha, **STOPPED, why_stopped="dizzy", **{field("unit", plan[0]): "done"}).response.headers["Location"]
    address = f"/therapy-sessions/{saved.split('/')[2]}/change"
    page = asha.get(address)
    assert page.page.find(id="is_stopped_early").has_attr("checked")
    assert page.page.find("input", {"name": "why_stopped", "value": "dizzy"}).has_attr("checked")
    form = page.fields("/therapy-sessions/changes")
    assert asha.post("/therapy-sessions/changes", {**form, field("unit", plan[0]): "done"}).status == 303
    (session,) = stored(app, people.asha_episode)
    assert (session.is_stopped_early, session.why_stopped) == (False, None)
