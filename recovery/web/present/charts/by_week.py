"""One group by week since surgery: the line is the middle patient, the band the middle half, below it how many."""

from collections.abc import Iterator, Mapping

from recovery.domain.clinic_cohort import Group, Measure, Quartiles, runs
from recovery.web.present.charts.shapes import Chart, Shape, Table, diamond, dot, level, path, rect, short, words
from recovery.web.present.charts.walking import top_of_scale
from recovery.web.present.cohort_words import MEASURES, OF_UNITS, on_scale, value_words
from recovery.web.present.operation_words import procedure_name

WIDTH, HEIGHT, TOP, LEFT = 330, 236, 12, 34
BOTTOM, RIGHT = HEIGHT - 52, WIDTH - 16
LEAST_WEEKS, MOST_TICKS = 12, 7
CSS = {
    Measure.LEG: ("iq il", "md ml", "pl"),
    Measure.BACK: ("iq", "md", "pb"),
    Measure.WALKING: ("iq iw", "md mw", "w"),
    Measure.EXERCISES: ("iq ip", "md mp", "p1"),
}
NOT_SHOWN = "–"


class WeekScale:
    """Weeks 0 to `last_week` and values 0 to `top`: the same for every group on a page, to be compared."""

    def __init__(self, measure: Measure, groups: tuple[Group, ...]) -> None:
        highest = [each.upper for group in groups for each in group.weeks.values()]
        self.measure = measure
        self.last_week = max([LEAST_WEEKS, *(group.last_week for group in groups)])
        self.top = top_of_scale(highest) if measure is Measure.WALKING else OF_UNITS

    def x(self, week: int) -> float:
        return LEFT + week / self.last_week * (RIGHT - LEFT)

    def y(self, value: float) -> float:
        return BOTTOM - on_scale(self.measure, value) / self.top * (BOTTOM - TOP)

    @property
    def ticks(self) -> range:
        every = next(step for step in (2, 4, 8) if self.last_week // step < MOST_TICKS)
        return range(0, self.last_week + 1, every)


def by_week_chart(group: Group, scale: WeekScale) -> Chart:
    shapes = [*_grid(scale), *_band(group, scale), *_line(group, scale), *_counts(group, scale)]
    title = f"{MEASURES[scale.measure]} by week since surgery: {procedure_name(group.procedure).lower()}"
    return Chart(f"by-week-{group.procedure.value}", WIDTH, HEIGHT, title, _told(group, scale), tuple(shapes))


def _told(group: Group, scale: WeekScale) -> str:
    first, last = min(group.weeks), group.last_week
    begins, ends = (value_words(scale.measure, group.weeks[week].median) for week in (first, last))
    return f"The middle patient goes from {begins} in week {first} to {ends} in week {last}."


def _grid(scale: WeekScale) -> Iterator[Shape]:
    for value in (0, scale.top // 2, scale.top):
        y = BOTTOM - value / scale.top * (BOTTOM - TOP)
        yield level("gr", y, LEFT, RIGHT)
        yield words(str(value), LEFT - 6, y + 4, anchor="end")


def _band(group: Group, scale: WeekScale) -> Iterator[Shape]:
    css = CSS[scale.measure][0]
    for run in runs(group.weeks):
        upper = [f"{short(scale.x(week))} {short(scale.y(group.weeks[week].upper))}" for week in run]
        lower = [f"{short(scale.x(week))} {short(scale.y(group.weeks[week].lower))}" for week in reversed(run)]
        if len(run) > 1:
            yield path(css, f"M{'L'.join(upper)}L{'L'.join(lower)}z")
        else:
            held = group.weeks[run[0]]
            yield rect(css, scale.x(run[0]) - 3, scale.y(held.upper), 6, scale.y(held.lower) - scale.y(held.upper))


def _line(group: Group, scale: WeekScale) -> Iterator[Shape]:
    _band_css, line_css, mark_css = CSS[scale.measure]
    mark = diamond if scale.measure is Measure.LEG else dot
    for run in runs(group.weeks):
        points = [(scale.x(week), scale.y(group.weeks[week].median)) for week in run]
        if len(points) > 1:
            yield path(line_css, "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points))
        for x, y in points:
            yield mark(mark_css, x, y, 2.8)


def _counts(group: Group, scale: WeekScale) -> Iterator[Shape]:
    yield words("wk", 0, BOTTOM + 22)
    yield words("n", 0, BOTTOM + 46)
    for week in scale.ticks:
        held = group.weeks.get(week)
        yield words(str(week), scale.x(week), BOTTOM + 22, anchor="middle")
        yield words(str(held.n) if held else NOT_SHOWN, scale.x(week), BOTTOM + 46, "t", anchor="middle")


def by_week_table(group: Group, measure: Measure, had_plan: Mapping[int, int]) -> Table:
    """Every week up to the last one that is shown; what is not shown says so. Of exercises also how many had a plan."""
    name, is_planned = procedure_name(group.procedure), measure is Measure.EXERCISES
    rows = []
    for week in range(group.last_week + 1):
        planned = (str(had_plan.get(week, NOT_SHOWN)),) if is_planned else ()
        rows.append((str(week), *planned, *_cells(group.weeks.get(week), measure)))
    head = ("Week", *(("Had a plan",) if is_planned else ()), "n", "Median", "Middle half")
    return Table(f"{name}, {MEASURES[measure].lower()} by week", head, tuple(rows))


def _cells(held: Quartiles | None, measure: Measure) -> tuple[str, ...]:
    if held is None:
        return ("not shown", NOT_SHOWN, NOT_SHOWN)
    lower, upper = (value_words(measure, each) for each in (held.lower, held.upper))
    return (str(held.n), value_words(measure, held.median), f"{lower} to {upper}")
