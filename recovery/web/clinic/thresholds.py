"""For the clinic's lead: the rules of the worklist, what they would have listed, and who signed them off."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.sign_off_thresholds import SignedOffMeanwhile, sign_off_thresholds, withdraw_thresholds
from recovery.domain.rule_counts import DAYS_COUNTED, count_reasons
from recovery.domain.thresholds import Thresholds
from recovery.records.facts import WINDOW, standing_of
from recovery.records.scope import patients_of_clinic
from recovery.records.thresholds import sign_offs_of
from recovery.web.forms.thresholds import AFTER_REVIEW, NUMBERS, ThresholdsForm, thresholds_form
from recovery.web.forms.whole_number import number_in
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.thresholds_page import thresholds_page

pages = Blueprint("thresholds", __name__)

MEANWHILE = "Another version was signed off or withdrawn since you opened this page. Look at it again"
SHIPPED = Thresholds()


@pages.get("/rules")
@for_leads
def show() -> ResponseReturnValue:
    return _page(None, SHIPPED, 200)


@pages.post("/rules")
@for_leads
def change() -> ResponseReturnValue:
    """One form for both buttons: count again with what was typed, or sign it off."""
    form = ThresholdsForm()
    wanted = form.read(SHIPPED)
    if wanted is None:
        return _page(form, SHIPPED, 422)
    if request.form.get("do") != "sign":
        return _page(form, wanted, 200)
    if not form.require_read():
        return _page(form, wanted, 422)
    try:
        sign_off_thresholds(signed_in().actor, wanted, form.seen.data or 0, clock.now())
    except SignedOffMeanwhile:
        form.complain(form.has_read, MEANWHILE)
        return _page(form, wanted, 409)
    flash("Signed off. The lists are made by these rules from now on.", "saved")
    return redirect(url_for("thresholds.show"), 303)


@pages.post("/rules/withdraw")
@for_leads
def withdraw() -> ResponseReturnValue:
    try:
        withdraw_thresholds(signed_in().actor, number_in(request.form.get("number", "")) or 0, clock.now())
    except SignedOffMeanwhile:
        flash(MEANWHILE, "refused")
    else:
        flash("Withdrawn. Only warning signs, calls and silence are listed.", "saved")
    return redirect(url_for("thresholds.show"), 303)


def _page(form: ThresholdsForm | None, wanted: Thresholds, status: int) -> ResponseReturnValue:
    actor, now = signed_in().actor, clock.now()
    sign_offs = sign_offs_of(actor.clinic_id)
    newest = sign_offs[0] if sign_offs else None
    counted = newest.thresholds if form is None and newest and not newest.is_withdrawal else wanted
    everybody = standing_of(patients_of_clinic(actor.clinic_id), now, WINDOW + timedelta(days=DAYS_COUNTED))
    counts = count_reasons([(each.facts, each.today) for each in everybody], counted)
    form = form or thresholds_form(counted, newest.number if newest else 0)
    body = render_template(
        "clinic/thresholds.html",
        page=thresholds_page(counts, sign_offs, SHIPPED, actor.zone),
        form=form,
        numbers=NUMBERS,
        after_review=AFTER_REVIEW,
        problems=form.problems(),
    )
    return body, status
