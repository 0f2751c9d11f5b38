"""The caseload: everybody in a physiotherapist's care, those who need a look first."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.note_look import note_list_shown
from recovery.domain.access import Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.last_look import last_look
from recovery.records.audit import audit_number
from recovery.records.caring import declined_offers, open_offers
from recovery.records.caseload import caseload
from recovery.records.looks import CASELOAD, own_caseload_looks
from recovery.records.people import Person
from recovery.records.scope import covered_for, opened_in_emergency, people_in_care_of
from recovery.records.staff import physiotherapists_of
from recovery.records.thresholds import thresholds_of
from recovery.web.clinic.seen_page import Opened, closing_for
from recovery.web.forms.caseload_filter import read_filter
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.care_page import TOLD_FOR, OfferWords, declined_words, offer_words
from recovery.web.present.caseload_narrowed import (
    COMING_CHOICES,
    PROCEDURE_CHOICES,
    STAGE_CHOICES,
    STATE_CHOICES,
    Filter,
)
from recovery.web.present.caseload_page import caseload_page, new_words, not_own_words
from recovery.web.present.looked import Looked, look, with_new

pages = Blueprint("caseload", __name__)

CHOICES = {
    "procedures": PROCEDURE_CHOICES,
    "stages": STAGE_CHOICES,
    "states": STATE_CHOICES,
    "coming": COMING_CHOICES,
}


@pages.get("/caseload")
@for_physiotherapists
def show() -> ResponseReturnValue:
    return _page(read_filter(request.args))


@pages.post("/caseload")
@for_physiotherapists
def search() -> ResponseReturnValue:
    """By name: in the body of the request, so that no name stands in an address or a log."""
    return _page(read_filter(request.form, request.form.get("name", "")))


def _page(wanted: Filter) -> ResponseReturnValue:
    actor, now, seen_through = signed_in().actor, clock.now(), audit_number()
    last = last_look(own_caseload_looks(actor.id, now), now)
    everybody = with_new(everybody_looked(actor, people_in_care_of(actor, now), now), last)
    shown = [each for each in everybody if wanted.lets_through(each)]
    not_own = not_own_words(covered_for(actor, now), opened_in_emergency(actor, now), actor.zone)
    opened = Opened(now, seen_through)
    closings = {
        each.row.person.id: closing_for(each.row.standing, each.reasons, opened) for each in shown if each.reasons
    }
    page = caseload_page(everybody, shown, not_own, closings)
    numbers = [each.row.person.patient.number for each in shown if each.row.person.patient]
    offers, offered = _offers(actor)
    declined = _declined(actor, {each.row.person.id for each in everybody}, now)
    note_list_shown(actor, CASELOAD, {*numbers, *offered}, now, is_narrowed=wanted.is_set)
    return render_template(
        "clinic/caseload.html",
        page=page,
        new=new_words(everybody, last, now, actor.zone),
        wanted=wanted,
        today=day_in_zone(now, actor.zone),
        **CHOICES,
        colleagues=[(str(each.id), each.full_name) for each in physiotherapists_of(actor.clinic_id, but=actor.id)],
        offers=offers,
        declined=declined,
    )


def everybody_looked(actor: Actor, people: Sequence[Person], now: datetime) -> list[Looked]:
    """What the rules say of each, in the order of the list: for the page and for what is exported of it."""
    return look(caseload(people, now), thresholds_of(actor.clinic_id))


def _declined(actor: Actor, in_care: set[UUID], now: datetime) -> list[str]:
    """Only of patients who are still in this physiotherapist's care."""
    found = declined_offers(actor.id, actor.clinic_id, now - TOLD_FOR)
    return [declined_words(each, actor.zone) for each in found if each.patient_id in in_care]


def _offers(actor: Actor) -> tuple[list[OfferWords], list[int]]:
    """Hand-overs that wait for an answer, and the numbers of the patients that they name."""
    found = open_offers(actor.id, actor.clinic_id)
    return [offer_words(each, actor) for each in found], [each.patient_number for each in found]
