"""The words around a passage: which document, which place and version, who approved it, and why it is shown."""

from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.guidance import Passage, ShownPassage, WholeParagraph, WhyShown, why_shown
from recovery.domain.operation import Approach, Operation
from recovery.domain.stage import Stage
from recovery.web.present.dates import day_and_year
from recovery.web.present.operation_words import procedure_name, stage_name

WORDS = words("learn")
SAME_AS_OPEN, NOT_COVERED, GENERAL_READING = WORDS.same_as_open, WORDS.not_covered, WORDS.general_reading


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
        source=WORDS.place_and_sentences.format(
            place=_place(passage.document_title, passage.paragraph, passage.paragraphs), sentences=_sentences(passage)
        ),
        approved=WORDS.version_approved.format(
            version=passage.version, approved=_approved(passage.approved_by, passage.approved_on)
        ),
        why=why_words(why),
        beside=SAME_AS_OPEN if why.approach is Approach.MINIMALLY_INVASIVE else "",
    )


def passage_in_stage(passage: Passage | None, operation: Operation, stage: Stage) -> PassageWords | None:
    """None without a passage, or where it does not suit."""
    why = why_shown(passage, operation, stage) if passage else None
    return passage_words(ShownPassage(passage, why)) if passage and why else None


def why_words(why: WhyShown) -> str:
    """You see this because you had a fusion, and it fits the stage “First days”."""
    told = []
    if why.procedure:
        told.append(WORDS.has_procedure.format(procedure=procedure_name(why.procedure).lower()))
    if why.approach is Approach.MINIMALLY_INVASIVE:
        told.append(WORDS.through_small_cuts)
    told.append(WORDS.fits_stage.format(stage=stage_name(why.stage)))
    return WORDS.because.format(reasons=WORDS.and_between_reasons.join(told))


def whole_paragraph_words(paragraph: WholeParagraph) -> str:
    place = _place(paragraph.document_title, paragraph.number, paragraph.of)
    return WORDS.paragraph_and_version.format(place=place, version=paragraph.version)


def _place(title: str, paragraph: int, paragraphs: int) -> str:
    return WORDS.place_in_document.format(title=title, paragraph=paragraph, paragraphs=paragraphs)


def _sentences(passage: Passage) -> str:
    first, last = passage.first_sentence, passage.last_sentence
    return (WORDS.one_sentence if first == last else WORDS.sentences).format(first=first, last=last)


def _approved(by: str, on: date | None) -> str:
    if on is None:
        return WORDS.approved_by.format(name=by)
    return WORDS.approved_by_on.format(name=by, day=day_and_year(on))
