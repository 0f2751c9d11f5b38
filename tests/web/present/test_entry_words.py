"""An entry in words: only what was recorded, and a recorded nothing told as nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import make
import pytest
from moment import NOW, TODAY

from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, NotWell
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Region
from recovery.domain.therapy import Extra, Outcome, PlanVersion, TherapySession, Unit, UnitDone, WhyNot, WhyStopped
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED
from recovery.domain.warning_signs import answer_from
from recovery.web.present.entry_words import Telling, check_in_lines, entries_in_words, session_lines

SLIDES = make.prescription("Heel slides", times_a_day=2)
WALK = make.prescription("Walk", times_a_day=3, sets=None, repetitions=None, minutes=10)
BRIDGE = make.prescription("Bridge", times_a_day=1)
EXERCISES = {each.id: each for each in (SLIDES, WALK, BRIDGE)}
TELLING = Telling(TODAY, "Europe/London", Region.LUMBAR, (PlanVersion(1, TODAY, (SLIDES, WALK, BRIDGE)),))


def lines(region=Region.LUMBAR, **values):
    return check_in_lines(CheckIn(TODAY, **{"warning_signs": NONE_OF_THESE, **values}), region)[:-1]


def done(prescription, time=1, outcome=Outcome.DONE, **rest):
    return UnitDone(Unit(prescription.id, time), outcome, **rest)


def session(*units, **values):
    return session_lines(TherapySession(TODAY, units, **values), EXERCISES)


def told(content, received_at=NOW, telling=TELLING):
    (words,) = entries_in_words([Entry(uuid4(), 1, received_at, content)], telling)
    return words


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"back_pain_average": 3}, "Back pain 3"),
        ({"back_pain_average": 3, "back_pain_worst": 5}, "Back pain 3 (worst 5)"),
        ({"back_pain_worst": 7}, "Back pain at its worst 7"),
        ({"leg_pain_worst": 0}, "Leg pain at its worst 0"),
        ({"back_pain_average": 0, "leg_pain_average": 0}, "Back pain 0, leg pain 0"),
        ({"back_pain_worst": 6, "leg_pain_average": 2}, "Back pain at its worst 6, leg pain 2"),
        ({"bearable": True}, "Bearable: yes"),
        ({"bearable": False}, "Bearable: no"),
        ({"walking_minutes": 0}, "Walked 0 minutes"),
        ({"walking_minutes": 20, "longest_walk_minutes": 12}, "Walked 20 minutes, longest walk 12 minutes"),
        ({"steps": 2500, "sitting_minutes": 30}, "2500 steps, sat 30 minutes"),
        ({"walking_aid": WalkingAid.ONE_STICK}, "Walking aid: one stick"),
        ({"walking_aid": WalkingAid.NONE}, "Walking aid: nothing"),
        ({"stairs": Stairs.WITH_RAIL}, "Stairs: holding a rail"),
    ],
)
def test_a_check_in_says_what_was_recorded_and_nothing_else(values, said):
    assert lines(**values) == (said,)


def test_a_check_in_with_everything_is_told_line_by_line():
    everything = {
        "back_pain_average": 3,
        "back_pain_worst": 5,
        "leg_pain_average": 2,
        "bearable": True,
        "walking_minutes": 20,
        "steps": 900,
    }
    assert lines(**everything) == ("Back pain 3 (worst 5), leg pain 2", "Bearable: yes", "Walked 20 minutes, 900 steps")


def test_one_is_not_said_in_the_plural():
    said = " ".join(lines(walking_minutes=1, longest_walk_minutes=1, steps=1, sitting_minutes=1))
    assert said == "Walked 1 minute, longest walk 1 minute, 1 step, sat 1 minute"
    assert session(extras=(Extra("Swim", 1),)) == ("Outside the plan: Swim, 1 minute",)


def test_after_a_neck_operation_it_says_neck_and_arm():
    assert lines(Region.CERVICAL, back_pain_average=4, leg_pain_worst=6) == ("Neck pain 4, arm pain at its worst 6",)


@pytest.mark.parametrize(
    ("answer", "said"),
    [(NONE_OF_THESE, ("Warning signs: none of these",)), (NOT_ANSWERED, ("Warning signs: not answered",))],
)
def test_the_question_about_warning_signs_left_open_is_never_none(answer, said):
    assert check_in_lines(CheckIn(TODAY, note="x", warning_signs=answer), Region.LUMBAR) == said


def test_a_ticked_sign_stands_in_the_words_of_the_form_with_what_the_app_said():
    ticked = answer_from(["fall-or-sleepy", "calf-sore-swollen"], {"fall-or-sleepy": "very-sleepy"})
    words = told(CheckIn(TODAY, warning_signs=ticked))
    assert words.lines == ()
    first, second = words.signs
    assert first.endswith(" (the app said to call the emergency number)")
    assert second.endswith(" (the app said to call the team)")


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ([done(SLIDES, 1), done(SLIDES, 2)], "Heel slides, all 2 times: done"),
        ([done(SLIDES, 2)], "Heel slides, second time: done"),
        ([done(WALK, 1), done(WALK, 3)], "Walk, first time: done; third time: done"),
        ([done(BRIDGE)], "Bridge: done"),
        ([done(BRIDGE, outcome=Outcome.NOT_DONE, why=WhyNot.PAIN)], "Bridge: not done: it hurt"),
        (
            [done(SLIDES, 1, Outcome.NOT_DONE), done(SLIDES, 2, Outcome.NOT_DONE)],
            "Heel slides, all 2 times: not done",
        ),
        (
            [done(SLIDES, 1), done(SLIDES, 2, Outcome.PARTLY, share=50, why=WhyNot.TIRED)],
            "Heel slides, first time: done; second time: partly, about half: I was tired",
        ),
    ],
)
def test_an_exercise_is_one_line_however_many_times_it_was_due(units, said):
    assert session(*units) == (said,)


def test_i_stays_a_capital_letter():
    (line,) = session(done(BRIDGE, outcome=Outcome.NOT_DONE, why=WhyNot.NO_TIME))
    assert line == "Bridge: not done: I had no time"


def test_times_of_one_exercise_stand_together_in_the_order_of_the_session():
    mixed = session(done(WALK, 1), done(SLIDES, 1), done(WALK, 2), done(SLIDES, 2))
    assert mixed == ("Walk, first time: done; second time: done", "Heel slides, all 2 times: done")


def test_what_was_really_done_is_said():
    assert session(done(BRIDGE, sets=1, repetitions=8)) == ("Bridge: done (1 set, 8 times)",)


def test_scores_and_extras_have_their_own_lines():
    said = session(extras=(Extra("Swim", 20), Extra("Gardening")), pain_during=0, effort=0)
    assert said == (
        "Outside the plan: Swim, 20 minutes",
        "Outside the plan: Gardening",
        "Pain during: 0",
        "Effort: 0 of 10 (rest)",
    )


def test_a_recorded_zero_outside_the_plan_is_no_missing_value():
    assert session(extras=(Extra("Swim", 0),)) == ("Outside the plan: Swim, 0 minutes",)


def test_an_exercise_without_a_plan_still_loses_nothing():
    gone = replace(SLIDES, id=uuid4())
    assert session(done(replace(BRIDGE, id=uuid4()))) == ("An exercise: done",)
    (line,) = session(done(gone, 1), done(gone, 2, Outcome.NOT_DONE))
    assert "done" in line
    assert "not done" in line


def test_each_kind_of_entry_has_its_name_and_keeps_the_note_and_the_helper():
    words = told(CheckIn(TODAY, back_pain_average=3, note="Slept <well>", someone_helped=True))
    assert (words.kind, words.note, words.is_helped) == ("Check-in", "Slept <well>", True)
    words = told(TherapySession(TODAY, (done(BRIDGE),), someone_helped=True))
    assert (words.kind, words.lines, words.is_helped) == ("Exercises", ("Bridge: done",), True)
    words = told(NotWell(TODAY, "A cold"))
    assert (words.kind, words.note) == ("Not well", "A cold")
    assert words.lines == ("The exercises of this day are excused",)


@pytest.mark.parametrize(
    ("back", "day", "when"),
    [
        (0, "Today", "at 12:00"),
        (1, "Yesterday", "on Sunday 22 November at 12:00"),
        (2, "Friday 20 November", "on Sunday 22 November at 12:00"),
        (400, "Saturday 18 October 2025", "on Sunday 22 November at 12:00"),
    ],
)
def test_the_day_it_is_about_and_the_time_it_was_received_are_told_apart(back, day, when):
    words = told(NotWell(TODAY - timedelta(days=back)))
    assert (words.day, words.when) == (day, when)


def test_the_hour_is_the_patients_own():
    at = datetime(2026, 11, 21, 11, 5, tzinfo=UTC)
    words = told(NotWell(TODAY), at, replace(TELLING, zone="Pacific/Auckland"))
    assert words.when == "at 0:05"


def test_a_session_with_only_a_note_has_no_line_and_leaves_no_lone_full_stop(app, people, visit):
    assert session(note="Stiff") == ()
    with app.app_context():
        make.session(people.asha, note="Stiff")
    page = visit(people.ben).get(f"/patients/{people.asha}").page
    assert "Stiff" in page.get_text()
    assert "." not in [paragraph.get_text(strip=True) for paragraph in page.find_all("p")]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (None, "Stopped early"),
        (WhyStopped.DIZZY, "Stopped early: I felt dizzy"),
        (WhyStopped.PAIN, "Stopped early: it hurt"),
        (WhyStopped.OTHER, "Stopped early: something else"),
    ],
)
def test_a_session_that_was_stopped_early_says_so_last(why, said):
    assert session(done(BRIDGE), effort=4, is_stopped_early=True, why_stopped=why)[-1] == said
    assert "Stopped" not in " ".join(session(done(BRIDGE), effort=4))
