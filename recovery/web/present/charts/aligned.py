"""Pain, walking and therapy on one axis of days, for the physiotherapist. Warning signs are triangles."""

from collections.abc import Mapping, Sequence
from datetime import date

from recovery.domain.adherence import Adherence
from recovery.web.present.charts.axis import DayAxis, bands, operation_line, ticks
from recovery.web.present.charts.pain import Course, cell, day_number, latest_pain, pain_shapes
from recovery.web.present.charts.shapes import Chart, Shape, Table, path, rect, short, words
from recovery.web.present.charts.walking import walking_shapes
from recovery.web.present.numbers import show_units

WIDTH, LEFT, RIGHT = 720, 96, 52
PAIN_TOP, PAIN_BOTTOM = 58, 204
WALK_TOP, WALK_BOTTOM = 238, 314
THERAPY_TOP, THERAPY_BOTTOM = 346, 398
TIP_LETTER = 6.9


def aligned_chart(
    course: Course,
    therapy: Mapping[date, Adherence],
    signs_on: Sequence[date],
    who: str,
    *,
    name: str = "aligned",
) -> Chart:
    """`therapy` by day; `signs_on` the days on which a warning sign was ticked."""
    axis = DayAxis(course.first_day, course.last_day, LEFT, WIDTH - RIGHT)
    bottom = THERAPY_BOTTOM + 4
    shapes = bands(axis, course.pathway, course.stage_names, bottom)
    shapes += _heads()
    shapes += pain_shapes(course, axis, PAIN_TOP, PAIN_BOTTOM)
    shapes += walking_shapes(course, axis, WALK_TOP, WALK_BOTTOM)
    shapes += _therapy(course, axis, therapy)
    shapes += [*ticks(axis, bottom + 22), *operation_line(axis, bottom + 2)]
    for day in sorted({(each - course.operated_on).days for each in signs_on}):
        if axis.holds(day):
            shapes.append(path("ev", f"M{short(axis.x(day))} 29l9 16h-18z"))
    shapes += [_tip(course, axis, therapy, day, bottom) for day in axis.days]
    description = f"Days {axis.first} to {axis.last}. {latest_pain(course)}"
    title = f"Pain, walking and therapy, {who}"
    return Chart(name, WIDTH, bottom + 30, title, description, tuple(shapes), table=aligned_table(course, therapy))


def _heads() -> list[Shape]:
    told = (
        (PAIN_TOP + 14, "Pain", "0 to 10"),
        (WALK_TOP + 14, "Walking", "minutes"),
        (THERAPY_TOP + 14, "Therapy", "done of due"),
    )
    return [shape for y, head, unit in told for shape in (words(head, 0, y, "t"), words(unit, 0, y + 18))]


def _therapy(course: Course, axis: DayAxis, therapy: Mapping[date, Adherence]) -> list[Shape]:
    """A column of what was due, filled by what was done."""
    most = max((each.planned for each in therapy.values()), default=0)
    width, shapes = max(1.5, axis.step - 2), []
    for day, each in sorted(therapy.items()):
        number = (day - course.operated_on).days
        if not each.planned or not axis.holds(number):
            continue
        scale, x = (THERAPY_BOTTOM - THERAPY_TOP) / most, axis.x(number) - width / 2
        due, done = each.planned * scale, each.done * scale
        shapes.append(rect("p0", x, THERAPY_BOTTOM - due, width, due, 1))
        if done:
            shapes.append(rect("p1", x, THERAPY_BOTTOM - done, width, done, 1))
    return shapes


def _told(course: Course, therapy: Mapping[date, Adherence], day: int) -> tuple[str, ...]:
    """Back, leg, minutes and units of one day, as the tip and the table show them."""
    on = date.fromordinal(course.operated_on.toordinal() + day)
    figure, units = course.figures.get(on), therapy.get(on)
    done = f"{show_units(units.done)} of {units.planned}" if units and units.planned else "–"
    if figure is None:
        return ("–", "–", "–", done)
    return (cell(figure.back_average), cell(figure.leg_average), cell(figure.walking_minutes), done)


def _tip(course: Course, axis: DayAxis, therapy: Mapping[date, Adherence], day: int, bottom: float) -> Shape:
    """Values on hover or tap, by CSS alone; the table has them all."""
    back, leg, walked, done = _told(course, therapy, day)
    first, second = (name.lower() for name in course.pain_names)
    text = f"Day {day}: {first} {back}, {second} {leg}, walk {walked}, therapy {done}"
    width = len(text) * TIP_LETTER + 18
    x = min(max(axis.x(day) - width / 2, 0), WIDTH - width)
    value = (
        path("vl", f"M{short(axis.x(day))} 26V{short(bottom)}"),
        rect("", x, 24, width, 26, 6),
        words(text, x + 9, 41),
    )
    target = rect("", axis.x(day) - axis.step / 2, 26, axis.step, bottom - 26)
    return Shape("g", (("class", "hit"),), children=(target, Shape("g", (("class", "v"),), children=value)))


def aligned_table(course: Course, therapy: Mapping[date, Adherence]) -> Table:
    """Every day with an entry or something due, newest first."""
    days = sorted({*course.figures, *(day for day, each in therapy.items() if each.planned)}, reverse=True)
    first, second = course.pain_names
    rows = []
    for day in days:
        number = (day - course.operated_on).days
        rows.append((day_number(course, day), *_told(course, therapy, number)))
    head = ("Day", f"{first} pain", f"{second} pain", "Walking, minutes", "Therapy, done of due")
    return Table("Pain, walking and therapy by day", head, tuple(rows))
