"""Pinned advice and what a patient read, for the physiotherapist."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.advice import Advice, running
from recovery.domain.calendar import day_in_zone
from recovery.domain.guidance import Passage
from recovery.records.passage_reads import Read
from recovery.web.present.dates import short_day_and_year, short_day_from
from recovery.web.present.document_page import grade_words

LISTED = 5
"""So many passages that were read stand on the summary by name."""


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """`place` says what it takes the place of; `grade` how hard the words are to read."""

    id: UUID
    place: str
    words: str
    about: str
    grade: str


@dataclass(frozen=True, slots=True)
class AdvicePage:
    running: tuple[AdviceLine, ...]
    ended: tuple[AdviceLine, ...]


@dataclass(frozen=True, slots=True)
class GuidanceTold:
    """On the summary: the advice in force, (heading, day) of what the patient said they read, and how much more."""

    advice: tuple[AdviceLine, ...]
    reads: tuple[tuple[str, str], ...]
    more: str


def advice_page(advice: Iterable[Advice], known: Sequence[Passage], zone: str) -> AdvicePage:
    """`known` are the passages that this patient reads now."""
    told = tuple(advice)
    ended = sorted((each for each in told if each.ended_at), key=lambda each: each.pinned_at, reverse=True)
    headings = {each.id: each.heading for each in known if each.id}
    return AdvicePage(
        running=tuple(_line(each, _place_now(each, headings), zone) for each in running(told)),
        ended=tuple(_line(each, place_words(each), zone) for each in ended),
    )


def guidance_told(advice: Iterable[Advice], reads: Sequence[Read], zone: str, today: date) -> GuidanceTold:
    more = len(reads) - LISTED
    return GuidanceTold(
        advice=tuple(_line(each, place_words(each), zone) for each in running(advice)),
        reads=tuple((each.heading, short_day_from(today, day_in_zone(each.at, zone))) for each in reads[:LISTED]),
        more=f"And {more} more." if more > 0 else "",
    )


def place_words(advice: Advice) -> str:
    return "In the place of all the reading" if advice.is_about_everything else f"In the place of “{advice.heading}”"


def _place_now(advice: Advice, headings: dict[UUID, str]) -> str:
    """Advice stays on Learn when its passage is not shown any more; then it stands in no passage's place."""
    if advice.is_about_everything or advice.passages & headings.keys():
        return place_words(advice)
    return f"{place_words(advice)}, which this patient does not see any more"


def _line(advice: Advice, place: str, zone: str) -> AdviceLine:
    since = short_day_and_year(day_in_zone(advice.pinned_at, zone))
    about = f"By {advice.by}, since {since}"
    if advice.ended_at:
        about = f"By {advice.by}, {since} to {short_day_and_year(day_in_zone(advice.ended_at, zone))}"
        about += f". Ended by {advice.ended_by}"
    return AdviceLine(advice.id, place, advice.words, about, grade_words(advice.words))
