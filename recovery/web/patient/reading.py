"""What one patient reads: what they said they read, the advice pinned for them, and the passage for a moment."""

from datetime import date

from recovery.domain.access import Actor
from recovery.domain.episode import Episode
from recovery.domain.guidance import Moment, passage_at
from recovery.records.guidance import approved_passages
from recovery.records.passage_reads import reads_of
from recovery.records.pinned_advice import advice_of
from recovery.web.present.guidance_words import MOMENT_TITLES, OneReading, OwnReading, one_reading


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
