"""Exercises in words."""

from uuid import uuid4

import make
import pytest

from recovery.domain.therapy import TIMES_A_DAY, Outcome, Unit, UnitDone, WhyNot
from recovery.web.present.exercise_words import SHARE_NAMES, WHY_NAMES, effort_words, prescription_words, time_name
from recovery.web.present.exercise_words import unit_words as words

UNIT = Unit(uuid4(), 1)


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ({"sets": 2, "repetitions": 10, "times_a_day": 2}, "2 sets of 10, twice a day"),
        ({"sets": 1, "repetitions": 5, "times_a_day": 1}, "1 set of 5, once a day"),
        ({"sets": None, "repetitions": 8, "times_a_day": 3}, "8 times, 3 times a day"),
        ({"sets": None, "repetitions": None, "minutes": 10, "times_a_day": 1}, "10 minutes, once a day"),
        ({"sets": None, "repetitions": None, "times_a_day": 2}, "Twice a day"),
    ],
)
def test_a_prescription_says_how_much_and_how_often(amounts, said):
    assert prescription_words(make.prescription(**amounts)) == said


def test_a_due_time_has_a_name_only_where_there_are_several():
    assert time_name(1, 1) == ""
    names = [time_name(time, TIMES_A_DAY.high) for time in range(1, TIMES_A_DAY.high + 1)]
    assert len(set(names)) == TIMES_A_DAY.high


def test_what_became_of_a_unit_is_told_with_share_amount_and_reason():
    assert words(UnitDone(UNIT, Outcome.DONE)) == "Done"
    assert words(UnitDone(UNIT, Outcome.PARTLY, 50, WhyNot.TIRED)) == "Partly, about half: I was tired"
    assert words(UnitDone(UNIT, Outcome.NOT_DONE, why=WhyNot.PAIN)) == "Not done: it hurt"
    assert words(UnitDone(UNIT, Outcome.DONE, sets=1, repetitions=0)) == "Done (1 set, 0 times)"


def test_every_reason_and_share_has_words():
    assert set(WHY_NAMES) == set(WhyNot)
    assert set(SHARE_NAMES) == {25, 50, 75}


def test_effort_between_two_named_steps_is_only_a_number():
    assert effort_words(4) == "4 of 10 (moderate)"
    assert effort_words(5) == "5 of 10"
