"""Write the demo's clinic in one transaction: the rows that recording would have left, and an audit row for each entry.

In bulk, because the demo has to answer within seconds; the rows are made by the functions that the actions use.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from recovery.actions.stock_library import stock_library
from recovery.actions.transaction import audit_key, writing
from recovery.actions.write_demo_asks import audit_of_asks, number_calls, write_asks
from recovery.content import consent
from recovery.content.demo_clinic import DemoPatient, DemoPerson
from recovery.content.demo_entries import DemoEntry
from recovery.domain.access import Role
from recovery.domain.calendar import offset_minutes
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import kind_of
from recovery.domain.opening_hours import OpeningHours
from recovery.domain.therapy import TherapySession
from recovery.extensions import db
from recovery.records.audit import AuditRow, append_all
from recovery.records.check_ins import CheckInRow, check_in_row
from recovery.records.clinics import replace_opening_hours
from recovery.records.consents import Consent
from recovery.records.entries import EntryRow, NotWellRow, not_well_row
from recovery.records.episodes import Appointment, EpisodeProcedure, EpisodeRow
from recovery.records.people import CareLink, Clinic, Patient, Person
from recovery.records.plans import PlanVersionRow, prescription_row
from recovery.records.sessions import SessionRow, session_row


@dataclass(frozen=True, slots=True)
class DemoClinic:
    """`password_hash` is the one password of every account; `patients` may be made while they are written."""

    name: str
    zone: str
    team_number: str
    hours: OpeningHours
    password_hash: str
    staff: Sequence[DemoPerson]
    patients: Iterable[DemoPatient]


def make_demo(demo: DemoClinic, now: datetime, note_progress: Callable[[int], None]) -> UUID:
    """The clinic's id. `note_progress` is told after each patient."""
    with writing():
        clinic = Clinic(
            name=demo.name,
            zone=demo.zone,
            team_number=demo.team_number,
            created_at=now - timedelta(days=500),
        )
        db.session.add(clinic)
        db.session.flush()
        clinic_id, audit = clinic.id, list[AuditRow]()
        replace_opening_hours(clinic_id, demo.hours)
        stock_library(clinic_id)
        staff = {each.email: _account(each, clinic_id, demo.password_hash, now) for each in demo.staff}
        for patient in demo.patients:
            audit += _write_patient(patient, clinic_id, demo.password_hash, staff)
            db.session.flush()
            note_progress(1)
        append_all(sorted(audit, key=lambda row: row.at), audit_key())
        number_calls(audit)
    return clinic_id


def _account(person: DemoPerson, clinic_id: UUID, password_hash: str, created_at: datetime) -> UUID:
    row = Person(
        id=uuid4(),
        clinic_id=clinic_id,
        role=person.role,
        given_name=person.given_name,
        family_name=person.family_name,
        email=person.email,
        password_hash=password_hash,
        created_at=created_at,
    )
    db.session.add(row)
    db.session.flush()
    return row.id


def _write_patient(patient: DemoPatient, clinic_id: UUID, password_hash: str, staff: dict[str, UUID]) -> list[AuditRow]:
    """The patient with everything that is about them; the audit rows of what they did, not yet chained."""
    patient_id = _account(patient.person, clinic_id, password_hash, patient.joined_at)
    db.session.add(
        Patient(
            id=patient_id,
            clinic_id=clinic_id,
            number=patient.number,
            born_on=patient.born_on,
            phone=patient.phone,
            zone=patient.story.zone,
            joined_at=patient.joined_at,
        )
    )
    db.session.flush()
    db.session.add(Consent(patient_id=patient_id, version=consent.VERSION, given_at=patient.joined_at))
    physiotherapist = staff.get(patient.physiotherapist, next(iter(staff.values())))
    has_ended = not patient.physiotherapist
    db.session.add(
        CareLink(
            patient_id=patient_id,
            physiotherapist_id=physiotherapist,
            started_at=patient.joined_at,
            ended_at=patient.joined_at + timedelta(days=1) if has_ended else None,
        )
    )
    episode_id = _write_episode(patient, patient_id, physiotherapist)
    write_asks(patient.asks, episode_id, physiotherapist)
    return [
        *_write_entries(patient, patient_id, episode_id, clinic_id),
        *audit_of_asks(patient.asks, patient_id, physiotherapist, clinic_id),
    ]


def _write_episode(patient: DemoPatient, patient_id: UUID, physiotherapist: UUID) -> UUID:
    operation, episode_id = patient.operation, uuid4()
    db.session.add(
        EpisodeRow(
            id=episode_id,
            patient_id=patient_id,
            operated_on=operation.operated_on,
            approach=operation.approach,
            region=operation.region,
            levels=operation.levels,
            side=operation.side,
            surgeon=operation.surgeon,
            status=patient.story.status,
            status_since=operation.operated_on,
            back_pain_before=patient.back_before,
            leg_pain_before=patient.leg_before,
            created_at=patient.joined_at,
            procedures=[EpisodeProcedure(procedure=each) for each in operation.in_order],
        )
    )
    db.session.flush()
    _write_plans(patient, episode_id, physiotherapist)
    if patient.appointment:
        told = patient.appointment
        db.session.add(
            Appointment(
                patient_id=patient_id,
                with_id=physiotherapist,
                purpose=told.purpose,
                place=told.place,
                starts_at=told.starts_at,
            )
        )
    return episode_id


def _write_plans(patient: DemoPatient, episode_id: UUID, physiotherapist: UUID) -> None:
    for plan in patient.plans:
        db.session.add(
            PlanVersionRow(
                episode_id=episode_id,
                version=plan.version,
                from_on=plan.from_on,
                made_by_id=physiotherapist,
                made_at=patient.joined_at,
                prescriptions=[prescription_row(place, each) for place, each in enumerate(plan.prescriptions)],
            )
        )
    db.session.flush()


def _write_entries(patient: DemoPatient, patient_id: UUID, episode_id: UUID, clinic_id: UUID) -> list[AuditRow]:
    """As if the patient had recorded them: heads, first revisions, and what the audit would say."""
    heads = [_head(each, patient_id, episode_id) for each in patient.entries]
    db.session.add_all(heads)
    db.session.flush()
    for entry, head in zip(patient.entries, heads, strict=True):
        db.session.add(_first_revision(entry, head.id, patient_id, patient.story.zone))
    return [
        AuditRow(
            at=head.received_at,
            actor_id=patient_id,
            role=Role.PATIENT,
            clinic_id=clinic_id,
            action=f"recorded {head.kind.value}",
            patient_id=patient_id,
            subject=str(head.id),
            fields=[],
            request_id="",
        )
        for head in heads
    ]


def _head(entry: DemoEntry, patient_id: UUID, episode_id: UUID) -> EntryRow:
    return EntryRow(
        id=uuid4(),
        patient_id=patient_id,
        episode_id=episode_id,
        client_id=uuid4(),
        kind=kind_of(entry.content),
        revision=1,
        recorded_on=entry.content.recorded_on,
        received_at=entry.at,
    )


def _first_revision(
    entry: DemoEntry, entry_id: UUID, patient_id: UUID, zone: str
) -> CheckInRow | SessionRow | NotWellRow:
    content, offset = entry.content, offset_minutes(entry.at, zone)
    stamp: dict[str, object] = {"author_id": patient_id, "zone": zone, "offset_minutes": offset}
    stamp["received_at"] = entry.at
    if isinstance(content, CheckIn):
        return check_in_row(entry_id, 1, content, **stamp)
    if isinstance(content, TherapySession):
        return session_row(entry_id, 1, content, **stamp)
    return not_well_row(entry_id, 1, content, **stamp)
