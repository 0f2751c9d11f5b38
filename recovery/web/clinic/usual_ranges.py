"""For the clinic's lead: the usual ranges as patients would see them, and who lets them."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.approve_ranges import NoSuchApproval, RangesChanged, approve_ranges, withdraw_ranges
from recovery.content.expected_course import shipped_course
from recovery.records.clinic_scores import own_offer
from recovery.records.expected_ranges import approvals_of_ranges
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.usual_ranges_page import usual_ranges_page

pages = Blueprint("usual_ranges", __name__)

CHANGED = "The ranges are not the ones that were on the page. Look at them again, then approve them"


@pages.get("/usual-ranges")
@for_leads
def show() -> ResponseReturnValue:
    actor = signed_in().actor
    offer = own_offer(actor.clinic_id, clock.now())
    page = usual_ranges_page(shipped_course(), approvals_of_ranges(actor.clinic_id), offer, actor.zone)
    return render_template("clinic/usual_ranges.html", page=page)


@pages.post("/usual-ranges/approve")
@for_leads
def approve() -> ResponseReturnValue:
    try:
        approve_ranges(signed_in().actor, request.form.get("source", ""), clock.now())
    except RangesChanged:
        flash(CHANGED, "refused")
    else:
        flash("Approved. Patients see what is usual from now on.", "saved")
    return redirect(url_for("usual_ranges.show"), 303)


@pages.post("/usual-ranges/<uuid:approval_id>/withdraw")
@for_leads
def withdraw(approval_id: UUID) -> ResponseReturnValue:
    try:
        withdraw_ranges(signed_in().actor, approval_id, clock.now())
    except NoSuchApproval:
        abort(404)
    flash("That approval is withdrawn.", "saved")
    return redirect(url_for("usual_ranges.show"), 303)
