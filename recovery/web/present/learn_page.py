"""Learn: the passages of this stage first, every other stage of the same operation folded below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.content.wording import words
from recovery.domain.advice import running
from recovery.domain.episode import Episode
from recovery.domain.guidance import Passage, Section, learn_page, suiting
from recovery.domain.stage import Stage, StageSpan
from recovery.web.present.advice_words import AdviceWords, advice_words
from recovery.web.present.charts.ribbon import StagePlace, stage_place
from recovery.web.present.dates import with_year_if_other
from recovery.web.present.guidance_words import OwnReading, PassageWords, passage_words, whole_paragraph_words
from recovery.web.present.operation_words import stage_name

WORDS = words("learn")


@dataclass(frozen=True, slots=True)
class ParagraphWords:
    """A whole paragraph, unbroken."""

    title: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionWords:
    """`when` is "Earlier", or from when there is new reading, which is ahead; "" for the current one."""

    key: str
    title: str
    when: str
    is_ahead: bool
    passages: tuple[PassageWords, ...]
    paragraphs: tuple[ParagraphWords, ...]


@dataclass(frozen=True, slots=True)
class LearnPage:
    """`current` is None where no stage is named, or where nothing is placed in it; `about` then says which. `advice` is
    what the physiotherapist pinned: it stands above everything else.
    """

    advice: tuple[AdviceWords, ...]
    here: str
    about: str
    current: SectionWords | None
    others: tuple[SectionWords, ...]
    decides: str


def learn_words(passages: Sequence[Passage], episode: Episode, own: OwnReading) -> LearnPage:
    today = own.today
    day, stage = episode.day_number(today), episode.stage_on(today)
    sections = learn_page(passages, episode.operation, stage, episode.pathway.stages)
    current = next((each for each in sections if each.is_current), None)
    others = tuple(_section(each, episode, own) for each in sections if not each.is_current)
    place = stage_place(episode.pathway, day)
    return LearnPage(
        advice=_advice(passages, episode, own),
        here=_here(stage, place),
        about=_about(stage, current, has_any=bool(sections)),
        current=_section(current, episode, own) if current else None,
        others=others,
        decides=words("today").who_decides if any(each.is_ahead for each in others) else "",
    )


def _advice(passages: Sequence[Passage], episode: Episode, own: OwnReading) -> tuple[AdviceWords, ...]:
    """The last pinned first, each with the headings of what it stands in for on this page."""
    known = suiting(passages, episode.operation, episode.pathway.stages)
    return tuple(
        advice_words(each, [one.heading for one in known if one.id in each.passages], own.zone, own.today)
        for each in running(own.advice)
    )


def _here(stage: Stage | None, place: StagePlace | None) -> str:
    if place:
        return WORDS.you_are_here_stage.format(number=place.number, of=place.of)
    return WORDS.you_are_here if stage else ""


def _about(stage: Stage | None, current: Section | None, *, has_any: bool) -> str:
    if not has_any:
        return WORDS.nothing_yet
    if stage is None:
        return WORDS.no_stage
    return "" if current else WORDS.nothing_for_stage


def _section(section: Section, episode: Episode, own: OwnReading) -> SectionWords:
    today = own.today
    begins_on = None if section.is_current else _begins_on(section.stage, episode, today)
    return SectionWords(
        key=section.stage.value,
        title=stage_name(section.stage),
        when="" if section.is_current else _when(section.stage, episode, begins_on, today),
        is_ahead=begins_on is not None,
        passages=tuple(passage_words(shown, own) for shown in section.passages),
        paragraphs=tuple(
            ParagraphWords(
                WORDS.all_of_paragraph.format(number=each.number, of=each.of), whole_paragraph_words(each), each.text
            )
            for each in section.paragraphs
        ),
    )


def _begins_on(stage: Stage, episode: Episode, today: date) -> date | None:
    """None for a stage that began, or that the pathway does not name."""
    span = _span(stage, episode)
    if span is None or span.first_day is None or span.first_day <= episode.day_number(today):
        return None
    return episode.operation.operated_on + timedelta(days=span.first_day)


def _when(stage: Stage, episode: Episode, begins_on: date | None, today: date) -> str:
    if begins_on:
        return WORDS.new_reading_from.format(day=with_year_if_other(begins_on, today))
    return WORDS.earlier if _span(stage, episode) else ""


def _span(stage: Stage, episode: Episode) -> StageSpan | None:
    return next((each for each in episode.pathway.spans if each.stage is stage), None)
