"""One patient's summary. Every look at it is written down."""

from uuid import UUID

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.note_look import note_summary_opened
from recovery.domain.access import Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.worklist import Thresholds, assess
from recovery.records.appointments import upcoming_appointment
from recovery.records.episodes import episodes_shown_of
from recovery.records.facts import facts_of
from recovery.records.record import record_of
from recovery.records.scope import patient_in_care_of
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.appointment_words import appointment_words
from recovery.web.present.ident import Who
from recovery.web.present.patient_page import Summary, patient_page
from recovery.web.present.progress_page import listed_since

pages = Blueprint("patients", __name__)


@pages.get("/patients/<uuid:patient_id>")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    actor = signed_in().actor
    summary = _summary(actor, patient_id, is_all=request.args.get("entries") == "all")
    page = patient_page(summary) if summary else None
    note_summary_opened(actor, patient_id, clock.now())
    if page is None:
        return render_template("clinic/no_episode.html")
    return render_template("clinic/patient.html", page=page, patient_id=patient_id)


def _summary(actor: Actor, patient_id: UUID, *, is_all: bool) -> Summary | None:
    """404 for somebody who is not in this physiotherapist's care; None for a patient without an episode."""
    now = clock.now()
    person = patient_in_care_of(actor, patient_id, now)
    if person is None or person.patient is None:
        abort(404)
    zone = person.patient.zone
    today, shown = day_in_zone(now, zone), episodes_shown_of([patient_id])
    episode = shown.get(patient_id)
    if episode is None:
        return None
    upcoming = upcoming_appointment(patient_id, now)
    who = Who(
        name=person.full_name,
        born_on=person.patient.born_on,
        phone=person.patient.phone,
        zone=zone,
        next_appointment=appointment_words(upcoming, zone, today).when if upcoming else "",
    )
    facts, since = facts_of([person], shown)[episode.id], listed_since(today, is_all=is_all)
    return Summary(
        who=who,
        episode=episode,
        record=record_of(episode.id, since),
        reasons=assess(facts, Thresholds(), today),
        last_entry_on=facts.last_entry_on,
        today=today,
        since=since,
    )
