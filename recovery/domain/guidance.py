"""Which passages suit a stage, a procedure and an approach, and why (CLINICAL.md 10).

Passages about a procedure follow each procedure a patient had; a passage that follows the slowest is placed by the
slowest one only. Nothing here returns a passage that nobody approved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from recovery.domain.operation import Approach, Operation, Procedure
from recovery.domain.stage import Stage


class Moment(StrEnum):
    """When a passage fits best, beside its stages: it is then shown on that page too."""

    AFTER_SESSION = "after_session"
    FIRST_DAYS = "first_days"
    BESIDE_QUESTIONS = "beside_questions"


@dataclass(frozen=True, slots=True)
class Placement:
    """A passage suits `stage`. No procedure, or no approach, means all of them."""

    stage: Stage
    procedure: Procedure | None = None
    approach: Approach | None = None
    is_on_today: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences `first_sentence` to `last_sentence`, counted from 1, of one paragraph, word for word in `original`.

    `paragraph_text` is the whole paragraph. `approved_by` is a person's name; "" while nobody approved it. `id` is
    its row's; None where it comes from no table.
    """

    document_title: str
    version: int
    paragraph: int
    paragraphs: int
    first_sentence: int
    last_sentence: int
    original: str
    paragraph_text: str
    heading: str
    plain: str
    placements: tuple[Placement, ...]
    follows_slowest: bool = False
    approved_by: str = ""
    approved_on: date | None = None
    moments: frozenset[Moment] = frozenset()
    id: UUID | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        return (self.document_title, self.paragraph, self.first_sentence)


@dataclass(frozen=True, slots=True)
class WhyShown:
    """The placement's own reasons: the stage, and the procedure or approach it names (None: it is for everybody)."""

    stage: Stage
    procedure: Procedure | None
    approach: Approach | None


def why_shown(passage: Passage, operation: Operation, stage: Stage) -> WhyShown | None:
    """Why this patient sees the passage in this stage; None when they do not."""
    procedures = {operation.slowest} if passage.follows_slowest else operation.procedures
    for placement in passage.placements:
        fits_procedure = placement.procedure is None or placement.procedure in procedures
        fits_approach = placement.approach is None or placement.approach is operation.approach
        if placement.stage is stage and fits_procedure and fits_approach:
            return WhyShown(stage, placement.procedure, placement.approach)
    return None


def passages_for(passages: Iterable[Passage], operation: Operation, stage: Stage) -> tuple[Passage, ...]:
    """The approved ones that suit, in the document's order."""
    suiting = [each for each in passages if each.approved_by and why_shown(each, operation, stage)]
    return tuple(sorted(suiting, key=lambda passage: passage.place))


def today_passage(passages: Sequence[Passage], operation: Operation, stage: Stage) -> Passage | None:
    """The one passage for Today: the one placed there, else the stage's first; None when the stage has none."""
    suiting = passages_for(passages, operation, stage)
    return next((each for each in suiting if _is_on_today(each, stage)), suiting[0] if suiting else None)


def passage_at(passages: Sequence[Passage], moment: Moment, operation: Operation, stage: Stage) -> Passage | None:
    """The passage for a moment, out of those that suit the stage and the operation anyway: a moment widens nothing.

    As on Today, the one placed there comes before the stage's first, so that the words on physical therapy follow a
    session as soon as they suit. The first days are a stage of their own: that moment comes in no other.
    """
    if moment is Moment.FIRST_DAYS and stage is not Stage.FIRST_DAYS:
        return None
    return today_passage([each for each in passages if moment in each.moments], operation, stage)


def suiting(passages: Iterable[Passage], operation: Operation, stages: Sequence[Stage]) -> tuple[Passage, ...]:
    """The approved ones that stand anywhere on this patient's Learn, in the document's order; no `stages` means all."""
    everywhere = [passages_for(passages, operation, stage) for stage in stages or tuple(Stage)]
    once = dict.fromkeys(each for some in everywhere for each in some)
    return tuple(sorted(once, key=lambda passage: passage.place))


def _is_on_today(passage: Passage, stage: Stage) -> bool:
    return any(placement.is_on_today and placement.stage is stage for placement in passage.placements)


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage under one stage, and why it stands there."""

    passage: Passage
    why: WhyShown


@dataclass(frozen=True, slots=True)
class WholeParagraph:
    """One paragraph, unbroken: it stands once, under the earliest stage in which any of it is placed."""

    document_title: str
    version: int
    number: int
    of: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    stage: Stage
    is_current: bool
    passages: tuple[ShownPassage, ...]
    paragraphs: tuple[WholeParagraph, ...]


def learn_page(
    passages: Sequence[Passage], operation: Operation, stage: Stage | None, stages: Sequence[Stage]
) -> tuple[Section, ...]:
    """The current stage first, then the others in the order of recovery. `stages` are those of the patient's pathway;
    empty (cervical) means every stage, none of them current. Stages without a passage are left out.
    """
    in_order = [each for each in Stage if each in (stages or tuple(Stage))]
    sections, seen = [], set[tuple[str, int]]()
    for each in in_order:
        shown = tuple(_shown(passage, operation, each) for passage in passages_for(passages, operation, each))
        fresh = [one.passage for one in shown if (one.passage.document_title, one.passage.paragraph) not in seen]
        paragraphs = {(passage.document_title, passage.paragraph): passage for passage in fresh}
        seen.update(paragraphs)
        if shown:
            sections.append(Section(each, each is stage, shown, tuple(_whole(one) for one in paragraphs.values())))
    return tuple(sorted(sections, key=lambda section: not section.is_current))


def _shown(passage: Passage, operation: Operation, stage: Stage) -> ShownPassage:
    why = why_shown(passage, operation, stage)
    if why is None:
        raise ValueError("only passages that suit the stage are shown")
    return ShownPassage(passage, why)


def _whole(passage: Passage) -> WholeParagraph:
    return WholeParagraph(
        passage.document_title, passage.version, passage.paragraph, passage.paragraphs, passage.paragraph_text
    )
