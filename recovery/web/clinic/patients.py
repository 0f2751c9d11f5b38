"""One patient's summary. Every look at it is written down."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from recovery.actions.note_look import note_summary_opened
from recovery.actions.review_patient import Page
from recovery.domain.worklist import Silent, Thresholds, assess
from recovery.records.appointments import upcoming_appointment
from recovery.records.audit import audit_number
from recovery.records.episodes import shown_episode_row
from recovery.records.facts import facts_of_one
from recovery.records.history import history_of
from recovery.records.record import record_of
from recovery.records.scope import opened_in_emergency
from recovery.web.clinic.about import About, about
from recovery.web.clinic.seen_page import page_token
from recovery.web.forms.review import OutcomeForm, ReviewForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.appointment_words import appointment_words
from recovery.web.present.caseload_page import emergency_words
from recovery.web.present.ident import Who
from recovery.web.present.patient_page import Summary, patient_page
from recovery.web.present.progress_page import listed_since

pages = Blueprint("patients", __name__)


@pages.get("/patients/<uuid:patient_id>")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    return page(patient_id)


def page(
    patient_id: UUID, *, status: int = 200, outcome: OutcomeForm | None = None, review: ReviewForm | None = None
) -> ResponseReturnValue:
    """The summary, also as the answer to a form on it that has to be put right."""
    shown, seen_through = about(patient_id), audit_number()
    summary = _summary(shown, is_all=request.args.get("entries") == "all") if shown.episode else None
    note_summary_opened(shown.actor, patient_id, shown.now)
    if summary is None:
        return render_template("clinic/no_episode.html", about=shown)
    had_silence = any(isinstance(reason, Silent) for reason in summary.reasons)
    seen = Page(summary.episode.id, shown.now, seen_through, had_silence)
    outcome, review = outcome or OutcomeForm(formdata=None), review or ReviewForm(formdata=None)
    until = opened_in_emergency(shown.actor, shown.now).get(patient_id)
    body = render_template(
        "clinic/patient.html",
        page=patient_page(summary),
        about=shown,
        patient_id=patient_id,
        seen=page_token(patient_id, seen),
        open_until=emergency_words(until, shown.actor.zone) if until else "",
        outcome=outcome,
        review=review,
        problems=[*outcome.problems(), *review.problems()],
    )
    return body, status


def _summary(shown: About, *, is_all: bool) -> Summary | None:
    """None for a patient without an episode."""
    row, details = shown_episode_row(shown.patient_id), shown.details
    episode, zone, today, now = shown.episode, details.zone, shown.today, shown.now
    if row is None or episode is None:
        return None
    upcoming = upcoming_appointment(shown.patient_id, now)
    who = Who(
        name=shown.name,
        born_on=details.born_on,
        phone=details.phone,
        zone=zone,
        next_appointment=appointment_words(upcoming, zone, today).when if upcoming else "",
        language=details.language,
        needs_interpreter=details.needs_interpreter,
    )
    facts, since = facts_of_one(shown.patient_id, episode), listed_since(today, is_all=is_all)
    return Summary(
        who=who,
        episode=episode,
        details=row.as_details(),
        record=record_of(episode.id, since),
        history=history_of(shown.patient_id, episode.id, now),
        reasons=assess(facts, Thresholds(), today),
        last_entry_on=facts.last_entry_on,
        today=today,
        since=since,
    )
