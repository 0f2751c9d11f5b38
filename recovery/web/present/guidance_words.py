"""The words around a passage: which document, which place and version, who approved it, and why it is shown."""

from dataclasses import dataclass
from datetime import date

from recovery.domain.guidance import Passage, ShownPassage, WholeParagraph, WhyShown, why_shown
from recovery.domain.operation import Approach, Operation
from recovery.domain.stage import Stage
from recovery.web.present.dates import day_and_year
from recovery.web.present.operation_words import procedure_name, stage_name

SAME_AS_OPEN = "Your stages and limits are the same as after open surgery."
NOT_COVERED = "This article does not cover wounds, lifting, driving or medicines. Ask your team."
GENERAL_READING = "It is general reading. Your own plan comes from your physiotherapist."


@dataclass(frozen=True, slots=True)
class PassageWords:
    """`original` is word for word. `beside` is ours and stands outside the quotation; "" where there is nothing."""

    heading: str
    plain: str
    original: str
    source: str
    approved: str
    why: str
    beside: str


def passage_words(shown: ShownPassage) -> PassageWords:
    passage, why = shown.passage, shown.why
    return PassageWords(
        heading=passage.heading,
        plain=passage.plain,
        original=passage.original,
        source=f"{_place(passage.document_title, passage.paragraph, passage.paragraphs)}, {_sentences(passage)}",
        approved=f"Version {passage.version}. {_approved(passage.approved_by, passage.approved_on)}",
        why=why_words(why),
        beside=SAME_AS_OPEN if why.approach is Approach.MINIMALLY_INVASIVE else "",
    )


def passage_in_stage(passage: Passage | None, operation: Operation, stage: Stage) -> PassageWords | None:
    """None without a passage, or where it does not suit."""
    why = why_shown(passage, operation, stage) if passage else None
    return passage_words(ShownPassage(passage, why)) if passage and why else None


def why_words(why: WhyShown) -> str:
    """You see this because you had a fusion, and it fits the stage “First days”."""
    stage = f"the stage “{stage_name(why.stage)}”"
    told = []
    if why.procedure:
        told.append(f"your operation has a {procedure_name(why.procedure).lower()} in it")
    if why.approach is Approach.MINIMALLY_INVASIVE:
        told.append("your operation is done through small cuts (minimally invasive)")
    return f"You see this because {' and '.join([*told, f'it fits {stage}'])}."


def whole_paragraph_words(paragraph: WholeParagraph) -> str:
    return f"{_place(paragraph.document_title, paragraph.number, paragraph.of)}, version {paragraph.version}"


def _place(title: str, paragraph: int, paragraphs: int) -> str:
    return f"From “{title}”, paragraph {paragraph} of {paragraphs}"


def _sentences(passage: Passage) -> str:
    first, last = passage.first_sentence, passage.last_sentence
    return f"sentence {first}" if first == last else f"sentences {first} to {last}"


def _approved(by: str, on: date | None) -> str:
    return f"Approved by {by} on {day_and_year(on)}." if on else f"Approved by {by}."
