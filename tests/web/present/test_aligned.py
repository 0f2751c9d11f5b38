"""Everything on one axis of days: what was recorded has a panel, a mark and its words; what was not has none."""

from datetime import UTC, datetime, time
from types import SimpleNamespace
from uuid import UUID

import pytest
from courses import courses, drawn, therapy_of
from hypothesis import given
from hypothesis import strategies as st
from rule_facts import day, facts

from recovery.content.expected_course import shipped_course
from recovery.domain.activities import Activity
from recovery.domain.adherence import Adherence
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import day_figures
from recovery.domain.evidence import HeldDay
from recovery.domain.expected_course import Site
from recovery.domain.reasons import PainHigh
from recovery.domain.reviews import Decision
from recovery.domain.thresholds import Rule
from recovery.records.activity_scores import ScoredActivity
from recovery.web.present.charts.aligned import DayMarks, Size, Values, aligned_chart
from recovery.web.present.course import course_of
from recovery.web.present.numbers import show
from recovery.web.present.summary_chart import RANGES, USUALLY_DRAWN, marks_on, range_with, ranges_shown
from recovery.web.present.usual_range import Allowed

RECOVERY = facts().episode
SHOP = ScoredActivity(Activity(UUID(int=1), "Walk to the shop"), is_let_go=False, scores={day(9): 4.0})


def course(*check_ins, today=20):
    return course_of(RECOVERY, day_figures(check_ins), day(today))


def texts(figure):
    return [each.text for each in drawn(figure.chart).iter() if each.text]


def of_class(figure, css):
    return [each for each in drawn(figure.chart).iter() if each.get("class") == css]


def told(figure, number):
    return next(each.values for each in figure.days if each.day.endswith(f", day {number}"))


@given(courses(), st.sampled_from(RANGES), st.sampled_from([Size(), Size(1000, 120, 80), Size(358, 90, 40)]))
def test_any_history_is_drawn_and_every_day_in_sight_is_one_column(course, drawn_range, size):
    figure = aligned_chart(Values(course, therapy_of(course)), "Asha Rao", drawn_range.days, size=size)
    drawn(figure.chart)
    first = max(course.first_day, course.last_day - (drawn_range.days or 10**6) + 1)
    assert len(figure.days) == course.last_day - first + 1
    for on, each in course.figures.items():
        number = (on - course.operated_on).days
        if number >= first and each.back_average is not None:
            assert f"back pain {show(each.back_average)}" in told(figure, number)


@given(courses())
def test_the_table_holds_the_figures_of_the_days_in_sight(course):
    table = aligned_chart(Values(course, {}), "Asha Rao", 42).chart.table
    first = max(course.first_day, course.last_day - 41)
    in_sight = [each for on, each in course.figures.items() if (on - course.operated_on).days >= first]
    rows = {row[0]: row for row in table.rows}
    for each in in_sight:
        row = rows.get(f"Day {(each.day - course.operated_on).days}")
        if row:
            assert row[1] == ("–" if each.back_average is None else show(each.back_average))


def test_only_what_was_ever_recorded_has_a_panel_and_pain_always_has():
    bare = texts(aligned_chart(Values(course(), {}), "Asha Rao"))
    assert {"Back pain", "Leg pain"} <= set(bare)
    assert not {"Walking", "Steps", "Exercises", "Activities"} & set(bare)
    values = Values(course(CheckIn(day(2), walking_minutes=0, steps=0)), {day(2): Adherence(1, 0, 0)}, scored=[SHOP])
    full = texts(aligned_chart(values, "Asha Rao"))
    assert {"Walking", "Steps", "Exercises", "Activities"} <= set(full)


def test_what_matters_has_a_panel_only_where_a_score_is_in_sight():
    values = Values(course(today=60), {}, scored=[SHOP])
    assert "Activities" not in texts(aligned_chart(values, "Asha Rao", 14))
    assert aligned_chart(values, "Asha Rao").numbered == ("1 Walk to the shop",)


def test_a_day_says_what_it_has_and_a_day_without_an_entry_says_so():
    check_in = CheckIn(day(9), back_pain_average=4, back_pain_worst=6, leg_pain_worst=3, walking_minutes=0, steps=900)
    marks = DayMarks(signs=frozenset({day(9)}), reviews=frozenset({day(10)}), plans=frozenset({day(10)}))
    therapy = {day(9): Adherence(1.5, 0.5, 1), day(10): Adherence(0, 0, 3)}
    values = Values(course(check_in), therapy, frozenset({day(11)}), [SHOP], marks)
    figure = aligned_chart(values, "Asha Rao")
    assert told(figure, 9) == (
        "back pain 4 (worst 6), leg pain worst 3, walked 0 minutes, 900 steps, "
        "exercises 1½ of 3 (1 not recorded), Walk to the shop 4, warning sign ticked"
    )
    assert told(figure, 10) == "no check-in, exercises 0 of 3 (3 not recorded), reviewed, a plan began"
    assert told(figure, 11) == "no check-in, not well"
    assert told(figure, 12) == "no check-in"


def test_each_kind_of_mark_has_a_shape_of_its_own_in_a_row_that_says_what_it_is():
    marks = DayMarks(*(frozenset({day(number)}) for number in (3, 4, 5, 6)))
    figure = aligned_chart(Values(course(), {}, marks=marks), "Asha Rao")
    assert {"Warning sign", "Reason", "Review", "Plan"} <= set(texts(figure))
    shapes = {
        (each.tag.split("}")[-1], each.get("class")) for css in ("ev", "re", "eo") for each in of_class(figure, css)
    }
    assert shapes == {("path", "ev"), ("path", "re"), ("circle", "eo"), ("rect", "eo")}
    assert not of_class(aligned_chart(Values(course(), {}, marks=marks), "Asha Rao", 14), "ev"), "out of sight"


def test_done_not_done_and_not_recorded_are_three_looks():
    figure = aligned_chart(Values(course(), {day(9): Adherence(1, 1, 2)}), "Asha Rao")
    assert [len(of_class(figure, css)) for css in ("p1", "p0", "p2")] == [1, 1, 1]


def test_where_days_are_too_narrow_exercises_stand_by_week_and_no_unit_is_lost():
    therapy = {day(number): Adherence(1, 0, 1) for number in range(301)}
    figure = aligned_chart(Values(course(today=300), therapy), "Asha Rao")
    assert [len(of_class(figure, css)) for css in ("p1", "p2")] == [43, 43]
    assert "14" in texts(figure), "units of a week"
    assert told(figure, 300) == "no check-in, exercises 1 of 2 (1 not recorded)"


def test_the_name_stands_at_the_newest_score_where_the_line_ended_long_before():
    check_ins = [CheckIn(day(number), back_pain_average=5) for number in (1, 2, 19)]
    (name,) = of_class(aligned_chart(Values(course(*check_ins), {}), "Asha Rao"), "tb")
    (mark,) = of_class(aligned_chart(Values(course(*check_ins), {}), "Asha Rao"), "pb")
    assert float(name.get("x")) > float(mark.get("cx")) > 600


def test_the_days_that_hold_a_reason_are_marked_and_not_those_it_compares_with():
    before, held = (tuple(HeldDay(day(n), 5, ()) for n in numbers) for numbers in ((1, 2, 3), (8, 9)))
    reason = PainHigh(rule=Rule.W2, about="back", held=held, before=before, change=1, site=Site.BACK)
    at = datetime.combine(day(9), time(23, 30), UTC)
    history = SimpleNamespace(reviews=[SimpleNamespace(at=at, decision=Decision())])
    record = SimpleNamespace(signs_on=frozenset({day(4)}), plans=[])
    marks = marks_on(record, history, [reason], "Europe/Helsinki")
    assert marks == DayMarks(frozenset({day(4)}), frozenset({day(8), day(9)}), frozenset({day(10)}))


@pytest.mark.parametrize(("gap", "pieces"), [(3, 1), (4, 2)])
def test_a_gap_of_more_than_three_days_stays_open(gap, pieces):
    days = [1, 2, 2 + gap, 3 + gap]
    figure = aligned_chart(Values(course(*(CheckIn(day(n), back_pain_average=5) for n in days)), {}), "Asha Rao")
    (line,) = of_class(figure, "lb")
    assert line.get("d").count("M") == pieces


def test_the_line_at_the_edge_of_a_range_is_that_of_the_whole_recovery():
    check_ins = [CheckIn(day(number), back_pain_average=number % 11) for number in range(21)]
    whole, part = (aligned_chart(Values(course(*check_ins), {}), "Asha Rao", days) for days in (None, 14))
    heights = [[step.split()[-1] for step in of_class(each, "lb")[0].get("d")[1:].split("L")] for each in (whole, part)]
    assert heights[0][-14:] == heights[1]


@pytest.mark.parametrize(("approval", "has_sign", "bands"), [(None, False, 0), ("yes", True, 0), ("yes", False, 2)])
def test_the_usual_range_needs_an_approval_and_hides_while_a_warning_sign_is_open(approval, has_sign, bands):
    ranges = ranges_shown(RECOVERY, Allowed(shipped_course(), approval, has_sign))
    figure = aligned_chart(Values(course(), {}, ranges=ranges), "Asha Rao")
    assert len(of_class(figure, "ie")) == bands
    assert figure.has_range is bool(bands)
    assert set(ranges) in (set(), set(Site))


def test_six_weeks_are_drawn_whatever_else_stands_in_the_address():
    assert [range_with(key) for key in ("2-weeks", "all", "", "<b>", "six")] == [
        RANGES[0], RANGES[2], *[USUALLY_DRAWN] * 3
    ]  # fmt: skip


def test_day_zero_is_drawn_in_sight_only():
    assert of_class(aligned_chart(Values(course(today=20), {}), "Asha Rao"), "z")
    assert not of_class(aligned_chart(Values(course(today=20), {}), "Asha Rao", 14), "z")
