"""What a check-in can be, which days it may be for, and how several a day make one figure."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.bounds import OutOfBounds
from recovery.domain.check_in import BOUNDS, NOTE_LENGTH, CheckIn, EmptyCheckIn, NoteTooLong, allowed_days, oddities
from recovery.domain.day_figures import day_figures
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED, TickedSign, Tier, WarningAnswer

DAY = date(2026, 11, 22)
NUMBER = st.sampled_from(sorted(BOUNDS))


@given(NUMBER, st.data())
def test_every_value_inside_its_range_is_taken(name, data):
    value = data.draw(st.integers(BOUNDS[name].low, BOUNDS[name].high))
    assert getattr(CheckIn(recorded_on=DAY, **{name: value}), name) == value


@given(NUMBER, st.integers())
def test_a_value_outside_its_range_cannot_exist(name, value):
    if value in BOUNDS[name]:
        return
    with pytest.raises(OutOfBounds, match=name):
        CheckIn(recorded_on=DAY, **{name: value})


@pytest.mark.parametrize("not_a_number", [3.0, "3", True])
def test_only_whole_numbers_are_scores(not_a_number):
    with pytest.raises(OutOfBounds):
        CheckIn(recorded_on=DAY, back_pain_average=not_a_number)


@pytest.mark.parametrize("empty", [{}, {"someone_helped": True}, {"warning_signs": NOT_ANSWERED}, {"note": ""}])
def test_an_entry_must_hold_something(empty):
    with pytest.raises(EmptyCheckIn):
        CheckIn(recorded_on=DAY, **empty)


@pytest.mark.parametrize(
    "held",
    [{"leg_pain_average": 0}, {"bearable": False}, {"warning_signs": NONE_OF_THESE}, {"steps": 0}, {"note": "x"}],
)
def test_zero_no_and_none_of_these_are_something(held):
    assert not CheckIn(recorded_on=DAY, **held).is_empty


def test_a_note_has_a_longest():
    assert CheckIn(recorded_on=DAY, note="x" * NOTE_LENGTH)
    with pytest.raises(NoteTooLong):
        CheckIn(recorded_on=DAY, note="x" * (NOTE_LENGTH + 1))


def test_a_ticked_sign_is_an_answer_and_the_most_urgent_tier_counts():
    signs = (TickedSign(Tier.TODAY, "calf"), TickedSign(Tier.EMERGENCY, "chest"))
    assert WarningAnswer(is_answered=True, ticked=signs).tier is Tier.EMERGENCY
    with pytest.raises(ValueError, match="answer"):
        WarningAnswer(is_answered=False, ticked=signs)


@given(st.integers(0, 10), st.integers(0, 10))
def test_only_an_average_over_the_worst_is_odd(average, worst):
    check_in = CheckIn(recorded_on=DAY, back_pain_average=average, back_pain_worst=worst)
    assert bool(oddities(check_in)) is (average > worst)


def test_days_reach_from_90_before_the_operation_to_the_latest_day_on_earth():
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    assert allowed_days(date(2026, 11, 10), now) == (date(2026, 8, 12), date(2026, 11, 23))


SCORE = st.none() | st.integers(0, 10)


@st.composite
def check_ins(draw):
    return CheckIn(
        recorded_on=DAY + timedelta(days=draw(st.integers(-3, 3))),
        back_pain_average=draw(SCORE),
        leg_pain_worst=draw(SCORE),
        walking_minutes=draw(st.none() | st.integers(0, 600)),
        note="something",
    )


@given(st.lists(check_ins(), max_size=12), st.randoms())
def test_a_days_figure_does_not_depend_on_the_order_and_missing_stays_missing(several, chance):
    shuffled = several[:]
    chance.shuffle(shuffled)
    figures = day_figures(several)
    assert figures == day_figures(shuffled)
    assert set(figures) == {each.recorded_on for each in several}
    for day, figure in figures.items():
        of_day = [each for each in several if each.recorded_on == day]
        averages = [each.back_pain_average for each in of_day if each.back_pain_average is not None]
        assert figure.back_average == (pytest.approx(sum(averages) / len(averages)) if averages else None)
        walked = [each.walking_minutes for each in of_day if each.walking_minutes is not None]
        assert figure.walking_minutes == (max(walked) if walked else None)
        assert figure.entries == len(of_day)


def test_two_entries_a_day_make_an_average_of_averages_the_highest_worst_and_the_most_walking():
    figures = day_figures(
        [
            CheckIn(recorded_on=DAY, back_pain_average=3, back_pain_worst=5, walking_minutes=10, steps=900),
            CheckIn(recorded_on=DAY, back_pain_average=4, back_pain_worst=8, walking_minutes=25),
        ]
    )
    figure = figures[DAY]
    assert (figure.back_average, figure.back_worst, figure.walking_minutes, figure.steps) == (3.5, 8, 25, 900)
    assert figure.leg_average is None
