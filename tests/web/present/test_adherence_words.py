"""Adherence in words: units, with what was not recorded; never a percentage."""

import re
from datetime import timedelta

import make
import pytest
from moment import TODAY

from recovery.domain.adherence import Adherence, adherence_over
from recovery.domain.therapy import Outcome, PlanVersion, TherapySession, Unit, UnitDone
from recovery.web.present.adherence_words import adherence_short, adherence_words

EXERCISE = make.prescription()
PLANS = (PlanVersion(1, TODAY - timedelta(days=60), (EXERCISE,)),)


@pytest.mark.parametrize(
    ("adherence", "said", "briefly"),
    [
        (Adherence(8, 2, 4), "8 done, 2 not done, 4 not recorded, of 14", ("8 of 14", "4 not recorded")),
        (Adherence(2.5, 1.5, 0), "2½ done, 1½ not done, 0 not recorded, of 4", ("2½ of 4", "")),
        (Adherence(0, 0, 14), "0 done, 0 not done, 14 not recorded, of 14", ("0 of 14", "14 not recorded")),
        (Adherence(0, 14, 0), "0 done, 14 not done, 0 not recorded, of 14", ("0 of 14", "")),
        (Adherence(14, 0, 0), "14 done, 0 not done, 0 not recorded, of 14", ("14 of 14", "")),
        (Adherence(0, 0, 0), "Nothing planned", ("Nothing planned", "")),
    ],
)
def test_it_says_what_was_done_not_done_and_not_recorded_of_how_many(adherence, said, briefly):
    assert adherence_words(adherence) == said
    assert adherence_short(adherence) == briefly


def read_number(text: str) -> float:
    """As a person reads "1¾"."""
    return int(text.strip("¼½¾") or 0) + {"¼": 0.25, "½": 0.5, "¾": 0.75}.get(text[-1], 0)


@pytest.mark.parametrize("done", [quarters / 4 for quarters in range(9)])
def test_the_parts_that_are_shown_add_up_to_the_whole(done):
    said = adherence_words(Adherence(done, 2 - done, 3))
    *parts, whole = (read_number(each) for each in re.findall(r"\d*[¼½¾]|\d+", said))
    assert sum(parts) == whole == 5


def test_there_is_never_a_percentage():
    for done in range(5):
        assert "%" not in adherence_words(Adherence(done, 4 - done, 1))


def do(days, *outcomes):
    units = tuple(
        UnitDone(Unit(EXERCISE.id, time), outcome, 50 if outcome is Outcome.PARTLY else None)
        for time, outcome in enumerate(outcomes, 1)
    )
    return TherapySession(TODAY - timedelta(days=days), units)


def words(*sessions, excused=()):
    days = frozenset(TODAY - timedelta(days=each) for each in excused)
    return adherence_words(adherence_over(7, TODAY, PLANS, sessions, days))


def test_a_half_counts_half_on_either_side():
    said = words(do(1, Outcome.DONE, Outcome.PARTLY), do(2, Outcome.PARTLY, Outcome.NOT_DONE), do(3, Outcome.PARTLY))
    assert said == "2½ done, 2½ not done, 9 not recorded, of 14"


def test_today_is_not_in_it_and_the_seventh_day_back_is():
    assert words(do(0, Outcome.DONE)) == "0 done, 0 not done, 14 not recorded, of 14"
    assert words(do(7, Outcome.DONE)) == "1 done, 0 not done, 13 not recorded, of 14"
    assert words(do(8, Outcome.DONE)) == "0 done, 0 not done, 14 not recorded, of 14"


def test_an_excused_day_leaves_the_whole_too():
    assert words(do(1, Outcome.DONE, Outcome.DONE), excused=(1, 2)) == "0 done, 0 not done, 10 not recorded, of 10"
