"""Record a check-in. A ticked warning sign is never turned away because its id was used before."""

from datetime import datetime
from uuid import UUID, uuid5

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.record_entry import NotRecorded, Reason, Recorded, Sent, Whose, store_once
from recovery.domain import access
from recovery.domain.access import Actor
from recovery.domain.check_in import CheckIn
from recovery.records.scope import patient_in_care_of

_USED = (Reason.SAVED_WITH_OTHER_ANSWERS, Reason.TAKEN_BACK)


def record_check_in(actor: Actor, client_id: UUID, check_in: CheckIn, now: datetime) -> Recorded | NotRecorded:
    """Store `check_in` once for this `client_id`. Other answers under a used id are refused and nothing changes,
    except that a ticked sign is then kept as an entry of its own, with an id that a resend makes again.
    """
    access.require(actor, access.Action.RECORD_OWN_ENTRY)
    return _store(actor, Whose(actor.id, actor.zone), client_id, check_in, now)


def _store(actor: Actor, whose: Whose, client_id: UUID, check_in: CheckIn, now: datetime) -> Recorded | NotRecorded:
    """Each id is made from the one before, so that a resend finds the entry that its first arrival made."""
    answer = store_once(actor, whose, Sent(client_id, check_in), now)
    while isinstance(answer, NotRecorded) and answer.reason in _USED and check_in.warning_signs.ticked:
        client_id = uuid5(client_id, repr(check_in))
        answer = store_once(actor, whose, Sent(client_id, check_in), now)
    return answer


def record_check_in_for(
    actor: Actor, patient_id: UUID, client_id: UUID, check_in: CheckIn, now: datetime
) -> Recorded | NotRecorded:
    """By staff, for a patient on the telephone: the entry names who wrote it. Raises NoSuchPatient, Refused."""
    access.require(actor, access.Action.RECORD_FOR_PATIENT)
    person = patient_in_care_of(actor, patient_id, now)
    if person is None or person.patient is None:
        raise NoSuchPatient
    return _store(actor, Whose(patient_id, person.patient.zone), client_id, check_in, now)


def record_signs_alone(actor: Actor, client_id: UUID, check_in: CheckIn, now: datetime) -> Recorded | NotRecorded:
    """Store ticked signs from a form whose other answers could not be taken. `check_in` holds the signs only; the
    form keeps `client_id` for the corrected answers, so the signs go under an id made from it.
    """
    return record_check_in(actor, id_of_signs_alone(client_id, check_in), check_in, now)


def id_of_signs_alone(client_id: UUID, check_in: CheckIn) -> UUID:
    """The same again for the same signs, and another than the form's own."""
    return uuid5(client_id, repr(check_in.warning_signs))
