"""Write what physiotherapists had decided in the demo, as the action would have left it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from recovery.content.demo_reviews import DemoReview
from recovery.domain.access import Role
from recovery.domain.facts import ReasonsSeen
from recovery.domain.reviews import ReviewOutcome
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.calls import Call
from recovery.records.reviews import Review, reasons_on_page


def audit_of_reviews(
    reviews: Sequence[DemoReview], patient_id: UUID, episode_id: UUID, by_id: UUID, clinic_id: UUID
) -> list[AuditRow]:
    """In the order of `reviews`."""
    return [
        AuditRow(
            at=each.at,
            actor_id=by_id,
            role=Role.PHYSIOTHERAPIST,
            clinic_id=clinic_id,
            action="reviewed",
            patient_id=patient_id,
            subject=str(episode_id),
            fields=[each.decision.outcome.value],
            request_id="",
        )
        for each in reviews
    ]


def write_reviews(reviews: Mapping[DemoReview, AuditRow], episode_id: UUID) -> None:
    """Once the audit rows have their numbers: the page had been read as far as the row before."""
    for review, audited in reviews.items():
        decision, through, by_id = review.decision, audited.number - 1, audited.actor_id
        levels = () if review.level is None else ((review.key, review.level),)
        seen = ReasonsSeen(frozenset({review.key}), through, levels=levels)
        db.session.add(
            Review(
                episode_id=episode_id,
                by_id=by_id,
                opened_at=review.at,
                reviewed_at=review.at,
                outcome=decision.outcome,
                until_on=decision.until_on,
                site=decision.site,
                up_to=decision.up_to,
                note=decision.note,
                note_for_patient=decision.note_for_patient,
                seen_through=through,
                reasons=reasons_on_page(seen),
            )
        )
        if decision.outcome.is_call:
            is_answered = decision.outcome is ReviewOutcome.CALLED
            db.session.add(Call(episode_id=episode_id, by_id=by_id, at=review.at, is_answered=is_answered))
