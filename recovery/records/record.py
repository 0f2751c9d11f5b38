"""One recovery as its pages show it: figures of every day, and the entries themselves of the days that are listed.

The patient's Progress and the physiotherapist's summary read the same function, so that they show the same numbers.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.domain.day_figures import DayFigure, day_figures
from recovery.domain.entries import Entry
from recovery.domain.mobility import WalkingAid
from recovery.domain.therapy import PlanVersion, TherapySession
from recovery.records import check_ins, sessions, signs
from recovery.records.activity_scores import ScoredActivity, scored_activities
from recovery.records.entries import has_entries_before
from recovery.records.plans import plans_of
from recovery.records.read_entries import read_check_ins

ALL_HISTORY = date.min


@dataclass(frozen=True, slots=True)
class Record:
    """`figures`, `sessions` (units only), `excused` and `signs_on` are of the whole episode; `entries` of the days that
    are listed, newest day first and in one day the last received first; those that were taken back are marked.
    `activities` are the words of all that ever mattered, by id.
    """

    figures: dict[date, DayFigure]
    sessions: tuple[TherapySession, ...]
    excused: frozenset[date]
    signs_on: frozenset[date]
    plans: tuple[PlanVersion, ...]
    walking_aid: WalkingAid | None
    entries: tuple[Entry, ...]
    has_older: bool
    scored: tuple[ScoredActivity, ...]

    @property
    def activities(self) -> dict[UUID, str]:
        """The words of every activity, also of those that were let go."""
        return {each.activity.id: each.activity.words for each in self.scored}


def record_of(episode_id: UUID, listed_since: date) -> Record:
    """Newest revisions only, in a fixed number of statements."""
    entries = (
        *check_ins.check_in_entries(episode_id, listed_since, is_list=True),
        *sessions.session_entries(episode_id, listed_since, is_list=True),
        *sessions.not_well_entries(episode_id, listed_since, is_list=True),
    )
    return Record(
        figures=day_figures(read_check_ins([episode_id], ALL_HISTORY).get(episode_id, ())),
        sessions=tuple(sessions.units_done([episode_id], ALL_HISTORY).get(episode_id, ())),
        excused=sessions.days_not_well([episode_id], ALL_HISTORY).get(episode_id, frozenset()),
        signs_on=signs.days_with_signs(episode_id),
        plans=plans_of([episode_id]).get(episode_id, ()),
        walking_aid=check_ins.last_walking_aid(episode_id),
        entries=tuple(sorted(entries, key=_newest_first, reverse=True)),
        has_older=has_entries_before(episode_id, listed_since),
        scored=scored_activities(episode_id),
    )


def _newest_first(entry: Entry) -> tuple[date, datetime]:
    return entry.recorded_on, entry.first_received_at or entry.received_at
