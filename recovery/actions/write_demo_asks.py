"""Write what the demo's patients asked of their team, as the actions would have left it."""

from collections.abc import Iterable
from uuid import UUID

from recovery.content.demo_asks import DemoAsks
from recovery.domain.access import Role
from recovery.extensions import db
from recovery.records.activities import ActivityRow
from recovery.records.audit import AuditRow
from recovery.records.call_requests import CallRequest
from recovery.records.visit_questions import VisitQuestion


def write_asks(asks: DemoAsks, episode_id: UUID, physiotherapist: UUID) -> None:
    """A request for a call gets the number of its audit row later (number_calls)."""
    rows = [
        *(
            ActivityRow(
                id=each.activity.id,
                episode_id=episode_id,
                words=each.activity.words,
                chosen_at=each.chosen_at,
                let_go_at=each.let_go_at,
            )
            for each in asks.activities
        ),
        *(
            VisitQuestion(
                id=each.id,
                episode_id=episode_id,
                client_id=each.id,
                words=each.words,
                sign=each.sign,
                asked_at=each.asked_at,
                answered_at=each.answered_at,
                answered_by_id=physiotherapist if each.answered_at else None,
            )
            for each in asks.questions
        ),
    ]
    db.session.add_all(rows)
    if asks.call:
        told = asks.call
        db.session.add(
            CallRequest(
                id=told.id, episode_id=episode_id, client_id=told.id, note=told.note, asked_at=told.asked_at, sequence=0
            )
        )
    db.session.flush()


def audit_of_asks(asks: DemoAsks, patient_id: UUID, physiotherapist: UUID, clinic_id: UUID) -> list[AuditRow]:
    return [
        AuditRow(
            at=doing.at,
            actor_id=physiotherapist if doing.is_by_staff else patient_id,
            role=Role.PHYSIOTHERAPIST if doing.is_by_staff else Role.PATIENT,
            clinic_id=clinic_id,
            action=doing.action,
            patient_id=patient_id,
            subject=str(doing.subject),
            fields=[],
            request_id="",
        )
        for doing in asks.doings
    ]


def number_calls(audit: Iterable[AuditRow]) -> None:
    """Once the audit rows have their numbers."""
    for row in audit:
        call = db.session.get(CallRequest, UUID(row.subject)) if row.action == "asked for a call" else None
        if call is not None:
            call.sequence = row.number
