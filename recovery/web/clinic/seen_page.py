"""What was on a page that somebody reviews, signed, so that a review closes that much, whatever came meanwhile."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from recovery.actions.review_patient import Page
from recovery.domain.facts import ReasonKey, ReasonsSeen
from recovery.domain.reasons import Held, Reason, Silent
from recovery.domain.rules.seen import seen_on_page
from recovery.domain.thresholds import Rule
from recovery.records.facts import Standing
from recovery.web.present.closing import Closing, closing_of


@dataclass(frozen=True, slots=True)
class Opened:
    """When a page was opened, and the audit's number before it was read."""

    at: datetime
    seen_through: int


def closing_for(standing: Standing, reasons: tuple[Reason, ...], opened: Opened) -> Closing:
    """What closes exactly these reasons. Warning signs and a call that was asked for have ways of their own."""
    facts, own = standing.facts, [each for each in reasons if isinstance(each, Held | Silent)]
    seen = seen_on_page(own, opened.seen_through)
    token = page_token(standing.person_id, Page(facts.episode.id, opened.at, seen, standing.today))
    return closing_of(standing, reasons, token)


@dataclass(frozen=True, slots=True)
class SeenPage:
    patient_id: UUID
    page: Page


def page_token(patient_id: UUID, page: Page) -> str:
    levels = dict(page.seen.levels)
    told = [
        patient_id.hex,
        page.episode_id.hex,
        page.opened_at.isoformat(),
        page.today.isoformat(),
        page.seen.seen_through,
        [[key.rule.value, key.about, levels.get(key)] for key in sorted(page.seen.keys)],
    ]
    return str(_serializer().dumps(told))


def read_page(token: str) -> SeenPage | None:
    """None for a token that we did not sign."""
    try:
        patient_id, episode_id, opened_at, today, seen_through, reasons = _serializer().loads(token)
    except BadSignature:
        return None
    keyed = [(ReasonKey(Rule(rule), about), level) for rule, about, level in reasons]
    seen = ReasonsSeen(
        keys=frozenset(key for key, _level in keyed),
        seen_through=int(seen_through),
        levels=tuple((key, level) for key, level in keyed if level is not None),
    )
    page = Page(UUID(episode_id), datetime.fromisoformat(opened_at), seen, date.fromisoformat(today))
    return SeenPage(UUID(patient_id), page)


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="reasons under review")
