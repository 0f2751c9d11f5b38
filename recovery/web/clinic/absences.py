"""Away from one day to another, covered by a colleague."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.arrange_absence import NoSuchAbsence, NotArranged, arrange_absence, cancel_absence
from recovery.actions.arrange_care import NoSuchColleague
from recovery.domain.calendar import day_in_zone
from recovery.records.caring import absences_of, covers_of
from recovery.records.staff import physiotherapists_of
from recovery.web.forms.care import AbsenceForm
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.care_page import BACKWARDS, OVERLAPS, absence_words, covering_words

pages = Blueprint("absences", __name__)


@pages.get("/away")
@for_physiotherapists
def show() -> ResponseReturnValue:
    form = AbsenceForm(formdata=None)
    form.offer(_colleagues())
    return _page(form, 200)


@pages.post("/away")
@for_physiotherapists
def arrange() -> ResponseReturnValue:
    form, actor, now = AbsenceForm(), signed_in().actor, clock.now()
    form.offer(_colleagues())
    if not form.check(day_in_zone(now, actor.zone)):
        return _page(form, 422)
    try:
        refusal = arrange_absence(actor, form.from_on.data, form.until_on.data, form.colleague.data, now)
    except NoSuchColleague:
        abort(404)
    if refusal is not None:
        is_backwards = refusal is NotArranged.ENDS_BEFORE_IT_BEGINS
        form.complain(form.until_on if is_backwards else form.from_on, BACKWARDS if is_backwards else OVERLAPS)
        return _page(form, 422)
    flash("It is arranged.", "saved")
    return redirect(url_for("absences.show"), 303)


@pages.post("/away/<uuid:absence_id>/cancel")
@for_physiotherapists
def cancel(absence_id: UUID) -> ResponseReturnValue:
    try:
        cancel_absence(signed_in().actor, absence_id, clock.now())
    except NoSuchAbsence:
        abort(404)
    flash("It is cancelled. Your patients are with you on these days.", "saved")
    return redirect(url_for("absences.show"), 303)


def _colleagues() -> list:
    actor = signed_in().actor
    return physiotherapists_of(actor.clinic_id, but=actor.id)


def _page(form: AbsenceForm, status: int) -> ResponseReturnValue:
    actor = signed_in().actor
    today = day_in_zone(clock.now(), actor.zone)
    body = render_template(
        "clinic/away.html",
        form=form,
        absences=[absence_words(each, today) for each in absences_of(actor.id, today)],
        covers=[covering_words(each, today) for each in covers_of(actor.id, today)],
        problems=form.problems(),
    )
    return body, status
