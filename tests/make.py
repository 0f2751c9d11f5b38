"""Builds things with defaults, straight into the tables. Every maker returns an id."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from moment import NOW, TODAY
from sqlalchemy import func, select

from recovery.actions import (
    ask_for_call,
    ask_question,
    choose_activity,
    correct_entry,
    record_check_in,
    record_session,
    record_timed_test,
)
from recovery.content import consent
from recovery.domain.access import Actor, Role
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import NotWell
from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Approach, Procedure, Region
from recovery.domain.therapy import Outcome, Prescription, TherapySession, UnitDone
from recovery.domain.timed_tests import TimedResult, TimedTest
from recovery.extensions import db
from recovery.records.calls import Call
from recovery.records.check_ins import SignOutcomeRow, TickedSignRow
from recovery.records.consents import Consent
from recovery.records.episodes import Appointment, EpisodeProcedure, EpisodeRow
from recovery.records.people import CareLink, Clinic, Patient, Person
from recovery.records.plans import PlanVersionRow, prescription_row

PASSWORD = "a long enough password"
PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
EVERY_DAY = frozenset(range(1, 8))


def clinic(name="Riverside", zone="Europe/London") -> UUID:
    row = Clinic(name=name, zone=zone, team_number="01632 960 123", created_at=NOW)
    return _add(row)


def staff(clinic_id, given_name="Ben", family_name="Okoro", role="physiotherapist") -> UUID:
    return _person(clinic_id, given_name, family_name, Role(role))


def patient(
    clinic_id, given_name="Asha", family_name="Rao", *, zone="Europe/London", born_on=date(1961, 3, 14), joined_at=None
) -> UUID:
    person_id = _person(clinic_id, given_name, family_name, Role.PATIENT)
    number = (db.session.scalar(select(func.max(Patient.number)).where(Patient.clinic_id == clinic_id)) or 0) + 1
    joined_at = joined_at or NOW - timedelta(days=400)
    db.session.add(
        Patient(id=person_id, clinic_id=clinic_id, number=number, born_on=born_on, zone=zone, joined_at=joined_at)
    )
    db.session.flush()
    db.session.add(Consent(patient_id=person_id, version=consent.VERSION, given_at=joined_at))
    db.session.commit()
    return person_id


def episode(
    patient_id, *, procedures=("fusion",), approach="open", region="lumbar", day=12, status="active", operated_on=None
) -> UUID:
    """`day` is the day number on TODAY."""
    operated_on = operated_on or TODAY - timedelta(days=day)
    row = EpisodeRow(
        patient_id=patient_id,
        operated_on=operated_on,
        approach=Approach(approach),
        region=Region(region),
        levels="L4-L5",
        surgeon="Ms H. Lindqvist",
        status=EpisodeStatus(status),
        status_since=operated_on,
        created_at=NOW,
    )
    row.procedures = [EpisodeProcedure(procedure=Procedure(name)) for name in procedures]
    return _add(row)


def care_link(patient_id, physiotherapist_id, *, started_at=None, ended_at=None) -> UUID:
    started_at = started_at or NOW - timedelta(days=400)
    link = CareLink(
        patient_id=patient_id, physiotherapist_id=physiotherapist_id, started_at=started_at, ended_at=ended_at
    )
    return _add(link)


def prescription(name="Heel slides", *, weekdays=EVERY_DAY, times_a_day=2, sets=2, repetitions=10, minutes=None):
    return Prescription(
        id=uuid4(),
        name=name,
        how_to="Lie on your back. Slide one heel towards you and back again.",
        weekdays=frozenset(weekdays),
        times_a_day=times_a_day,
        sets=sets,
        repetitions=repetitions,
        minutes=minutes,
    )


def plan(episode_id, made_by_id, prescriptions: Iterable[Prescription] | None = None, *, from_on=None, version=1):
    """Returns the prescriptions, whose ids a session names."""
    prescriptions = tuple(
        prescriptions or (prescription(), prescription("Walk", sets=None, repetitions=None, minutes=10))
    )
    row = PlanVersionRow(
        episode_id=episode_id,
        version=version,
        from_on=from_on or TODAY - timedelta(days=60),
        made_by_id=made_by_id,
        made_at=NOW - timedelta(days=60),
    )
    row.prescriptions = [prescription_row(place, each) for place, each in enumerate(prescriptions)]
    _add(row)
    return prescriptions


def appointment(patient_id, *, starts_at=None, with_id=None, purpose="6-week review", place="Room 4") -> UUID:
    starts_at = starts_at or NOW + timedelta(days=4)
    return _add(Appointment(patient_id=patient_id, with_id=with_id, purpose=purpose, place=place, starts_at=starts_at))


def call(episode_id, by_id, *, at=NOW, is_answered=True) -> UUID:
    return _add(Call(episode_id=episode_id, by_id=by_id, at=at, is_answered=is_answered))


def sign_outcome(entry_id, sign_key, by_id, outcome, *, at=NOW) -> UUID:
    sign = db.session.scalars(select(TickedSignRow).filter_by(entry_id=entry_id, sign_key=sign_key)).one()
    return _add(SignOutcomeRow(ticked_sign_id=sign.id, outcome=outcome, by_id=by_id, at=at))


def actor(person_id) -> Actor:
    return db.session.get(Person, person_id).as_actor()


def check_in(patient_id, *, on=TODAY, now: datetime = NOW, client_id=None, **values) -> UUID:
    """Through the app's own action, as the patient."""
    receipt = record_check_in.record_check_in(
        actor(patient_id), client_id or uuid4(), CheckIn(recorded_on=on, **values), now
    )
    return receipt.entry_id


def session(patient_id, *, on=TODAY, now: datetime = NOW, **values) -> UUID:
    receipt = record_session.record_session(actor(patient_id), uuid4(), TherapySession(recorded_on=on, **values), now)
    return receipt.entry_id


def done(unit) -> UnitDone:
    return UnitDone(unit, Outcome.DONE)


def end(episode_id, status=EpisodeStatus.DISCHARGED) -> None:
    db.session.get(EpisodeRow, episode_id).status = status
    db.session.commit()


def not_well(patient_id, *, on=TODAY, now: datetime = NOW) -> UUID:
    return record_session.record_not_well(actor(patient_id), uuid4(), NotWell(on), now).entry_id


def take_back(patient_id, entry_id, *, now: datetime = NOW):
    return correct_entry.take_back_entry(actor(patient_id), entry_id, now)


def call_request(patient_id, note="", *, now: datetime = NOW) -> UUID:
    return ask_for_call.ask_for_call(actor(patient_id), uuid4(), note, now).request_id


def question(patient_id, words="May I swim?", *, now: datetime = NOW) -> UUID:
    return ask_question.ask_question(actor(patient_id), uuid4(), words, now=now).question_id


def activity(patient_id, words="Carry my shopping", *, now: datetime = NOW) -> UUID:
    return choose_activity.choose_activity(actor(patient_id), words, now).activity_id


def timed_test(patient_id, by_id, value=14, *, test=TimedTest.UP_AND_GO, on=TODAY, now: datetime = NOW, note=""):
    """Through the app's own actions, switched on first; what was refused, or None."""
    record_timed_test.switch_timed_tests(actor(by_id), patient_id, now, on=True)
    results = [TimedResult(test, value, on, note)]
    return record_timed_test.record_timed_tests(actor(by_id), patient_id, uuid4(), results, now)


def _person(clinic_id, given_name, family_name, role) -> UUID:
    return _add(
        Person(
            clinic_id=clinic_id,
            role=role,
            given_name=given_name,
            family_name=family_name,
            email=f"{given_name}.{family_name}@example.org".lower(),
            password_hash=PASSWORD_HASH,
            created_at=NOW,
        )
    )


def _add(row) -> UUID:
    db.session.add(row)
    db.session.flush()
    row_id = row.id
    db.session.commit()
    return row_id
