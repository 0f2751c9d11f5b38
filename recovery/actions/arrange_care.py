"""Who cares for a patient: a colleague added, care ended, a patient handed over, and the lead's assignments."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.extensions import db
from recovery.records.care import Answer, HandOver
from recovery.records.changes import add_changes
from recovery.records.people import CareLink, Person
from recovery.records.scope import has_active_care, is_in_lasting_care_of, without_physiotherapist
from recovery.records.staff import physiotherapists_of


class NoSuchColleague(LookupError):  # noqa: N818 - named for what it is
    """No physiotherapist of the clinic with this id can care for patients now."""


class LastLink(ValueError):  # noqa: N818 - named for what it is
    """Nobody would be left: choose a successor, or say that the clinic lead shall find one."""


class NoSuchOffer(LookupError):  # noqa: N818 - named for what it is
    """No open hand-over of this id between these people."""


@dataclass(frozen=True, slots=True)
class Offer:
    patient_id: UUID
    to_id: UUID
    note: str = ""


def add_colleague(actor: Actor, patient_id: UUID, colleague_id: UUID, until: datetime | None, now: datetime) -> None:
    """The colleague cares for the patient too, until an instant or until it is ended."""
    access.require(actor, Action.ARRANGE_CARE)
    with writing():
        _require_care(actor, patient_id, now)
        colleague = _colleague(actor, colleague_id)
        if _running_link(patient_id, colleague_id, now) is None:
            begin_care(actor, patient_id, colleague, now, until=until)


def end_care(actor: Actor, patient_id: UUID, now: datetime, *, lead_finds_successor: bool) -> None:
    """End the actor's own link. Raises LastLink when nobody would be left and that was not said."""
    access.require(actor, Action.ARRANGE_CARE)
    with writing():
        link = _running_link(patient_id, actor.id, now)
        if link is None:
            raise NoSuchPatient
        if not lead_finds_successor and not has_active_care(patient_id, now, but=actor.id):
            raise LastLink
        _end(actor, link, now)


def offer_hand_over(actor: Actor, offer: Offer, now: datetime) -> None:
    """The patient stays with the actor until the colleague accepts. A new offer takes the place of an open one."""
    access.require(actor, Action.ARRANGE_CARE)
    with writing():
        if _running_link(offer.patient_id, actor.id, now) is None:
            raise NoSuchPatient
        _colleague(actor, offer.to_id)
        for earlier in _open_offers(HandOver.patient_id == offer.patient_id, HandOver.from_id == actor.id):
            earlier.answered_at, earlier.answer = now, Answer.WITHDRAWN
        db.session.flush()
        db.session.add(
            HandOver(patient_id=offer.patient_id, from_id=actor.id, to_id=offer.to_id, note=offer.note, offered_at=now)
        )
        write_down(actor, Note("offered a hand-over", offer.patient_id, str(offer.to_id)), now)


def withdraw_offer(actor: Actor, offer_id: UUID, now: datetime) -> None:
    access.require(actor, Action.ARRANGE_CARE)
    with writing():
        offer = _open_offer(offer_id, HandOver.from_id == actor.id)
        offer.answered_at, offer.answer = now, Answer.WITHDRAWN
        write_down(actor, Note("withdrew a hand-over", offer.patient_id, str(offer.to_id)), now)


def answer_offer(actor: Actor, offer_id: UUID, now: datetime, *, is_accepted: bool) -> UUID:
    """The patient's id. Accepted, the care moves in this very moment; declined, it stays where it was."""
    access.require(actor, Action.ARRANGE_CARE)
    with writing():
        offer = _open_offer(offer_id, HandOver.to_id == actor.id)
        offer.answered_at, offer.answer = now, Answer.ACCEPTED if is_accepted else Answer.DECLINED
        patient_id = offer.patient_id
        if is_accepted:
            given = _running_link(patient_id, offer.from_id, now)
            if _running_link(patient_id, actor.id, now) is None:
                begin_care(actor, patient_id, _colleague(actor, actor.id), now)
            if given is not None:
                _end(actor, given, now)
        answer = "accepted a hand-over" if is_accepted else "declined a hand-over"
        write_down(actor, Note(answer, patient_id, str(offer.from_id)), now)
        return patient_id


def assign_physiotherapist(actor: Actor, patient_id: UUID, physiotherapist_id: UUID, now: datetime) -> None:
    """By the lead, for a patient whom nobody cares for now. Raises NoSuchPatient, NoSuchColleague, Refused."""
    access.require(actor, Action.ASSIGN_PHYSIOTHERAPIST)
    with writing():
        if patient_id not in {person.id for person in without_physiotherapist(actor.clinic_id, now)}:
            raise NoSuchPatient
        begin_care(actor, patient_id, _colleague(actor, physiotherapist_id), now)


def begin_care(
    actor: Actor, patient_id: UUID, colleague: Person, now: datetime, *, until: datetime | None = None
) -> None:
    """Inside a running write."""
    db.session.add(CareLink(patient_id=patient_id, physiotherapist_id=colleague.id, started_at=now, ended_at=until))
    add_changes(patient_id, None, actor.id, now, {Changed.CARE_BEGAN: ("", colleague.full_name)})
    write_down(actor, Note("care began", patient_id, str(colleague.id)), now)


def _end(actor: Actor, link: CareLink, now: datetime) -> None:
    link.ended_at = now
    name = db.session.get_one(Person, link.physiotherapist_id).full_name
    add_changes(link.patient_id, None, actor.id, now, {Changed.CARE_ENDED: ("", name)})
    write_down(actor, Note("care ended", link.patient_id, str(link.physiotherapist_id)), now)


def _require_care(actor: Actor, patient_id: UUID, now: datetime) -> None:
    if not is_in_lasting_care_of(actor, patient_id, now):
        raise NoSuchPatient


def _running_link(patient_id: UUID, physiotherapist_id: UUID, now: datetime) -> CareLink | None:
    link: CareLink | None = db.session.scalars(
        select(CareLink)
        .where(
            CareLink.patient_id == patient_id,
            CareLink.physiotherapist_id == physiotherapist_id,
            CareLink.is_emergency.is_(False),
            CareLink.started_at <= now,
            (CareLink.ended_at.is_(None)) | (CareLink.ended_at > now),
        )
        .order_by(CareLink.started_at)
    ).first()
    return link


def _colleague(actor: Actor, colleague_id: UUID) -> Person:
    for person in physiotherapists_of(actor.clinic_id):
        if person.id == colleague_id:
            return person
    raise NoSuchColleague


def _open_offers(*conditions: ColumnElement[bool]) -> list[HandOver]:
    return list(db.session.scalars(select(HandOver).where(HandOver.answered_at.is_(None), *conditions)))


def _open_offer(offer_id: UUID, condition: ColumnElement[bool]) -> HandOver:
    found = _open_offers(HandOver.id == offer_id, condition)
    if not found:
        raise NoSuchOffer
    return found[0]
