"""The page after saving an entry: what was recorded, whether a far jump is right, one plain sentence, what is next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from recovery.content.wording import words
from recovery.domain.check_in import CheckIn, jumps
from recovery.domain.day_figures import DayFigure
from recovery.domain.entries import Entry, EntryKind, kind_of
from recovery.domain.episode import Episode
from recovery.domain.therapy import TherapySession
from recovery.domain.therapy_day import TherapyDay
from recovery.domain.week import week
from recovery.web.present.dates import clock_words, day_words
from recovery.web.present.entry_words import EntryWords, Telling, entries_in_words
from recovery.web.present.operation_words import pain_names
from recovery.web.present.rhythm_words import next_check_in_words
from recovery.web.present.therapy_page import stopped_words
from recovery.web.present.today import SignsToday, unanswered_signs
from recovery.web.present.week_words import week_sentences

WORDS = words("saved")
TITLES = {
    EntryKind.CHECK_IN: WORDS.check_in_saved,
    EntryKind.SESSION: WORDS.session_saved,
    EntryKind.NOT_WELL: WORDS.not_well_saved,
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Is 8 right?"""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class SavedPage:
    """`sentence` is the one plain sentence, "" after anything but a check-in. `has_exercises`: some of today's are not
    recorded. `rest` is said after a session that pain or dizziness ended. `undo_until` is a time, "" where an entry can
    only be taken back.
    """

    title: str
    day: str
    entry: EntryWords
    doubts: tuple[Doubt, ...]
    sentence: str
    signs: SignsToday | None
    rest: str
    next: tuple[str, ...]
    has_exercises: bool
    undo_until: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What the page is made from. `before` are the earlier check-ins, oldest first; `figures` are of the whole episode,
    `therapy` is of today; `undo_until` is None where it cannot be undone.
    """

    entry: Entry
    before: Sequence[CheckIn]
    figures: Mapping[date, DayFigure]
    therapy: TherapyDay
    undo_until: datetime | None


def saved_page(episode: Episode, saved: Saved, telling: Telling) -> SavedPage:
    entry, content = saved.entry, saved.entry.content
    is_check_in, today_done = isinstance(content, CheckIn), saved.therapy.adherence
    return SavedPage(
        title=WORDS.changes_saved if entry.is_changed else TITLES[kind_of(content)],
        day="" if entry.recorded_on == telling.today else WORDS.for_day.format(day=day_words(entry.recorded_on)),
        entry=entries_in_words((entry,), telling)[0],
        doubts=_doubts(saved, episode) if is_check_in and not entry.is_changed else (),
        sentence=_sentence(saved, episode, telling.today) if is_check_in else "",
        signs=unanswered_signs(content, episode, telling.today) if is_check_in else None,
        rest=stopped_words(content) if isinstance(content, TherapySession) else "",
        next=_next(saved, episode, telling.today),
        has_exercises=today_done.not_recorded > 0,
        undo_until=clock_words(saved.undo_until, telling.zone) if saved.undo_until else "",
    )


def _next(saved: Saved, episode: Episode, today: date) -> tuple[str, ...]:
    due, done = next_check_in_words(episode, saved.figures, today), saved.therapy.adherence
    left = WORDS.exercises_to_do.format(count=done.not_recorded, planned=done.planned)
    return (due, left) if done.not_recorded else (due,)


def _doubts(saved: Saved, episode: Episode) -> tuple[Doubt, ...]:
    names = dict(zip(("back", "leg"), pain_names(episode.operation.region), strict=True))
    return tuple(
        Doubt(
            WORDS.is_score_right.format(now=jump.now),
            WORDS.score_last_time.format(site=names[jump.site].lower(), before=jump.before),
        )
        for jump in jumps(saved.before, saved.entry.content)
    )


def _sentence(saved: Saved, episode: Episode, today: date) -> str:
    """The first of the week's; somebody who has just begun reads when there will be one."""
    told = week_sentences(week(saved.figures, today), pain_names(episode.operation.region))
    is_first = sum(figure.entries for figure in saved.figures.values()) == 1
    return told[0] if told else WORDS.first_check_in if is_first else ""
