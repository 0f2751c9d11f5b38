"""Learn: the passages of this stage first, every other stage of the same operation folded below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.content.wording import words
from recovery.domain.advice import running
from recovery.domain.episode import Episode
from recovery.domain.guidance import Passage, Section, learn_page, suiting
from recovery.domain.stage import Stage
from recovery.web.present.advice_words import AdviceWords, advice_words
from recovery.web.present.charts.ribbon import StagePlace, stage_place
from recovery.web.present.dates import with_year_if_other
from recovery.web.present.guidance_words import OwnReading, PassageWords, passage_words, whole_paragraph_words
from recovery.web.present.operation_words import stage_name
from recovery.web.present.stage_words import kept_words

WORDS = words("learn")


@dataclass(frozen=True, slots=True)
class ParagraphWords:
    """A whole paragraph, unbroken."""

    title: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionWords:
    """`when` is "Earlier", or from when there is new reading, which is ahead, or "Later" where that day is not told; ""
    for the current one, and where no stage is named.
    """

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
        decides=_decides(episode, today) if any(each.is_ahead for each in others) else "",
    )


def _decides(episode: Episode, today: date) -> str:
    """Who decides what they can do; and who keeps this stage, where somebody does."""
    return " ".join(each for each in (kept_words(episode, today), words("today").who_decides) if each)


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
    is_ahead = not section.is_current and _is_ahead(section.stage, episode, today)
    return SectionWords(
        key=section.stage.value,
        title=stage_name(section.stage),
        when="" if section.is_current else _when(section.stage, episode, today, is_ahead=is_ahead),
        is_ahead=is_ahead,
        passages=tuple(passage_words(shown, own) for shown in section.passages),
        paragraphs=tuple(
            ParagraphWords(
                WORDS.all_of_paragraph.format(number=each.number, of=each.of), whole_paragraph_words(each), each.text
            )
            for each in section.paragraphs
        ),
    )


def _is_ahead(stage: Stage, episode: Episode, today: date) -> bool:
    """Later than the stage that stands; never where none is named."""
    now, order = episode.stage_on(today), tuple(Stage)
    return now is not None and order.index(stage) > order.index(now)


def _when(stage: Stage, episode: Episode, today: date, *, is_ahead: bool) -> str:
    """From when there is new reading. While a stage is kept no day is told for what comes after it."""
    if episode.stage_on(today) is None:
        return ""
    if not is_ahead:
        return WORDS.earlier
    span = None if episode.kept_on(today) else episode.pathway.next_of(stage, episode.day_number(today))
    if span is None or span.first_day is None:
        return WORDS.later
    begins_on = episode.operation.operated_on + timedelta(days=span.first_day)
    return WORDS.new_reading_from.format(day=with_year_if_other(begins_on, today))
