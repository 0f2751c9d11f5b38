"""Learn: the passages of this stage first, every other stage of the same operation folded below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.episode import Episode
from recovery.domain.guidance import Passage, Section, learn_page
from recovery.domain.stage import Stage
from recovery.web.present.charts.ribbon import stage_place
from recovery.web.present.dates import with_year_if_other
from recovery.web.present.guidance_words import PassageWords, passage_words, whole_paragraph_words
from recovery.web.present.operation_words import stage_name
from recovery.web.present.today import PHYSIOTHERAPIST_DECIDES

NO_STAGE = "Your physiotherapist tells you which stage you are in. Open any stage to read."
NOTHING_FOR_STAGE = "There is no reading for this stage. You can open the other stages below."
NOTHING_YET = "Your clinic has not approved any reading yet. Please ask your physiotherapist."


@dataclass(frozen=True, slots=True)
class ParagraphWords:
    """A whole paragraph, unbroken."""

    title: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionWords:
    """`when` is "Earlier", or from when there is new reading; "" for the current one."""

    key: str
    title: str
    when: str
    passages: tuple[PassageWords, ...]
    paragraphs: tuple[ParagraphWords, ...]


@dataclass(frozen=True, slots=True)
class LearnPage:
    """`current` is None where no stage is named, or where nothing is placed in it; `about` then says which."""

    here: str
    about: str
    current: SectionWords | None
    others: tuple[SectionWords, ...]
    decides: str


def learn_words(passages: Sequence[Passage], episode: Episode, today: date) -> LearnPage:
    day, stage = episode.day_number(today), episode.stage_on(today)
    sections = learn_page(passages, episode.operation, stage, episode.pathway.stages)
    current = next((each for each in sections if each.is_current), None)
    others = tuple(_section(each, episode, today) for each in sections if not each.is_current)
    place = stage_place(episode.pathway, day)
    return LearnPage(
        here=f"You are here: stage {place.number} of {place.of}" if place else "You are here" if stage else "",
        about=_about(stage, current, has_any=bool(sections)),
        current=_section(current, episode, today) if current else None,
        others=others,
        decides=PHYSIOTHERAPIST_DECIDES if any("New reading" in each.when for each in others) else "",
    )


def _about(stage: Stage | None, current: Section | None, *, has_any: bool) -> str:
    if not has_any:
        return NOTHING_YET
    if stage is None:
        return NO_STAGE
    return "" if current else NOTHING_FOR_STAGE


def _section(section: Section, episode: Episode, today: date) -> SectionWords:
    return SectionWords(
        key=section.stage.value,
        title=stage_name(section.stage),
        when="" if section.is_current else _when(section.stage, episode, today),
        passages=tuple(passage_words(shown) for shown in section.passages),
        paragraphs=tuple(
            ParagraphWords(f"All of paragraph {each.number} of {each.of}", whole_paragraph_words(each), each.text)
            for each in section.paragraphs
        ),
    )


def _when(stage: Stage, episode: Episode, today: date) -> str:
    span = next((each for each in episode.pathway.spans if each.stage is stage), None)
    if span is None:
        return ""
    if span.first_day is None or span.first_day <= episode.day_number(today):
        return "Earlier"
    begins_on = episode.operation.operated_on + timedelta(days=span.first_day)
    return f"New reading from {with_year_if_other(begins_on, today)}"
