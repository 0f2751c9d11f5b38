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
from recovery.actions.write_demo_entries import Recorded, audit_of_entry, write_heads, write_revisions
from recovery.actions.write_demo_reviews import audit_of_reviews, write_reviews
from recovery.content import consent
from recovery.content.demo_clinic import DemoPatient, DemoPerson
from recovery.content.demo_reviews import DemoReview
from recovery.domain.opening_hours import OpeningHours
from recovery.extensions import db
from recovery.records.audit import AuditRow, append_all
from recovery.records.clinics import replace_opening_hours
from recovery.records.consents import Consent
from recovery.records.episodes import Appointment, EpisodeProcedure, EpisodeRow
from recovery.records.people import CareLink, Clinic, Patient, Person
from recovery.records.plans import PlanVersionRow, prescription_row


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
        clinic_id, written = clinic.id, list[_Written]()
        replace_opening_hours(clinic_id, demo.hours)
        stock_library(clinic_id)
        staff = {each.email: _account(each, clinic_id, demo.password_hash, now) for each in demo.staff}
        for patient in demo.patients:
            written.append(_write_patient(patient, clinic_id, demo.password_hash, staff))
            db.session.flush()
            note_progress(1)
        _write_numbered(written)
    return clinic_id


@dataclass(frozen=True, slots=True)
class _Written:
    """What of one patient waits for the numbers of its audit rows."""

    episode_id: UUID
    recorded: list[Recorded]
    reviews: dict[DemoReview, AuditRow]
    audit: list[AuditRow]


def _write_numbered(written: list[_Written]) -> None:
    """All audit rows in order of time, and then what carries the number of one."""
    audit = [row for each in written for row in each.audit]
    append_all(sorted(audit, key=lambda row: row.at), audit_key())
    number_calls(audit)
    for each in written:
        write_revisions(each.recorded)
        write_reviews(each.reviews, each.episode_id)
        db.session.flush()


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


def _write_patient(patient: DemoPatient, clinic_id: UUID, password_hash: str, staff: dict[str, UUID]) -> _Written:
    """The patient with everything that is about them; the audit rows of it are not yet chained."""
    patient_id = _account(patient.person, clinic_id, password_hash, patient.joined_at)
    physiotherapist = staff.get(patient.physiotherapist, next(iter(staff.values())))
    _write_care(patient, patient_id, clinic_id, physiotherapist)
    episode_id = _write_episode(patient, patient_id, physiotherapist)
    write_asks(patient.asks, episode_id, physiotherapist)
    heads = write_heads(patient.entries, patient_id, episode_id)
    of_entries = [list(audit_of_entry(head, clinic_id)) for head in heads]
    of_reviews = audit_of_reviews(patient.reviews, patient_id, episode_id, physiotherapist, clinic_id)
    of_asks = audit_of_asks(patient.asks, patient_id, physiotherapist, clinic_id)
    return _Written(
        episode_id=episode_id,
        recorded=[
            Recorded(entry, head.id, patient.story.zone, rows[0])
            for entry, head, rows in zip(patient.entries, heads, of_entries, strict=True)
        ],
        reviews=dict(zip(patient.reviews, of_reviews, strict=True)),
        audit=[*(row for rows in of_entries for row in rows), *of_reviews, *of_asks],
    )


def _write_care(patient: DemoPatient, patient_id: UUID, clinic_id: UUID, physiotherapist: UUID) -> None:
    """Who the patient is, what they agreed to, and in whose care they are, or were."""
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
    has_ended = not patient.physiotherapist
    db.session.add(
        CareLink(
            patient_id=patient_id,
            physiotherapist_id=physiotherapist,
            started_at=patient.joined_at,
            ended_at=patient.joined_at + timedelta(days=1) if has_ended else None,
        )
    )


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
