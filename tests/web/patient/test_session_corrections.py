"""Correcting a therapy session and a day not well: against the plan of their own day, with every answer as it was."""

from uuid import uuid4

import cast
import make
import pytest
from correcting import change, opened, sent_by, take_back, versions
from progress_page import ago
from therapy_form import field

from recovery.domain.therapy import Extra, Outcome, TherapySession, Unit, UnitDone, WhyNot, WhyStopped
from recovery.records.plans import plans_of

SAVE = "/therapy-sessions/changes"


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


@pytest.fixture
def plan(app, people):
    """Asha's: heel slides and a walk, both twice a day."""
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions


@pytest.fixture
def full(plan):
    slides, walk = plan
    return TherapySession(
        ago(2),
        units=(
            UnitDone(Unit(slides.id, 1), Outcome.DONE, sets=2, repetitions=0),
            UnitDone(Unit(slides.id, 2), Outcome.NOT_DONE, why=WhyNot.PAIN),
            UnitDone(Unit(walk.id, 1), Outcome.PARTLY, 75, WhyNot.TIRED, minutes=5),
        ),
        extras=(Extra("Swim", 20), Extra("Gardening"), Extra("Stretch", 0)),
        pain_during=0,
        effort=10,
        is_stopped_early=True,
        why_stopped=WhyStopped.DIZZY,
        someone_helped=True,
        note="Stiff <at> first.\nThen fine.",
    )


def record(app, people, session):
    values = {name: getattr(session, name) for name in session.__slots__ if name != "recorded_on"}
    with app.app_context():
        return make.session(people.asha, on=session.recorded_on, **values)


def test_the_form_holds_exactly_what_was_recorded(app, people, asha, plan, full):
    slides, walk = plan
    entry = record(app, people, full)
    form = opened(asha, "session", entry)
    for name in ("client_id", "form_owner", "plan_version"):
        assert form.pop(name)
    assert form == {
        "entry_id": str(entry),
        "from_revision": "1",
        "recorded_on": ago(2).isoformat(),
        field("unit", slides): ["done"],
        field("sets", slides): "2",
        field("repetitions", slides): "0",
        field("unit", slides, 2): ["not_done"],
        field("why", slides, 2): ["pain"],
        field("unit", walk): ["partly"],
        field("share", walk): ["75"],
        field("why", walk): ["tired"],
        field("minutes", walk): "5",
        "extra-1-name": "Swim",
        "extra-1-minutes": "20",
        "extra-2-name": "Gardening",
        "extra-3-name": "Stretch",
        "extra-3-minutes": "0",
        "pain_during": ["0"],
        "effort": ["10"],
        "is_stopped_early": ["y"],
        "why_stopped": ["dizzy"],
        "someone_helped": ["y"],
        "note": "Stiff <at> first.\nThen fine.",
    }


def test_sent_as_it_stands_it_changes_nothing(app, people, asha, full):
    entry = record(app, people, full)
    assert change(asha, "session", entry).status == 303
    assert versions(app, people.asha_episode, entry) == [full]


def test_one_unit_is_corrected_and_everything_else_stays(app, people, asha, plan, full):
    entry = record(app, people, full)
    answer = change(asha, "session", entry, **{field("unit", plan[0], 2): "done", "pain_during": "3"})
    assert asha.get(answer.response.location).page.h1.get_text() == "Your changes are saved"
    first, now = versions(app, people.asha_episode, entry)
    assert first == full
    assert now.units[1] == UnitDone(Unit(plan[0].id, 2), Outcome.DONE)
    assert (now.units[0], now.units[2], now.extras, now.note) == (full.units[0], full.units[2], full.extras, full.note)
    assert (now.pain_during, now.effort, now.why_stopped, now.someone_helped) == (3, 10, WhyStopped.DIZZY, True)


def test_the_day_of_a_session_stays_whatever_is_sent(app, people, asha, full):
    entry = record(app, people, full)
    for day in (cast.TODAY.isoformat(), "", "rubbish"):
        assert change(asha, "session", entry, recorded_on=day, note=f"day {day}").status == 303
    assert {each.recorded_on for each in versions(app, people.asha_episode, entry)} == {ago(2)}


def test_exercises_that_the_plan_of_the_day_no_longer_holds_stay_in_the_session(app, people, asha, plan, full):
    entry = record(app, people, full)
    with app.app_context():
        (new,) = make.plan(people.asha_episode, people.ben, [make.prescription("Bridge")], from_on=ago(5), version=2)
    assert change(asha, "session", entry).status == 303
    assert versions(app, people.asha_episode, entry) == [full], "nothing was changed"
    assert change(asha, "session", entry, **{field("unit", new): "done"}).status == 303
    now = versions(app, people.asha_episode, entry)[-1]
    assert set(now.units) == {*full.units, UnitDone(Unit(new.id, 1), Outcome.DONE)}


def test_exercises_of_which_only_some_are_in_the_plan_now_stay_as_they_are(app, people, asha, plan, full):
    entry = record(app, people, full)
    with app.app_context():
        rest = [make.prescription("Bridge")]
        make.plan(people.asha_episode, people.ben, rest, from_on=ago(5), version=2)
    change(asha, "session", entry, **{field("unit", rest[0]): "done"})
    before = versions(app, people.asha_episode, entry)
    assert change(asha, "session", entry).status == 303
    assert versions(app, people.asha_episode, entry) == before, "sent as it stands it changes nothing"


def test_an_exercise_of_another_patients_plan_is_refused_and_the_rest_kept(app, people, asha, full):
    entry = record(app, people, full)
    with app.app_context():
        (theirs, *_more) = make.plan(people.dev_episode, people.cleo)
    answer = change(asha, "session", entry, **{field("unit", theirs): "done", "note": "keep me"})
    assert answer.status == 422
    assert sent_by(answer, SAVE)["note"] == "keep me"
    assert versions(app, people.asha_episode, entry) == [full]


def test_with_a_wrong_field_everything_typed_comes_back(app, people, asha, plan, full):
    entry = record(app, people, full)
    typed = {field("minutes", plan[1]): "lots", "note": "keep me", field("unit", plan[0], 2): "done"}
    answer = change(asha, "session", entry, **typed)
    assert answer.status == 422
    assert answer.page.find("a", href=f"#{field('minutes', plan[1])}")
    form = sent_by(answer, SAVE)
    assert form[field("minutes", plan[1])] == "lots"
    assert form["note"] == "keep me"
    assert form[field("unit", plan[0], 2)] == ["done"]
    assert asha.post(SAVE, {**form, field("minutes", plan[1]): "9"}).status == 303


def test_all_as_planned_fills_what_was_left_open(app, people, asha, plan):
    first = UnitDone(Unit(plan[0].id, 1), Outcome.DONE, sets=1)
    entry = record(app, people, TherapySession(ago(2), units=(first,)))
    assert change(asha, "session", entry, all="1").status == 303
    now = versions(app, people.asha_episode, entry)[-1]
    assert now.units[0] == first
    assert [each.outcome for each in now.units] == [Outcome.DONE] * 4


def test_of_two_tabs_the_second_is_told_and_can_then_be_saved(app, people, asha, full):
    entry = record(app, people, full)
    first, second = opened(asha, "session", entry), opened(asha, "session", entry)
    assert asha.post(SAVE, {**first, "note": "one"}).status == 303
    stale = asha.post(SAVE, {**second, "note": "two"})
    assert stale.status == 409
    assert "This was changed meanwhile" in stale.page.find(id="errors").get_text()
    assert asha.post(SAVE, sent_by(stale, SAVE)).status == 303
    assert [each.note for each in versions(app, people.asha_episode, entry)] == [full.note, "one", "two"]


def test_it_leads_to_taking_it_back_for_another_day(app, people, asha, full):
    entry = record(app, people, full)
    answer = asha.get(f"/therapy-sessions/{entry}/change")
    assert answer.page.find("a", href=f"/entries/{entry}/take-back")
    assert not answer.page.find("input", {"name": "on"})


@pytest.fixture
def not_well(app, people):
    with app.app_context():
        return make.not_well(people.asha, on=ago(1))


def test_the_note_of_a_day_not_well_is_corrected_and_its_day_stays(app, people, asha, not_well):
    assert change(asha, "not_well", not_well, note="A cold", recorded_on=cast.TODAY.isoformat()).status == 303
    told = [(each.recorded_on, each.note) for each in versions(app, people.asha_episode, not_well)]
    assert told == [(ago(1), ""), (ago(1), "A cold")]
    assert opened(asha, "not_well", not_well)["note"] == "A cold"
    assert "Changed on Sunday 22 November at 12:00." in asha.get("/progress").words


def test_a_note_that_is_too_long_is_kept_as_typed(app, people, asha, not_well):
    answer = change(asha, "not_well", not_well, note="b" * 2001)
    assert answer.status == 422
    assert sent_by(answer, "/not-well/changes")["note"] == "b" * 2001
    assert len(versions(app, people.asha_episode, not_well)) == 1


def test_of_two_tabs_about_a_day_not_well_the_second_is_told(app, people, asha, not_well):
    form = opened(asha, "not_well", not_well)
    asha.post("/not-well/changes", {**form, "note": "one"})
    stale = asha.post("/not-well/changes", {**form, "note": "two"})
    assert stale.status == 409
    assert "This was changed meanwhile" in stale.words
    assert asha.post("/not-well/changes", sent_by(stale, "/not-well/changes")).status == 303
    assert versions(app, people.asha_episode, not_well)[-1].note == "two"


@pytest.mark.parametrize("address", ["/therapy-sessions", "/not-well"])
def test_what_is_not_there_has_no_page_and_is_not_saved(app, people, asha, full, not_well, address):
    mine = record(app, people, full) if address == "/therapy-sessions" else not_well
    with app.app_context():
        strange = [make.session(people.dev, note="x"), make.not_well(people.dev), make.check_in(people.asha, note="x")]
    take_back(asha, mine)
    assert asha.get(f"{address}/{mine}/change").status == 404
    for each in (*strange, uuid4()):
        assert asha.get(f"{address}/{each}/change").status == 404
        assert asha.post(f"{address}/changes", {"entry_id": str(each), "from_revision": "1", "note": "y"}).status == 404
