"""How often one patient's check-ins are due, where the physiotherapist says otherwise than the stage."""

from datetime import datetime
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.domain.stage import Rhythm
from recovery.records.changes import add_changes
from recovery.records.episodes import shown_episode_row
from recovery.records.scope import patient_in_care_of


def change_rhythm(actor: Actor, patient_id: UUID, rhythm: Rhythm | None, why: str, now: datetime) -> bool:
    """None is as the stage says. False when it is so already. Raises NoSuchPatient, Refused."""
    access.require(actor, Action.CHANGE_RHYTHM)
    with writing():
        row = shown_episode_row(patient_id) if patient_in_care_of(actor, patient_id, now) else None
        if row is None:
            raise NoSuchPatient
        if row.rhythm is rhythm:
            return False
        changes = {Changed.RHYTHM: (_key(row.rhythm), _key(rhythm))}
        row.rhythm = rhythm
        add_changes(patient_id, row.id, actor.id, now, changes, why)
        write_down(actor, Note("changed the rhythm", patient_id, str(row.id), (_key(rhythm) or "stage",)), now)
        return True


def _key(rhythm: Rhythm | None) -> str:
    return rhythm.value if rhythm else ""
