"""A review: somebody looked, decided and wrote so. It closes or holds back what was on the page, never a warning sign.

A call that nobody answered closes nothing, and neither does it answer a request for a call (docs/decisions/0011).
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.facts import ReasonsSeen
from recovery.domain.reviews import Decision, ReviewOutcome, is_day_in_reach, may_set_not_recording
from recovery.extensions import db
from recovery.records.call_requests import close_calls
from recovery.records.calls import PRESSED_AGAIN, Call
from recovery.records.episodes import EpisodeRow
from recovery.records.facts import facts_of_one
from recovery.records.reviews import Review, decided_from_page, reasons_on_page
from recovery.records.scope import episode_in_care_of


@dataclass(frozen=True, slots=True)
class Page:
    """What was on the page: `seen` are its reasons and how far it had read; `today` is the patient's."""

    episode_id: UUID
    opened_at: datetime
    seen: ReasonsSeen
    today: date


class NotTriedTwice(Exception):  # noqa: N818 - named for what it is
    """Nobody has called twice without an answer since the patient was last heard from."""


class DayOutOfReach(ValueError):  # noqa: N818 - named for what it is
    """A day in the past, or too far ahead."""


def review_patient(actor: Actor, page: Page, decision: Decision, now: datetime) -> None:
    """The same sent again from the same page within two minutes is the same review: one call is not two tries.
    Raises NoSuchPatient, NotTriedTwice, DayOutOfReach, Refused.
    """
    access.require(actor, Action.REVIEW_PATIENT)
    if decision.until_on and not is_day_in_reach(decision.outcome, decision.until_on, page.today):
        raise DayOutOfReach
    with writing():
        patient_id = episode_in_care_of(actor, page.episode_id, now)
        if patient_id is None:
            raise NoSuchPatient
        page_key = (page.opened_at, page.seen.seen_through)
        if decision in decided_from_page(page.episode_id, actor.id, page_key, now - PRESSED_AGAIN):
            return
        outcome = decision.outcome
        if outcome is ReviewOutcome.NOT_RECORDING and not _is_tried_twice(patient_id, page.episode_id, now):
            raise NotTriedTwice
        db.session.add(_review(actor, page, decision, now))
        if outcome.is_call:
            is_answered = outcome is ReviewOutcome.CALLED
            db.session.add(Call(episode_id=page.episode_id, by_id=actor.id, at=now, is_answered=is_answered))
        is_call_closed = outcome.answers_call and close_calls(page.episode_id, actor.id, now, page.seen.seen_through)
        told = (outcome.value, *(("call asked for",) if is_call_closed else ()))
        write_down(actor, Note("reviewed", patient_id, str(page.episode_id), told), now)


def _is_tried_twice(patient_id: UUID, episode_id: UUID, now: datetime) -> bool:
    episode = db.session.get_one(EpisodeRow, episode_id).as_value()
    return may_set_not_recording(len(facts_of_one(patient_id, episode, now).unanswered_calls))


def _review(actor: Actor, page: Page, decision: Decision, now: datetime) -> Review:
    return Review(
        episode_id=page.episode_id,
        by_id=actor.id,
        opened_at=page.opened_at,
        reviewed_at=now,
        outcome=decision.outcome,
        until_on=decision.until_on,
        site=decision.site,
        up_to=decision.up_to,
        note=decision.note,
        note_for_patient=decision.note_for_patient,
        seen_through=page.seen.seen_through,
        reasons=reasons_on_page(page.seen),
    )
