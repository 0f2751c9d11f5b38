"""What the clinic says of itself, for its lead: name, zone, telephone, opening hours and holidays."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.change_clinic import ChangedMeanwhile, NameTaken, change_clinic, fingerprint
from recovery.records.clinics import clinic_details
from recovery.web.forms.clinic import ClinicForm
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.zones import zone_names
from recovery.web.team_line import numbers_of

pages = Blueprint("clinic_settings", __name__)

NAME_TAKEN = "Another clinic here has this name. Choose another one"
CHANGED_MEANWHILE = "Somebody else changed the clinic while this page was open. Load the page again, then change it"


@pages.get("/clinic")
@for_leads
def show() -> ResponseReturnValue:
    form, details = ClinicForm(formdata=None), clinic_details(signed_in().actor.clinic_id)
    form.fill(details, fingerprint(details))
    return _page(form, 200)


@pages.post("/clinic")
@for_leads
def save() -> ResponseReturnValue:
    form, actor = ClinicForm(), signed_in().actor
    details = form.read()
    if details is None:
        return _page(form, 422)
    try:
        changed = change_clinic(actor, form.seen.data or "", details, clock.now())
    except NameTaken:
        form.complain(form.name, NAME_TAKEN)
        return _page(form, 422)
    except ChangedMeanwhile:
        form.complain(form.name, CHANGED_MEANWHILE)
        return _page(form, 409)
    flash("The clinic’s details are saved." if changed else "Nothing was changed.", "saved")
    return redirect(url_for("clinic_settings.show"), 303)


def _page(form: ClinicForm, status: int) -> ResponseReturnValue:
    numbers = numbers_of(signed_in().actor, clock.now())
    body = render_template("clinic/clinic.html", form=form, team=numbers, zones=zone_names(), problems=form.problems())
    return body, status
