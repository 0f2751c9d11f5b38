"""One patient's summary. Every look at it is written down."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from recovery.actions.note_look import note_summary_opened
from recovery.content.expected_course import shipped_course
from recovery.domain.calendar import start_of_day
from recovery.domain.worklist import WarningRaised, assess
from recovery.records.appointments import upcoming_appointment
from recovery.records.arrivals import arrivals_since, last_review_of
from recovery.records.audit import audit_number
from recovery.records.episodes import shown_episode_row
from recovery.records.evidence_received import received_of
from recovery.records.expected_ranges import standing_ranges
from recovery.records.facts import Standing, standing_of_one
from recovery.records.history import history_of
from recovery.records.record import record_of
from recovery.records.scope import opened_in_emergency
from recovery.records.thresholds import thresholds_of
from recovery.web.clinic.about import About, about
from recovery.web.clinic.seen_page import Opened, closing_for
from recovery.web.forms.review import OutcomeForm, ReviewForm, review_form
from recovery.web.guards import for_physiotherapists
from recovery.web.present.appointment_words import appointment_words
from recovery.web.present.caseload_page import emergency_words
from recovery.web.present.ident import Who
from recovery.web.present.patient_page import Summary, patient_page
from recovery.web.present.progress_page import listed_since
from recovery.web.present.reasons_card import ReasonTold, reasons_card
from recovery.web.present.summary_chart import RANGES, range_with
from recovery.web.present.usual_range import Allowed, allowed_in_turn
from recovery.web.present.worklist_words import Whose

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
    standing = standing_of_one(patient_id, shown.now)
    summary = _summary(shown, standing, is_all=request.args.get("entries") == "all") if standing else None
    note_summary_opened(shown.actor, patient_id, shown.now)
    if summary is None or standing is None:
        return render_template("clinic/no_episode.html", about=shown)
    closing = closing_for(standing, summary.reasons, Opened(shown.now, seen_through))
    outcome, review = outcome or OutcomeForm(formdata=None), review or review_form(closing)
    until = opened_in_emergency(shown.actor, shown.now).get(patient_id)
    body = render_template(
        "clinic/patient.html",
        page=patient_page(summary),
        reasons=_reasons(summary),
        about=shown,
        patient_id=patient_id,
        closing=closing,
        ranges=RANGES,
        is_all=request.args.get("entries") == "all",
        open_until=emergency_words(until, shown.actor.zone) if until else "",
        outcome=outcome,
        review=review,
        problems=[*outcome.problems(), *review.problems()],
    )
    return body, status


def _reasons(summary: Summary) -> tuple[ReasonTold, ...]:
    versions = [version for reason in summary.reasons for version in reason.evidence]
    whose = Whose(summary.today, summary.who.zone, summary.episode.operation.region)
    return reasons_card(summary.reasons, received_of(summary.episode.id, versions), whose)


def _summary(shown: About, standing: Standing, *, is_all: bool) -> Summary | None:
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
    facts, since = standing.facts, listed_since(today, is_all=is_all)
    reasons = assess(facts, thresholds_of(shown.actor.clinic_id), today)
    # On an earlier day: a look of today would leave nothing to compare with for the rest of it.
    reviewed = last_review_of(episode.id, start_of_day(today, zone))
    return Summary(
        who=who,
        episode=episode,
        details=row.as_details(),
        record=record_of(episode.id, since),
        history=history_of(shown.patient_id, episode.id, now),
        facts=facts,
        reasons=reasons,
        reviewed=reviewed,
        arrivals=arrivals_since(episode.id, reviewed.opened_at if reviewed else None),
        allowed=_allowed(shown, has_open_sign=any(isinstance(reason, WarningRaised) for reason in reasons)),
        drawn=range_with(request.args.get("range", "")),
        today=today,
        since=since,
    )


def _allowed(shown: About, *, has_open_sign: bool) -> Allowed:
    """The clinic's own ranges where they are approved, else the estimate: as the patient's page begins."""
    shipped = shipped_course()
    standing = standing_ranges(shown.actor.clinic_id, shipped.source)
    return allowed_in_turn(shipped, standing, has_open_sign=has_open_sign)[0]
