"""Put an operation right. Day, stage and content follow by themselves, since they are computed; no entry moves."""

from datetime import datetime
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.domain.enrolment import EpisodeDetails
from recovery.records.changes import add_changes
from recovery.records.episodes import EpisodeProcedure, EpisodeRow, shown_episode_row
from recovery.records.scope import patient_in_care_of


def correct_operation(
    actor: Actor, patient_id: UUID, details: EpisodeDetails, why: str, now: datetime
) -> tuple[Changed, ...]:
    """What changed in the episode that staff see. Raises NoSuchPatient, Refused."""
    access.require(actor, Action.CORRECT_RECORD)
    with writing():
        row = shown_episode_row(patient_id) if patient_in_care_of(actor, patient_id, now) else None
        if row is None:
            raise NoSuchPatient
        changes = changes_between(row.as_details(), details)
        changed = tuple(what for what, (before, after) in changes.items() if before != after)
        if changed:
            apply_details(row, details)
            add_changes(patient_id, row.id, actor.id, now, changes, why)
            fields = tuple(what.value for what in changed)
            write_down(actor, Note("corrected the operation", patient_id, str(row.id), fields), now)
        return changed


def changes_between(before: EpisodeDetails, after: EpisodeDetails) -> dict[Changed, tuple[str, str]]:
    told_before, told_after = _told(before), _told(after)
    return {what: (told_before[what], told_after[what]) for what in told_before}


def _told(details: EpisodeDetails) -> dict[Changed, str]:
    operation = details.operation
    return {
        Changed.OPERATED_ON: operation.operated_on.isoformat(),
        Changed.PROCEDURES: ",".join(procedure.value for procedure in operation.in_order),
        Changed.APPROACH: operation.approach.value,
        Changed.REGION: operation.region.value,
        Changed.LEVELS: operation.levels,
        Changed.SIDE: operation.side.value if operation.side else "",
        Changed.SURGEON: operation.surgeon,
        Changed.SURGEON_INSTRUCTIONS: details.surgeon_instructions,
        Changed.IS_REVISION: "yes" if details.is_revision else "no",
        Changed.BACK_PAIN_BEFORE: "" if details.back_pain_before is None else str(details.back_pain_before),
        Changed.LEG_PAIN_BEFORE: "" if details.leg_pain_before is None else str(details.leg_pain_before),
    }


def apply_details(row: EpisodeRow, details: EpisodeDetails) -> None:
    operation = details.operation
    row.operated_on, row.approach, row.region = operation.operated_on, operation.approach, operation.region
    row.levels, row.side, row.surgeon = operation.levels, operation.side, operation.surgeon
    row.surgeon_instructions, row.is_revision = details.surgeon_instructions, details.is_revision
    row.back_pain_before, row.leg_pain_before = details.back_pain_before, details.leg_pain_before
    kept = [each for each in row.procedures if each.procedure in operation.procedures]
    known = {each.procedure for each in kept}
    row.procedures = kept + [EpisodeProcedure(procedure=each) for each in operation.in_order if each not in known]
