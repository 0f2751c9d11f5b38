"""Write down what came of warning signs. Only this closes them, and only those that were named (CLINICAL.md 6).

Where it was done by a call that the patient answered, a request for a call that stood is answered too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.outcomes import SignOutcome
from recovery.extensions import db
from recovery.records.call_requests import close_calls
from recovery.records.calls import Call, is_tried_just_now
from recovery.records.check_ins import SignOutcomeRow, TickedSignRow
from recovery.records.entries import EntryRow
from recovery.records.scope import patient_in_care_of

NOTE_LENGTH = 2000


@dataclass(frozen=True, slots=True)
class Decision:
    """`was_called`: it was done by telephone, which W6 counts. A note is needed where the outcome asks for one."""

    outcome: SignOutcome
    note: str
    was_called: bool = False

    @property
    def is_call(self) -> bool:
        return self.was_called or self.outcome is SignOutcome.CALLED_NO_ANSWER

    def __post_init__(self) -> None:
        if self.outcome.needs_note and not self.note.strip():
            raise ValueError("this outcome says why, or what was told")


def close_warning(actor: Actor, patient_id: UUID, signs: Sequence[int], decision: Decision, now: datetime) -> int:
    """How many signs it was written down for: of those named, the ones that are still open. Raises NoSuchPatient."""
    access.require(actor, Action.CLOSE_WARNING)
    with writing():
        if patient_in_care_of(actor, patient_id, now) is None:
            raise NoSuchPatient
        named = _open_signs(patient_id, signs)
        for sign_id, _episode_id in named:
            db.session.add(
                SignOutcomeRow(
                    ticked_sign_id=sign_id, outcome=decision.outcome, note=decision.note, by_id=actor.id, at=now
                )
            )
        if decision.is_call:
            _write_calls(actor, {episode_id for _sign_id, episode_id in named}, decision.outcome.closes, now)
        if named:
            told = tuple(str(sign_id) for sign_id, _episode_id in named)
            write_down(actor, Note(f"warning sign: {decision.outcome.value}", patient_id, fields=told), now)
        return len(named)


def _write_calls(actor: Actor, episodes: set[UUID], is_answered: bool, now: datetime) -> None:  # noqa: FBT001 - a value
    for episode_id in episodes:
        if not is_answered and is_tried_just_now(episode_id, actor.id, now):
            continue
        db.session.add(Call(episode_id=episode_id, by_id=actor.id, at=now, is_answered=is_answered))
        if is_answered:
            close_calls(episode_id, actor.id, now)


def _open_signs(patient_id: UUID, signs: Sequence[int]) -> list[tuple[int, UUID]]:
    """(sign, episode) of the named signs of this patient that nothing has closed."""
    closed = select(SignOutcomeRow.ticked_sign_id).where(
        SignOutcomeRow.outcome.in_([outcome for outcome in SignOutcome if outcome.closes])
    )
    rows = db.session.execute(
        select(TickedSignRow.id, EntryRow.episode_id)
        .join(EntryRow, EntryRow.id == TickedSignRow.entry_id)
        .where(TickedSignRow.id.in_(list(signs)), EntryRow.patient_id == patient_id, TickedSignRow.id.not_in(closed))
        .order_by(TickedSignRow.id)
    )
    return [(sign_id, episode_id) for sign_id, episode_id in rows]
