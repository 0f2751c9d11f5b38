"""The timer in the page: hidden until a script wakes it, and nothing in it is sent."""

import make
import pytest
from moment import TODAY
from therapy_form import NEW

from recovery.domain.therapy import Prescription
from recovery.web.present.therapy_page import Timed, timed


@pytest.fixture
def page(app, people, visit):
    """page(hold_seconds=5, repetitions=10) is the page of exercises with just this one."""

    def shown(**amounts):
        exercise = Prescription(make.prescription().id, "Tummy hold", "Draw it in.", make.EVERY_DAY, **amounts)
        with app.app_context():
            make.plan(people.dev_episode, people.cleo, [exercise], from_on=TODAY)
        return visit(people.dev).get(NEW).page

    return shown


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ({"hold_seconds": 5, "repetitions": 10}, Timed(5, 10)),
        ({"hold_seconds": 5, "repetitions": 10, "sets": 2}, Timed(5, 20)),
        ({"hold_seconds": 30, "sets": 3}, Timed(30, 3)),
        ({"hold_seconds": 30}, Timed(30, 1)),
        ({"hold_seconds": 30, "minutes": 5}, Timed(30, 1)),
        ({"minutes": 12}, Timed(720, 1)),
        ({"minutes": 0}, None),
        ({"sets": 2, "repetitions": 10}, None),
    ],
)
def test_what_is_timed_follows_the_prescription(amounts, expected):
    prescription = Prescription(make.prescription().id, "Tummy hold", "", make.EVERY_DAY, **amounts)
    assert timed(prescription) == expected


def test_it_is_hidden_without_script_and_sends_nothing(page):
    timer = page(hold_seconds=5, repetitions=10).select_one("[data-timer]")
    assert timer.has_attr("hidden")
    assert (timer["data-seconds"], timer["data-count"]) == ("5", "10")
    assert timer["aria-label"] == "Timer: Tummy hold"
    assert {button["type"] for button in timer.find_all("button")} == {"button"}
    assert not timer.find_all(["input", "select", "textarea"])
    assert timer.select_one('[role="status"]').get_text() == ""


def test_its_words_are_handed_over_once(page):
    (words,) = page(minutes=5).select("[data-timer-words]")
    assert words["data-pause"] == "Pause"
    assert words["data-next"] == "Let go. Press Start for hold {number} of {count}."
    assert all(value for name, value in words.attrs.items() if name.startswith("data-") and name != "data-timer-words")


def test_an_exercise_in_sets_alone_has_none(page):
    assert not page(sets=2, repetitions=10).select("[data-timer]")
