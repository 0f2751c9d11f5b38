"""What matters to a patient, with how well it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.activities import MOST_ACTIVITIES, WORDS_LENGTH
from recovery.records.activity_scores import ScoredActivity
from recovery.web.present.moments import on_day_words
from recovery.web.present.numbers import show

WORDS = words("team")


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """`told` is the newest score with its day, and the first one where there are two."""

    id: UUID
    words: str
    told: str


@dataclass(frozen=True, slots=True)
class ActivitiesPage:
    current: tuple[ActivityLine, ...]
    let_go: tuple[ActivityLine, ...]
    has_room: bool
    hint: str


def activities_page(scored: Sequence[ScoredActivity], today: date) -> ActivitiesPage:
    current = activity_lines(scored, today)
    return ActivitiesPage(
        current=current,
        let_go=tuple(_line(each, today) for each in scored if each.is_let_go),
        has_room=len(current) < MOST_ACTIVITIES,
        hint=WORDS.activity_hint.format(longest=WORDS_LENGTH),
    )


def activity_lines(scored: Sequence[ScoredActivity], today: date) -> tuple[ActivityLine, ...]:
    """Those that matter now."""
    return tuple(_line(each, today) for each in scored if not each.is_let_go)


def _line(scored: ScoredActivity, today: date) -> ActivityLine:
    return ActivityLine(scored.activity.id, scored.activity.words, score_words(scored, today))


def score_words(scored: ScoredActivity, today: date) -> str:
    if not scored.scores:
        return WORDS.no_score_yet
    days = list(scored.scores)
    first, last = days[0], days[-1]
    told = WORDS.score_on if first == last else WORDS.score_from_to
    return told.format(
        score=show(scored.scores[last]),
        when=on_day_words(last, today),
        first=show(scored.scores[first]),
        first_when=on_day_words(first, today),
    )
