"""What a search in Learn found, with the words that were looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from recovery.content.wording import words
from recovery.domain.episode import Episode
from recovery.domain.guidance import Passage, ShownPassage
from recovery.domain.passage_search import LONGEST_QUERY, Run, runs, search
from recovery.domain.stage import Stage
from recovery.web.present.guidance_words import OwnReading, PassageWords, passage_words
from recovery.web.present.operation_words import stage_name

WORDS = words("learn")


@dataclass(frozen=True, slots=True)
class Found:
    """One passage, in pieces: found or not. `replaced` says whose advice takes its place."""

    stage: str
    heading: tuple[Run, ...]
    plain: tuple[Run, ...]
    original: tuple[Run, ...]
    source: str
    why: str
    replaced: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`about` says how many, or why there is nothing."""

    query: str
    about: str
    found: tuple[Found, ...]


def search_words(passages: Sequence[Passage], episode: Episode, query: str, own: OwnReading) -> SearchPage:
    """Over every stage of the patient's own operation."""
    if len(query) > LONGEST_QUERY:
        return SearchPage(query[:LONGEST_QUERY], WORDS.fewer_words, ())
    stages = episode.pathway.stages or tuple(Stage)
    found = tuple(
        _found(shown, passage_words(shown, own), query) for shown in search(passages, episode.operation, stages, query)
    )
    if found:
        about = WORDS.one_place_found if len(found) == 1 else WORDS.places_found.format(count=len(found))
        return SearchPage(query, about, found)
    is_asked = any(each.isalnum() for each in query)
    return SearchPage(query, WORDS.nothing_found if is_asked else WORDS.write_a_word, ())


def _found(shown: ShownPassage, told: PassageWords, query: str) -> Found:
    return Found(
        stage=stage_name(shown.why.stage),
        heading=runs(told.heading, query),
        plain=runs(told.plain, query),
        original=runs(told.original, query),
        source=told.source,
        why=told.why,
        replaced=told.replaced,
    )
