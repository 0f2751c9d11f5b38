"""What every chart is made of: shapes with classes, a title and a description, and the same numbers as a table."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

BRIDGED_DAYS = 3
"""A line joins days up to this far apart; a longer gap stays open."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An SVG element. `attributes` hold no style: classes do."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    children: tuple["Shape", ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`name` makes the ids and is unique on its page. `description` tells the figures in words."""

    name: str
    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    css: str = "ch"
    table: Table | None = field(default=None)


def short(value: float) -> str:
    """A number for an attribute, with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def rect(css: str, x: float, y: float, width: float, height: float, radius: float = 0) -> Shape:
    placed = (("x", short(x)), ("y", short(y)), ("width", short(max(width, 0))), ("height", short(max(height, 0))))
    return Shape("rect", (("class", css), *placed, *((("rx", short(radius)),) if radius else ())))


def dot(css: str, x: float, y: float, radius: float) -> Shape:
    return Shape("circle", (("class", css), ("cx", short(x)), ("cy", short(y)), ("r", short(radius))))


def path(css: str, steps: str) -> Shape:
    return Shape("path", (("class", css), ("d", steps)))


def diamond(css: str, x: float, y: float, radius: float) -> Shape:
    r = short(radius)
    return path(css, f"M{short(x)} {short(y - radius)}l{r} {r}l-{r} {r}l-{r} -{r}z")


def level(css: str, y: float, left: float, right: float) -> Shape:
    return path(css, f"M{short(left)} {short(y)}H{short(right)}")


def words(text: str, x: float, y: float, css: str = "", anchor: str = "") -> Shape:
    attributes = [("x", short(x)), ("y", short(y))]
    attributes += [("class", css)] if css else []
    attributes += [("text-anchor", anchor)] if anchor else []
    return Shape("text", tuple(attributes), text)


def line_through(days: Sequence[int], xs: Sequence[float], ys: Sequence[float], bridged: int = BRIDGED_DAYS) -> str:
    """Path steps through the points in order; a gap of more than `bridged` days begins a new line."""
    steps, last = [], None
    for day, x, y in zip(days, xs, ys, strict=True):
        is_joined = last is not None and day - last <= bridged
        steps.append(f"{'L' if is_joined else 'M'}{short(x)} {short(y)}")
        last = day
    return "".join(steps)


def rolling_mean(values: Iterable[tuple[int, float]], window: int = 7) -> list[tuple[int, float]]:
    """(day, mean of the days with a value among the last `window` days), where there are two or more. `values` are in
    the order of their days.
    """
    recent: deque[tuple[int, float]] = deque()
    means = []
    for day, value in values:
        recent.append((day, value))
        while recent[0][0] <= day - window:
            recent.popleft()
        if len(recent) > 1:
            means.append((day, sum(each for _day, each in recent) / len(recent)))
    return means
