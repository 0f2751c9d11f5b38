"""What one patient reads: what they said they read, the advice pinned for them, and the passage for a moment."""

from datetime import date

from recovery.domain.access import Actor
from recovery.domain.entries import Entry, EntryKind, has_ticked, kind_of
from recovery.domain.episode import Episode
from recovery.domain.guidance import Moment, passage_at
from recovery.records.guidance import approved_passages
from recovery.records.passage_reads import reads_of
from recovery.records.pinned_advice import advice_of
from recovery.web.present.guidance_words import MOMENT_TITLES, OneReading, OwnReading, one_reading

AFTER_SAVING = {EntryKind.SESSION: Moment.AFTER_SESSION, EntryKind.CHECK_IN: Moment.FIRST_DAYS}
"""A day not well has no moment: nothing is asked of it."""


def own_reading(actor: Actor, episode: Episode, today: date) -> OwnReading:
    """In two statements."""
    return OwnReading(
        reads=reads_of(actor.id),
        advice=advice_of(episode.id),
        zone=actor.zone,
        today=today,
        can_ask=episode.is_running,
    )


def moment_passage_words(actor: Actor, episode: Episode, today: date, moment: Moment) -> OneReading | None:
    """What fits the moment, for components/moment_passage.html; None where nothing does. In six statements."""
    stage = episode.stage_on(today)
    if stage is None:
        return None
    passage = passage_at(approved_passages(actor.clinic_id), moment, episode.operation, stage)
    if passage is None:
        return None
    return one_reading(passage, episode.operation, stage, own_reading(actor, episode, today), MOMENT_TITLES[moment])


def reading_after(actor: Actor, episode: Episode, today: date, entry: Entry) -> OneReading | None:
    """What fits after an entry was saved; beside a ticked sign nothing does."""
    moment = None if has_ticked([entry]) else AFTER_SAVING.get(kind_of(entry.content))
    return moment_passage_words(actor, episode, today, moment) if moment else None
