"""What many people score on a day, and what this patient scored: in the words of CLINICAL.md 11, drawn, and listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from recovery.content.expected_course import ShippedCourse
from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode
from recovery.domain.expected_course import ExpectedCourse, Site, usual_range
from recovery.records.expected_ranges import ApprovedRanges, Standing
from recovery.web.present.charts.pain import SITES, Course, cell
from recovery.web.present.charts.shapes import Chart, Table
from recovery.web.present.charts.usual import DAYS_DRAWN, PLACES, RangeOn, range_words, usual_chart
from recovery.web.present.course import course_of
from recovery.web.present.dates import day_and_year
from recovery.web.present.numbers import show

WORDS = words("usual")


class ToldCourse(Protocol):
    """Ranges, and what patients read of where they are from."""

    @property
    def label(self) -> str: ...
    @property
    def course(self) -> ExpectedCourse: ...


@dataclass(frozen=True, slots=True)
class OwnCourse:
    """The clinic's own."""

    course: ExpectedCourse
    label: str = WORDS.own_label


@dataclass(frozen=True, slots=True)
class Allowed:
    """What decides whether anything is shown: the lead's approval, and whether a warning sign waits."""

    told: ToldCourse
    approval: ApprovedRanges | None
    has_open_sign: bool

    def range_on(self, episode: Episode, site: Site) -> RangeOn:
        course = self.told.course if self.approval else None
        return partial(usual_range, course, episode.operation, site, has_open_sign=self.has_open_sign)


def allowed_in_turn(shipped: ShippedCourse, standing: Standing, *, has_open_sign: bool) -> tuple[Allowed, ...]:
    """The clinic's own ranges first, where the lead approved them; where they end, the estimate. A card has one of them
    alone, so that what it says of where they are from is true of all of it.
    """
    estimate = Allowed(shipped, standing.estimate, has_open_sign)
    if standing.own is None or standing.own.own is None:
        return (estimate,)
    return (Allowed(OwnCourse(standing.own.own.course), standing.own, has_open_sign), estimate)


@dataclass(frozen=True, slots=True)
class UsualScore:
    """What the sentence tells: the day of the newest score of a site, that score, and the range of that day."""

    day: int
    many: str
    score: str


@dataclass(frozen=True, slots=True)
class UsualSite:
    name: str
    told: UsualScore
    chart: Chart


@dataclass(frozen=True, slots=True)
class UsualCard:
    sites: tuple[UsualSite, ...]
    where_from: str
    table: Table


def usual_card(
    episode: Episode, figures: Mapping[date, DayFigure], today: date, allowed: Allowed, zone: str
) -> UsualCard | None:
    """None where no site has a range on the day of its newest score."""
    course = course_of(episode, figures, today)
    ranges = {site: allowed.range_on(episode, site) for site in Site}
    sites = [told for site, range_on in ranges.items() if (told := _site(course, site, range_on)) is not None]
    if not sites or allowed.approval is None:
        return None
    return UsualCard(tuple(sites), where_from(allowed.told, allowed.approval, zone), _table(course, ranges))


def where_from(told: ToldCourse, approval: ApprovedRanges, zone: str) -> str:
    approved_on = day_and_year(day_in_zone(approval.approved_at, zone))
    return WORDS.where_from.format(label=told.label, name=approval.approved_by, day=approved_on)


def _site(course: Course, site: Site, range_on: RangeOn) -> UsualSite | None:
    points = course.series(SITES[PLACES[site]][0])
    day, score = points[-1] if points else (-1, 0.0)
    held = range_on(day)
    if held is None:
        return None
    name = WORDS.site_pain.format(site=course.pain_names[PLACES[site]])
    return UsualSite(name, UsualScore(day, range_words(held), show(score)), usual_chart(course, site, range_on))


def _table(course: Course, ranges: Mapping[Site, RangeOn]) -> Table:
    """The newest days with a score, as many as are drawn, newest first."""
    heads = [
        head.format(site=course.pain_names[PLACES[site]])
        for site in ranges
        for head in (WORDS.head_you, WORDS.head_many)
    ]
    rows: list[tuple[str, ...]] = []
    scored = {day for measure, *_css in SITES for day, _score in course.series(measure)}
    for on, figure in sorted(course.figures.items(), reverse=True):
        day = (on - course.operated_on).days
        if day in scored and day > max(scored) - DAYS_DRAWN:
            scores = {Site.BACK: figure.back_average, Site.LEG: figure.leg_average}
            told = [(cell(scores[site]), range_words(range_on(day))) for site, range_on in ranges.items()]
            rows.append((WORDS.day_number.format(day=day), *(each for pair in told for each in pair)))
    return Table(WORDS.by_day, (WORDS.head_day, *heads), tuple(rows))
