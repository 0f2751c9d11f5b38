"""Who looked at my record: the audit of a patient, for that patient (TRUST.md 10)."""

from datetime import timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.domain import access
from recovery.domain.calendar import day_in_zone
from recovery.records.caring import carers_of
from recovery.records.looks import doings_about, lists_with
from recovery.web.guards import for_patients
from recovery.web.identity import signed_in
from recovery.web.paging import page_number, page_of
from recovery.web.present.looks_page import look_lines, who_can_look

pages = Blueprint("looks", __name__)

LISTS_SINCE = timedelta(days=90)
"""How far back lists are looked through; everything that was done in the record itself is always told."""
PAGE = 50


@pages.get("/account/looks")
@for_patients
def show() -> ResponseReturnValue:
    actor, now, number = signed_in().actor, clock.now(), page_number()
    access.require(actor, access.Action.READ_OWN_RECORD)
    lists = lists_with(actor.id, now - LISTS_SINCE)
    lines = look_lines(doings_about(actor.id), lists, actor.zone, day_in_zone(now, actor.zone))
    shown, has_older = page_of(lines, number, PAGE)
    return render_template(
        "account/looks.html",
        lines=shown,
        number=number,
        has_older=has_older,
        who_can_look=who_can_look(carers_of(actor.id), now),
        days=LISTS_SINCE.days,
    )
