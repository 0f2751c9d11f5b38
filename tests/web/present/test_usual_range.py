"""The card about what is usual, over generated histories, and the drawing of its ranges."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moment import NOW

from recovery.content.expected_course import ShippedCourse, shipped_course
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import day_figures
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.expected_course import ExpectedCourse, Site, Step, UsualRange
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.records.expected_ranges import ApprovedRanges
from recovery.web.present.charts.axis import DayAxis
from recovery.web.present.charts.usual import range_shapes, range_words, y_of
from recovery.web.present.numbers import show
from recovery.web.present.usual_range import Allowed, usual_card, where_from

OPERATED_ON = date(2026, 10, 15)
APPROVAL = ApprovedRanges(uuid4(), shipped_course().source, "Lena Fox", NOW, "", None)
SCORE = st.none() | st.integers(0, 10)
PLACE = {Site.BACK: "back_average", Site.LEG: "leg_average"}


def episode_of(procedures, region=Region.LUMBAR):
    operation = Operation(frozenset(procedures), Approach.OPEN, region, OPERATED_ON)
    return Episode(uuid4(), uuid4(), operation, EpisodeStatus.ACTIVE)


def card_of(episode, check_ins, *, approval=APPROVAL, has_open_sign=False):
    figures = day_figures(check_ins)
    today = max(figures, default=OPERATED_ON)
    allowed = Allowed(shipped_course(), approval, has_open_sign)
    return usual_card(episode, figures, today, allowed, "Europe/London"), figures


def check_in(day, back, leg):
    on = OPERATED_ON + timedelta(days=day)
    return CheckIn(recorded_on=on, back_pain_average=back, leg_pain_average=leg, note="x")


@given(
    procedures=st.frozensets(st.sampled_from(Procedure), min_size=1),
    region=st.sampled_from(Region),
    recorded=st.lists(st.tuples(st.integers(-90, 420), SCORE, SCORE), max_size=20),
    approval=st.sampled_from([APPROVAL, None]),
    has_open_sign=st.booleans(),
)
def test_a_site_is_told_for_its_newest_day_with_a_score_and_only_with_a_range(
    procedures, region, recorded, approval, has_open_sign
):
    episode = episode_of(procedures, region)
    card, figures = card_of(
        episode, [check_in(*each) for each in recorded], approval=approval, has_open_sign=has_open_sign
    )
    expected = []
    may_be_shown = approval is not None and not has_open_sign and region is Region.LUMBAR
    for site in Site if may_be_shown else ():
        scored = [(day, getattr(figure, PLACE[site])) for day, figure in figures.items()]
        newest = max((each for each in scored if each[1] is not None), default=None)
        day = (newest[0] - OPERATED_ON).days if newest else -1
        held = shipped_course().course.range_on(episode.operation.slowest, site, day)
        if held is not None:
            expected.append((day, f"{held.low} to {held.high}", show(newest[1])))
    told = [(each.told.day, each.told.many, each.told.score) for each in card.sites] if card else []
    assert told == expected


@given(st.lists(st.tuples(st.integers(0, 364), SCORE, SCORE), min_size=1, max_size=30))
def test_the_table_holds_the_figures_of_every_day_with_a_score_in_the_newest_12_weeks(recorded):
    card, figures = card_of(episode_of([Procedure.FUSION]), [check_in(*each) for each in recorded])
    told = [day for day, each in figures.items() if (each.back_average, each.leg_average) != (None, None)]
    newest = max(told, default=OPERATED_ON)
    scored = {
        f"Day {(day - OPERATED_ON).days}": tuple(
            "–" if score is None else show(score) for score in (figure.back_average, figure.leg_average)
        )
        for day, figure in figures.items()
        if (figure.back_average, figure.leg_average) != (None, None) and day > newest - timedelta(weeks=12)
    }
    if card:
        assert {row[0]: (row[1], row[3]) for row in card.table.rows} == scored


def test_where_both_ends_are_the_same_one_number_is_said():
    assert [range_words(UsualRange(*ends)) for ends in ((0, 0), (0, 1), (10, 10))] == ["0", "0 to 1", "10"]
    assert range_words(None) == "–"


def test_a_range_of_one_number_is_told_as_that_number():
    steps = {(procedure, site): (Step(3, UsualRange(0, 0)),) for procedure in Procedure for site in Site}
    allowed = Allowed(ShippedCourse("own-1", "our own", 1, 10, ExpectedCourse(steps)), APPROVAL, has_open_sign=False)
    figures = day_figures([check_in(12, 0, None)])
    card = usual_card(episode_of([Procedure.FUSION]), figures, max(figures), allowed, "Europe/London")
    assert [(each.name, each.told.many) for each in card.sites] == [("Back pain", "0")]


def test_the_day_of_the_approval_is_that_of_the_readers_zone():
    late = ApprovedRanges(uuid4(), "x", "Lena Fox", NOW.replace(hour=23, minute=30), "", None)
    assert where_from(shipped_course(), late, "Asia/Tokyo").endswith("Lena Fox approved it on 23 November 2026.")
    assert where_from(shipped_course(), late, "Europe/London").endswith("Lena Fox approved it on 22 November 2026.")


STEPS = (Step(3, UsualRange(2, 6)), Step(10, UsualRange(1, 6)))
COURSE = ExpectedCourse({(procedure, site): STEPS for procedure in Procedure for site in Site})


def heights(shapes):
    """Of the corners of the band, as attributes have them."""
    outline = dict(shapes[0].attributes)["d"]
    return {float(each) for each in re.findall(r"V([\d.]+)", outline)}


@pytest.mark.parametrize(
    ("last_day", "scores"), [(2, None), (3, (2, 6)), (9, (2, 6)), (10, (1, 2, 6)), (400, (1, 2, 6))]
)
def test_the_band_goes_from_the_lowest_to_the_highest_score_of_the_days_that_have_a_range(last_day, scores):
    axis = DayAxis(0, last_day, 24, 314)
    shapes = range_shapes(Site.LEG, axis, lambda day: COURSE.range_on(Procedure.FUSION, Site.LEG, day))
    if scores is None:
        assert not shapes
        return
    assert heights(shapes) == {round(y_of(score), 1) for score in scores}
    xs = [float(each) for each in re.findall(r"[MH]([\d.]+)", dict(shapes[0].attributes)["d"])]
    assert min(xs) == pytest.approx(axis.x(2.5), abs=0.1)
    assert max(xs) == pytest.approx(axis.x(min(last_day, 364) + 0.5), abs=0.1)
