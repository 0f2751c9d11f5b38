"""What was on a page that somebody reviews, signed, so that a review closes that much, whatever came meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from recovery.actions.review_patient import Page


@dataclass(frozen=True, slots=True)
class SeenPage:
    patient_id: UUID
    page: Page


def page_token(patient_id: UUID, page: Page) -> str:
    told = [str(patient_id), str(page.episode_id), page.opened_at.isoformat(), page.seen_through, page.had_silence]
    return str(_serializer().dumps(told))


def read_page(token: str) -> SeenPage | None:
    """None for a token that we did not sign."""
    try:
        patient_id, episode_id, opened_at, seen_through, had_silence = _serializer().loads(token)
    except BadSignature:
        return None
    page = Page(UUID(episode_id), datetime.fromisoformat(opened_at), int(seen_through), bool(had_silence))
    return SeenPage(UUID(patient_id), page)


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="page under review")
