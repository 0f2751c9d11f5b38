"""Charts over generated histories: no crash, no coordinate outside, gaps as gaps, the table equals the figures."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from courses import NAMES, OPERATED_ON, SVG, TABLE, courses, drawn, therapy_of
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.adherence import Adherence
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import day_figures
from recovery.domain.operation import Procedure
from recovery.domain.pathway import NO_STAGES, PATHWAYS
from recovery.web.present.charts.aligned import Values, aligned_chart
from recovery.web.present.charts.pain import Course, pain_chart
from recovery.web.present.charts.ribbon import ribbon, stage_place
from recovery.web.present.charts.shapes import line_through, rolling_mean
from recovery.web.present.charts.sparkline import sparkline
from recovery.web.present.charts.therapy import DayMark, mark_of, therapy_chart
from recovery.web.present.charts.walking import walking_chart
from recovery.web.present.numbers import show


@given(courses())
def test_every_chart_draws_any_history_and_its_table_holds_the_figures(course):
    charts = [
        pain_chart(course),
        walking_chart(course),
        sparkline(course, "Asha Rao", name="s"),
        aligned_chart(Values(course, therapy_of(course)), "Asha Rao").chart,
        therapy_chart(therapy_of(course), frozenset(), course.today, OPERATED_ON),
    ]
    for chart in charts:
        drawn(chart)
    table = charts[0].table
    assert len(table.rows) == len(course.figures)
    for row, (_day, figure) in zip(table.rows, sorted(course.figures.items(), reverse=True), strict=True):
        assert row[1] == ("–" if figure.back_average is None else show(figure.back_average))
    ET.fromstring(str(TABLE(table)))  # noqa: S314 - our own output


@given(courses())
def test_the_number_of_marks_is_the_number_of_days_with_a_score(course):
    root = drawn(pain_chart(course))
    marks = [each for each in root.iter() if each.get("class") == "pb sm"]
    assert len(marks) == sum(figure.back_average is not None for figure in course.figures.values())


@given(courses())
def test_the_same_history_draws_the_same_bytes(course):
    assert str(SVG(pain_chart(course))) == str(SVG(pain_chart(course)))


@pytest.mark.parametrize(("gap", "pieces"), [(1, 1), (3, 1), (4, 2), (30, 2)])
def test_a_gap_of_more_than_three_days_stays_open(gap, pieces):
    steps = line_through([0, gap], [0.0, 10.0], [5.0, 5.0])
    assert len(re.findall("M", steps)) == pieces


def test_the_line_is_the_mean_of_the_days_with_a_value_in_the_last_seven():
    assert rolling_mean([(0, 4.0), (3, 6.0), (12, 2.0)]) == [(3, 5.0)]


def test_a_recorded_zero_looks_different_from_no_entry():
    course = Course(
        day_figures(
            [
                CheckIn(recorded_on=OPERATED_ON, walking_minutes=0),
                CheckIn(recorded_on=OPERATED_ON + timedelta(days=2), walking_minutes=9),
            ]
        ),
        OPERATED_ON,
        OPERATED_ON + timedelta(days=3),
        NO_STAGES,
        NAMES,
        ("Back", "Leg"),
    )  # fmt: skip
    root = drawn(walking_chart(course))
    assert [each.get("class") for each in root.iter() if each.get("class") in {"w", "w0"}] == ["w0", "w"]


@given(st.sampled_from(list(Procedure)), st.integers(-100, 800))
def test_the_ribbon_shows_the_patients_own_pathway(procedure, day):
    pathway = PATHWAYS[procedure]
    chart = ribbon(pathway, day, NAMES)
    blocks = [each for each in drawn(chart).iter() if each.get("class") == "b"]
    place = stage_place(pathway, day)
    assert len(blocks) == (4 if procedure is Procedure.LAMINECTOMY else 5)
    assert (place is None) is (day < 0 or day >= 365)
    if place:
        assert chart.title.startswith(f"Stage {place.number} of {place.of}")


def test_without_stages_there_is_no_ribbon():
    assert ribbon(NO_STAGES, 12, NAMES) is None


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("adherence", "day", "excused", "mark"),
    [
        (Adherence(2, 0, 0), TODAY, False, DayMark.DONE),
        (Adherence(1, 1, 0), TODAY, False, DayMark.PARTLY),
        (Adherence(1, 0, 1), TODAY, False, DayMark.PARTLY),
        (Adherence(0, 2, 0), TODAY, False, DayMark.NOT_DONE),
        (Adherence(0, 0, 2), TODAY, False, DayMark.TO_COME),
        (Adherence(0, 0, 2), TODAY - timedelta(days=1), False, DayMark.NOT_RECORDED),
        (Adherence(0, 0, 0), TODAY - timedelta(days=1), False, DayMark.REST),
        (Adherence(0, 0, 0), TODAY - timedelta(days=1), True, DayMark.EXCUSED),
    ],
)
def test_each_day_has_one_mark_and_not_recorded_is_not_not_done(adherence, day, excused, mark):
    assert mark_of(adherence, day, TODAY, frozenset({day} if excused else ())) is mark
