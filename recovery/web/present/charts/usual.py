"""One site's pain with the range of many people behind it (CLINICAL.md 11)."""

from collections.abc import Callable, Sequence
from itertools import groupby

from recovery.content import wording
from recovery.domain.expected_course import Site, UsualRange
from recovery.web.present.charts.axis import DayAxis, bands, operation_line, ticks
from recovery.web.present.charts.pain import SITES, TOP_SCORE, Course, score_lines
from recovery.web.present.charts.shapes import (
    Chart,
    Shape,
    diamond,
    dot,
    line_through,
    path,
    rolling_mean,
    short,
    words,
)
from recovery.web.present.numbers import show

WORDS = wording.words("usual")
WIDTH, HEIGHT, TOP = 358, 190, 36
BOTTOM = HEIGHT - 28
DAYS_DRAWN = 84
"""More would be a cloud of marks on a phone; the pain chart has them all."""


PLACES = {Site.BACK: 0, Site.LEG: 1}
"""Where a site stands in the pairs of a course."""

RangeOn = Callable[[int], UsualRange | None]
Points = Sequence[tuple[int, float]]
HeightOf = Callable[[float], float]


def y_of(score: float) -> float:
    return BOTTOM - score / TOP_SCORE * (BOTTOM - TOP)


def range_shapes(site: Site, axis: DayAxis, range_on: RangeOn, y: HeightOf = y_of) -> list[Shape]:
    """A shaded band of steps with an edge, over the days in sight that have a range: there are none between without."""
    days = [(day, held) for day in axis.days if (held := range_on(day)) is not None]
    if not days:
        return []
    runs = [(held, [day for day, _held in run]) for held, run in groupby(days, key=lambda each: each[1])]
    above = "".join(f"V{short(y(held.high))}H{short(axis.x(run[-1] + 0.5))}" for held, run in runs)
    below = "".join(f"V{short(y(held.low))}H{short(axis.x(run[0] - 0.5))}" for held, run in reversed(runs))
    outline = f"M{short(axis.x(days[0][0] - 0.5))} {short(y(days[0][1].high))}{above}{below}z"
    return [path("iq" if site is Site.BACK else "iq il", outline), path("ie", outline)]


def usual_chart(course: Course, site: Site, range_on: RangeOn) -> Chart:
    """The patient's own days and 7-day average of one site up to the newest score; the average is the pain chart's."""
    points = course.series(SITES[PLACES[site]][0])
    newest, score = points[-1]
    axis = DayAxis(max(0, newest - DAYS_DRAWN + 1), newest, 24, WIDTH - 44)
    shapes = bands(axis, course.pathway, course.stage_names, BOTTOM)
    shapes += [*score_lines(axis, y_of), *range_shapes(site, axis, range_on), *_own(site, axis, points)]
    shapes += [*operation_line(axis, BOTTOM), *ticks(axis, HEIGHT - 8)]
    title = WORDS.chart_title.format(site=course.pain_names[PLACES[site]])
    told = WORDS.chart_told.format(day=newest, score=show(score), many=range_words(range_on(newest)))
    return Chart(f"usual-{site.value}", WIDTH, HEIGHT, title, told, tuple(shapes))


def range_words(held: UsualRange | None) -> str:
    """2 to 6; 0 where both ends are the same; a dash where there is none."""
    if held is None:
        return "–"
    return str(held.low) if held.low == held.high else WORDS.low_to_high.format(low=held.low, high=held.high)


def _own(site: Site, axis: DayAxis, points: list[tuple[int, float]]) -> list[Shape]:
    """Marks of the days in one path, the line, and the newest score larger: a dot for the back, a diamond for the leg.

    The mark at the end of the line is the score that the sentence tells, not the average.
    """
    _measure, mark_css, _line_css, text_css = SITES[PLACES[site]]
    mark, size = (dot, 5.0) if site is Site.BACK else (diamond, 6.0)
    day, score = points[-1]
    x, y = axis.x(day), y_of(score)
    own = days_and_line(site, axis, points, rolling_mean(points), y_of)
    return [*own, mark(mark_css, x, y, size), words(WORDS.you, x + 9, y + 4, text_css)]


def days_and_line(site: Site, axis: DayAxis, points: Points, means: Points, y: HeightOf) -> list[Shape]:
    """The days in sight as marks in one path, and `means`, the 7-day average, which reads the days before them too."""
    _measure, mark_css, line_css, _text_css = SITES[PLACES[site]]
    seen = [(axis.x(day), y(score)) for day, score in points if axis.holds(day)]
    shapes = [path(f"{mark_css} sm", "".join(_small(site, *place) for place in seen))] if seen else []
    in_sight = [(day, mean) for day, mean in means if axis.holds(day)]
    if in_sight:
        days = [day for day, _mean in in_sight]
        line = line_through(days, [axis.x(day) for day in days], [y(score) for _day, score in in_sight])
        shapes.append(path(line_css, line))
    return shapes


def _small(site: Site, x: float, y: float) -> str:
    if site is Site.BACK:
        return f"M{short(x - 2.4)} {short(y)}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z"
    return f"M{short(x)} {short(y - 3)}l3 3l-3 3l-3-3z"
