"""A physiotherapist with many patients and a long history, written in bulk: the synthetic cohort of CLINICAL.md 7."""

from datetime import timedelta
from uuid import UUID, uuid4

import make
from moment import NOW, TODAY
from sqlalchemy import insert

from recovery.domain.cohort import SimulatedPatient, simulate
from recovery.domain.entries import EntryKind
from recovery.domain.operation import Procedure
from recovery.domain.therapy import Outcome
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow
from recovery.records.sessions import SessionRow, SessionUnitRow

ZONE = "Europe/London"


def assemble(patients: int, days: int) -> tuple[UUID, UUID]:
    """Ids of the physiotherapist and of the first of their patients; every day of every patient has both entries."""
    clinic = make.clinic("Benchmark")
    physio = make.staff(clinic, "Pia", "Bench")
    procedures = list(Procedure)
    ids = []
    for index in range(patients):
        procedure = procedures[index % len(procedures)]
        patient = make.patient(clinic, f"Given{index}", f"Family{index}")
        ids.append(patient)
        episode = make.episode(patient, procedures=(procedure.value,), day=days)
        make.care_link(patient, physio)
        prescriptions = make.plan(episode, physio, from_on=TODAY - timedelta(days=days))
        _record(patient, episode, [each.id for each in prescriptions], simulate_all(procedure, index, days))
    return physio, ids[0]


def simulate_all(procedure: Procedure, index: int, days: int) -> SimulatedPatient:
    return simulate(procedure, seed=1, index=index, days=days)


def _record(patient: UUID, episode: UUID, prescriptions: list[UUID], simulated: SimulatedPatient) -> None:
    heads, check_ins, sessions, units = [], [], [], []
    for each in simulated.days:
        on, at = TODAY - timedelta(days=len(simulated.days) - each.day), NOW - timedelta(days=365 - each.day)
        stamp = {"revision": 1, "recorded_on": on, "received_at": at}
        author = {"author_id": patient, "zone": ZONE, "offset_minutes": 0}
        for kind in (EntryKind.CHECK_IN, EntryKind.SESSION):
            head = {"id": uuid4(), "patient_id": patient, "episode_id": episode, "client_id": uuid4(), "kind": kind}
            heads.append({**head, **stamp})
            row = {"entry_id": head["id"], **stamp, **author}
            if kind is EntryKind.CHECK_IN:
                figures = {"back_pain_average": each.back, "leg_pain_average": each.leg, "steps": each.steps}
                row |= {**figures, "walking_minutes": each.walking_minutes, "is_warning_answered": True}
                check_ins.append(row)
            else:
                sessions.append(row)
                unit = {"entry_id": head["id"], "revision": 1, "outcome": Outcome.DONE}
                units += [{**unit, "prescription_id": of, "time": time} for of in prescriptions for time in (1, 2)]
    for table, rows in ((EntryRow, heads), (CheckInRow, check_ins), (SessionRow, sessions), (SessionUnitRow, units)):
        db.session.execute(insert(table), rows)
    db.session.commit()
