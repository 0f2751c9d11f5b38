"""Who cares for one patient: hand over, add a colleague, end."""

from datetime import datetime, time, timedelta
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.arrange_care import (
    LastLink,
    NoSuchColleague,
    NoSuchOffer,
    Offer,
    add_colleague,
    answer_offer,
    end_care,
    offer_hand_over,
    withdraw_offer,
)
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain.calendar import instant_at
from recovery.records.caring import carers_of, declined_offers, open_offers
from recovery.records.scope import is_in_lasting_care_of
from recovery.records.staff import physiotherapists_of
from recovery.web.clinic.about import About, about, to_summary
from recovery.web.clinic.list_place import back_to_list
from recovery.web.forms.care import AddColleagueForm, EndCareForm, HandOverForm
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.care_page import TOLD_FOR, care_page, declined_words

pages = Blueprint("care", __name__)

LAST_LINK = "Nobody else cares for this patient. Hand over to a colleague, or tick that the clinic lead finds somebody"
LONGEST_LINK = timedelta(days=2 * 365)
LAST_MOMENT = time(23, 59)


@pages.get("/patients/<uuid:patient_id>/care")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    return _page(about(patient_id), 200)


@pages.post("/patients/<uuid:patient_id>/hand-over")
@for_physiotherapists
def hand_over(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), HandOverForm(prefix="hand-")
    form.offer(_colleagues(shown))
    colleague = form.chosen()
    if colleague is None:
        return _page(shown, 422, hand=form)
    try:
        offer_hand_over(shown.actor, Offer(patient_id, colleague, form.note.data or ""), shown.now)
    except (NoSuchPatient, NoSuchColleague):
        abort(404)
    flash("The hand-over is offered. The patient stays with you until it is accepted.", "saved")
    return back_to_list() or redirect(url_for("care.show", patient_id=patient_id), 303)


@pages.post("/patients/<uuid:patient_id>/colleagues")
@for_physiotherapists
def add(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), AddColleagueForm(prefix="add-")
    form.offer(_colleagues(shown))
    colleague = form.chosen()
    form.require_day(form.until, shown.today, shown.today + LONGEST_LINK)
    if colleague is None or not form.is_fine:
        return _page(shown, 422, add=form)
    try:
        add_colleague(shown.actor, patient_id, colleague, _end_of(form, shown), shown.now)
    except (NoSuchPatient, NoSuchColleague):
        abort(404)
    flash("Your colleague cares for this patient too, from now on.", "saved")
    return redirect(url_for("care.show", patient_id=patient_id), 303)


@pages.post("/patients/<uuid:patient_id>/care/end")
@for_physiotherapists
def end(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), EndCareForm(prefix="end-")
    try:
        end_care(shown.actor, patient_id, shown.now, lead_finds_successor=bool(form.lead_finds_successor.data))
    except LastLink:
        form.complain(form.lead_finds_successor, LAST_LINK)
        return _page(shown, 409, end=form)
    except NoSuchPatient:
        abort(404)
    flash("Your care for this patient has ended.", "saved")
    return redirect(url_for("caseload.show"), 303)


@pages.post("/hand-overs/<uuid:offer_id>/accept")
@for_physiotherapists
def accept(offer_id: UUID) -> ResponseReturnValue:
    try:
        patient_id = answer_offer(signed_in().actor, offer_id, clock.now(), is_accepted=True)
    except (NoSuchOffer, NoSuchColleague):
        abort(404)
    flash("The patient is in your care now.", "saved")
    return to_summary(patient_id)


@pages.post("/hand-overs/<uuid:offer_id>/decline")
@for_physiotherapists
def decline(offer_id: UUID) -> ResponseReturnValue:
    try:
        answer_offer(signed_in().actor, offer_id, clock.now(), is_accepted=False)
    except NoSuchOffer:
        abort(404)
    flash("You declined. The patient stays where they were.", "saved")
    return redirect(url_for("caseload.show"), 303)


@pages.post("/hand-overs/<uuid:offer_id>/withdraw")
@for_physiotherapists
def withdraw(offer_id: UUID) -> ResponseReturnValue:
    try:
        withdraw_offer(signed_in().actor, offer_id, clock.now())
    except NoSuchOffer:
        abort(404)
    flash("The offer is withdrawn. The patient stays with you.", "saved")
    return redirect(url_for("caseload.show"), 303)


def _colleagues(shown: About) -> list:
    return physiotherapists_of(shown.actor.clinic_id, but=shown.actor.id)


def _end_of(form: AddColleagueForm, shown: About) -> datetime | None:
    """The end of the day that was chosen, in the clinic's zone."""
    return instant_at(form.until.data, LAST_MOMENT, shown.actor.zone) if form.until.data else None


def _page(
    shown: About,
    status: int,
    *,
    hand: HandOverForm | None = None,
    add: AddColleagueForm | None = None,
    end: EndCareForm | None = None,
) -> ResponseReturnValue:
    hand = hand or HandOverForm(formdata=None, prefix="hand-")
    add = add or AddColleagueForm(formdata=None, prefix="add-")
    end = end or EndCareForm(formdata=None, prefix="end-")
    colleagues = _colleagues(shown)
    for form in (hand, add):
        if not form.errors:
            form.offer(colleagues)
    offers = [each for each in open_offers(shown.actor.id, shown.actor.clinic_id) if each.from_id == shown.actor.id]
    page = care_page(carers_of(shown.patient_id), offers, shown.patient_id, shown.actor, shown.now)
    problems = [*hand.problems(), *add.problems(), *end.problems()]
    forms = {"hand": hand, "add": add, "end": end, "problems": problems}
    may_add, declined = is_in_lasting_care_of(shown.actor, shown.patient_id, shown.now), _declined(shown)
    body = render_template("clinic/care.html", about=shown, page=page, may_add=may_add, declined=declined, **forms)
    return body, status


def _declined(shown: About) -> list[str]:
    actor = shown.actor
    found = declined_offers(actor.id, actor.clinic_id, shown.now - TOLD_FOR)
    return [declined_words(each, actor.zone) for each in found if each.patient_id == shown.patient_id]
