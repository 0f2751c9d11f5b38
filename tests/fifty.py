"""Fifty patients of one clinic after a fusion, with check-ins written in bulk."""

from datetime import timedelta
from uuid import uuid4

import make
from moment import NOW, TODAY
from sqlalchemy import insert

from recovery.domain.entries import EntryKind
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow

DAY_NOW = 30
DAYS = range(1, 16)


def fusions(clinic_id, count: int = 50, *, received_at=NOW - timedelta(days=2)) -> None:
    """Patient k scores back k mod 10 and leg 3 on days 1 to 15."""
    heads, check_ins = [], []
    for number in range(count):
        patient = make.patient(clinic_id, f"Number{number}", f"Bulk{uuid4().hex}")
        episode = make.episode(patient, day=DAY_NOW)
        for day in DAYS:
            on = TODAY - timedelta(days=DAY_NOW - day)
            stamp = {"revision": 1, "recorded_on": on, "received_at": received_at}
            head = {"id": uuid4(), "patient_id": patient, "episode_id": episode, "client_id": uuid4()}
            heads.append({**head, **stamp, "kind": EntryKind.CHECK_IN})
            scores = {"back_pain_average": number % 10, "leg_pain_average": 3, "is_warning_answered": False}
            author = {"entry_id": head["id"], "author_id": patient, "zone": "Europe/London", "offset_minutes": 0}
            check_ins.append({**stamp, **author, **scores})
    db.session.execute(insert(EntryRow), heads)
    db.session.execute(insert(CheckInRow), check_ins)
    db.session.commit()
