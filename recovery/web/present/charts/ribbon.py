"""Where in the recovery: one block for each stage after the operation, on the patient's own pathway."""

from collections.abc import Mapping
from dataclasses import dataclass

from recovery.content import wording
from recovery.domain.pathway import Pathway
from recovery.domain.stage import Stage, StageSpan
from recovery.web.present.charts.shapes import Chart, Shape, path, rect, short

WORDS = wording.words("progress")
WIDTH, HEIGHT, GAP = 358, 22, 6
WIDE_SHARE, HALF = 0.36, 0.5


@dataclass(frozen=True, slots=True)
class StagePlace:
    """Stage `number` of `of`. Before the operation and in the long term there is no number."""

    number: int
    of: int


def numbered_stages(pathway: Pathway) -> tuple[Stage, ...]:
    """The stages that are counted, each once: from the operation until back to life."""
    return tuple(stage for stage in pathway.stages if stage not in {Stage.BEFORE, Stage.LONG_TERM})


def stage_place(pathway: Pathway, day: int) -> StagePlace | None:
    """One way to count stages on every screen; None before surgery, in the long term and without stages."""
    stages, stage = numbered_stages(pathway), pathway.stage_on(day)
    return StagePlace(stages.index(stage) + 1, len(stages)) if stage in stages else None


def ribbon(pathway: Pathway, day: int, names: Mapping[Stage, str], *, name: str = "ribbon") -> Chart | None:
    """None where the pathway names no stage on that day."""
    stages, span = numbered_stages(pathway), pathway.span_on(day)
    if not stages or span is None:
        return None
    now = stage_place(pathway, day)
    current = now.number if now else None
    wide = WIDTH * WIDE_SHARE if current else (WIDTH - GAP * (len(stages) - 1)) / len(stages)
    thin = (WIDTH - wide - GAP * (len(stages) - 1)) / max(1, len(stages) - 1)
    behind = len(stages) + 1 if span.stage is Stage.LONG_TERM else current or 0
    x, shapes = 0.0, []
    for number in range(1, len(stages) + 1):
        width = wide if number == current or not current else thin
        share = _share(span, day) if number == current else None
        shapes.append(_block(x, width, share, is_behind=number < behind))
        x += width + GAP
    return Chart(
        name, WIDTH, HEIGHT + 10, _title(now, pathway, day, names), _description(span, day), tuple(shapes), "rib"
    )


def _share(span: StageSpan, day: int) -> float:
    """How much of the stage has passed. A stage that is kept has no last day: half of it, whatever the day."""
    first = span.first_day or 0
    return HALF if span.last_day is None else (day - first + 1) / (span.last_day - first + 1)


def _block(x: float, width: float, share: float | None, *, is_behind: bool) -> Shape:
    """`share` is set for the stage that stands."""
    shapes = [rect("b", x + 1, 5, width - 2, HEIGHT, 8)]
    if is_behind:
        middle = x + width / 2
        shapes += [rect("f", x + 1, 5, width - 2, HEIGHT, 8), path("k", f"M{short(middle - 5)} 16l3.5 3.8l7-7.6")]
    if share is not None:
        filled = max(16.0, (width - 2) * share)
        shapes += [rect("f", x + 1, 5, filled, HEIGHT, 8), rect("h", x + filled - 3, 1, 7, HEIGHT + 8, 3.5)]
    return Shape("g", () if share is None else (("class", "now"),), children=tuple(shapes))


def _title(now: StagePlace | None, pathway: Pathway, day: int, names: Mapping[Stage, str]) -> str:
    stage = pathway.stage_on(day)
    name = names[stage] if stage else ""
    return WORDS.stage_of.format(number=now.number, of=now.of, name=name) if now else name


def _description(span: StageSpan, day: int) -> str:
    if span.stage is Stage.BEFORE:
        return WORDS.before_operation
    if span.stage is Stage.LONG_TERM:
        return WORDS.stages_behind
    if span.last_day is None:
        return WORDS.stage_from.format(day=day, first=span.first_day)
    return WORDS.stage_from_to.format(day=day, first=span.first_day, last=span.last_day)
