"""The words around a passage: which document, which place and version, who approved it, and why it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.advice import Advice, taking_the_place_of
from recovery.domain.calendar import day_in_zone
from recovery.domain.guidance import Moment, Passage, ShownPassage, WholeParagraph, WhyShown, why_shown
from recovery.domain.operation import Approach, Operation
from recovery.domain.stage import Stage
from recovery.web.present.advice_words import AdviceWords, advice_words
from recovery.web.present.dates import day_and_year, with_year_if_other
from recovery.web.present.operation_words import procedure_name, stage_name

WORDS = words("learn")
SAME_AS_OPEN, NOT_COVERED, GENERAL_READING = WORDS.same_as_open, WORDS.not_covered, WORDS.general_reading


FOR_THIS_STAGE = words("today").for_this_stage
MOMENT_TITLES = {
    Moment.AFTER_SESSION: WORDS.to_read_after_exercises,
    Moment.FIRST_DAYS: WORDS.to_read_in_first_days,
    Moment.BESIDE_QUESTIONS: WORDS.to_read_before_visit,
}


@dataclass(frozen=True, slots=True)
class OwnReading:
    """What one patient said they read and when, the advice pinned for them, and whether they can ask a question."""

    reads: Mapping[UUID, datetime]
    advice: tuple[Advice, ...]
    zone: str
    today: date
    can_ask: bool


@dataclass(frozen=True, slots=True)
class PassageWords:
    """`original` is word for word. `beside` is ours and stands outside the quotation; "" where there is nothing. `read`
    says when the patient read it, `replaced` whose advice takes its place.
    """

    id: UUID | None
    stage: str
    heading: str
    plain: str
    original: str
    source: str
    approved: str
    why: str
    beside: str
    read: str
    replaced: str
    can_ask: bool


def passage_words(shown: ShownPassage, own: OwnReading) -> PassageWords:
    passage, why = shown.passage, shown.why
    advice = taking_the_place_of(passage.id, own.advice)
    return PassageWords(
        id=passage.id,
        stage=why.stage.value,
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
        read=_read(passage, own),
        replaced=WORDS.advice_takes_its_place.format(name=advice.by) if advice else "",
        can_ask=own.can_ask,
    )


def _read(passage: Passage, own: OwnReading) -> str:
    at = own.reads.get(passage.id) if passage.id else None
    if at is None:
        return ""
    return WORDS.you_read_this.format(day=with_year_if_other(day_in_zone(at, own.zone), own.today))


@dataclass(frozen=True, slots=True)
class OneReading:
    """One thing to read on a page about something else: the passage, or the advice that takes its place."""

    title: str
    passage: PassageWords | None
    advice: AdviceWords | None


def one_reading(
    passage: Passage | None, operation: Operation, stage: Stage | None, own: OwnReading, title: str
) -> OneReading | None:
    """None where there is nothing. Advice about everything stands where there is no passage, too."""
    why = why_shown(passage, operation, stage) if passage and stage else None
    advice = taking_the_place_of(passage.id if passage and why else None, own.advice)
    if advice:
        headings = [passage.heading] if passage and why else []
        return OneReading(title, None, advice_words(advice, headings, own.zone, own.today))
    return OneReading(title, passage_words(ShownPassage(passage, why), own), None) if passage and why else None


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
