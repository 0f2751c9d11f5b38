"""Where in the recovery: one block for each stage after the operation, on the patient's own pathway."""

from collections.abc import Mapping
from dataclasses import dataclass

from recovery.content import wording
from recovery.domain.pathway import Pathway
from recovery.domain.stage import Stage, StageSpan
from recovery.web.present.charts.shapes import Chart, Shape, path, rect, short

WORDS = wording.words("progress")
WIDTH, HEIGHT, GAP = 358, 22, 6
WIDE_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class StagePlace:
    """Stage `number` of `of`. Before the operation and in the long term there is no number."""

    number: int
    of: int


def numbered_spans(pathway: Pathway) -> tuple[StageSpan, ...]:
    """The stages that are counted: from the operation until back to life."""
    return tuple(span for span in pathway.spans if span.first_day is not None and span.last_day is not None)


def stage_place(pathway: Pathway, day: int) -> StagePlace | None:
    """One way to count stages on every screen; None before surgery, in the long term and without stages."""
    spans = numbered_spans(pathway)
    number = next((place for place, span in enumerate(spans, 1) if day in span), None)
    return StagePlace(number, len(spans)) if number else None


def ribbon(pathway: Pathway, day: int, names: Mapping[Stage, str], *, name: str = "ribbon") -> Chart | None:
    """None where the pathway names no stage."""
    spans = numbered_spans(pathway)
    if not spans:
        return None
    now = stage_place(pathway, day)
    current = now.number if now else None
    wide = WIDTH * WIDE_SHARE if current else (WIDTH - GAP * (len(spans) - 1)) / len(spans)
    thin = (WIDTH - wide - GAP * (len(spans) - 1)) / max(1, len(spans) - 1)
    x, shapes = 0.0, []
    for number, span in enumerate(spans, 1):
        width = wide if number == current or not current else thin
        shapes.append(_block(span, day, x, width))
        x += width + GAP
    return Chart(
        name, WIDTH, HEIGHT + 10, _title(now, pathway, day, names), _description(spans, day), tuple(shapes), "rib"
    )


def _block(span: StageSpan, day: int, x: float, width: float) -> Shape:
    first, last = span.first_day or 0, span.last_day or 0
    shapes = [rect("b", x + 1, 5, width - 2, HEIGHT, 8)]
    if day > last:
        middle = x + width / 2
        shapes += [rect("f", x + 1, 5, width - 2, HEIGHT, 8), path("k", f"M{short(middle - 5)} 16l3.5 3.8l7-7.6")]
    if day in span:
        filled = max(16.0, (width - 2) * (day - first + 1) / (last - first + 1))
        shapes += [rect("f", x + 1, 5, filled, HEIGHT, 8), rect("h", x + filled - 3, 1, 7, HEIGHT + 8, 3.5)]
    return Shape("g", (("class", "now"),) if day in span else (), children=tuple(shapes))


def _title(now: StagePlace | None, pathway: Pathway, day: int, names: Mapping[Stage, str]) -> str:
    stage = pathway.stage_on(day)
    name = names[stage] if stage else ""
    return WORDS.stage_of.format(number=now.number, of=now.of, name=name) if now else name


def _description(spans: tuple[StageSpan, ...], day: int) -> str:
    span = next((span for span in spans if day in span), None)
    if span is None:
        return WORDS.before_operation if day < 0 else WORDS.stages_behind
    return WORDS.stage_from_to.format(day=day, first=span.first_day, last=span.last_day)
