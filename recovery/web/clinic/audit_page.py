"""The audit for the clinic's lead: who did what, whose and when. Patients are shown by number only."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.note_look import note_audit_read
from recovery.domain import access
from recovery.domain.calendar import day_in_zone
from recovery.records.audit_reading import audit_entries
from recovery.records.staff import staff_of
from recovery.web.forms.audit import AuditForm
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.paging import page_number
from recovery.web.present.audit_page import AuditLine, audit_lines

pages = Blueprint("audit", __name__)

PAGE = 100


@pages.get("/audit")
@for_leads
def show() -> ResponseReturnValue:
    actor, now, number = signed_in().actor, clock.now(), page_number()
    access.require(actor, access.Action.READ_AUDIT)
    people, form = staff_of(actor.clinic_id), AuditForm(request.args)
    form.offer(people)
    wanted = form.read(actor.clinic_id, actor.zone, day_in_zone(now, actor.zone))
    if wanted is None:
        return _page(form, (), number, 422)
    entries = audit_entries(actor.clinic_id, wanted, (number - 1) * PAGE, PAGE + 1)
    if not entries and number > 1:
        abort(404)
    lines = audit_lines(entries, {person.id: person.full_name for person in people}, actor.zone)
    note_audit_read(actor, wanted.patient_id, form.used, now)
    return _page(form, lines, number, 200)


def _page(form: AuditForm, lines: tuple[AuditLine, ...], number: int, status: int) -> ResponseReturnValue:
    body = render_template(
        "clinic/audit.html",
        form=form,
        lines=lines[:PAGE],
        number=number,
        has_older=len(lines) > PAGE,
        problems=form.problems(),
    )
    return body, status
