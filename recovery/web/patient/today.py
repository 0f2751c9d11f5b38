"""A patient's home: where they are, one main action, today's plan, one passage, the next appointment."""

from collections.abc import Mapping
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from recovery.domain.change import Changed
from recovery.domain.day_figures import DayFigure, day_figures
from recovery.domain.guidance import today_passage
from recovery.domain.rhythm import LOOKS_BACK
from recovery.records.appointments import upcoming_appointment
from recovery.records.call_requests import open_calls
from recovery.records.changes import newest_by
from recovery.records.check_ins import check_in_entries
from recovery.records.consents import newest_consent
from recovery.records.guidance import approved_passages
from recovery.records.read_entries import read_check_ins
from recovery.records.reviews import review_for_patient
from recovery.records.signs import signs_of
from recovery.records.therapy_week import therapy_week
from recovery.records.visit_questions import open_question_count
from recovery.web.identity import signed_in
from recovery.web.patient.reading import own_reading
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.present.agreement_page import asked_again_words
from recovery.web.present.appointment_words import appointment_words
from recovery.web.present.guidance_words import FOR_THIS_STAGE, one_reading
from recovery.web.present.plan_page import change_words
from recovery.web.present.recording_status import standing_words
from recovery.web.present.review_words import looked_words
from recovery.web.present.rhythm_words import DueWords, due_words
from recovery.web.present.team_card import team_card
from recovery.web.present.today import checked_in, hero, of_day, signs_today
from recovery.web.present.todays_plan import todays_plan
from recovery.web.present.week_dots import week_dots
from recovery.web.present.week_words import how_it_goes
from recovery.web.team_line import numbers_of


def page() -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    numbers_of(about.actor, about.now)  # keeps the team's number at hand for the pages without a database
    episode, today, zone = about.episode, about.today, about.actor.zone
    check_ins = of_day(check_in_entries(episode.id, today), today)
    upcoming = upcoming_appointment(about.actor.id, about.now)
    stage, therapy = episode.stage_on(today), therapy_week(episode.id, today)
    passage = today_passage(approved_passages(about.actor.clinic_id), episode.operation, stage) if stage else None
    own, figures = own_reading(about.actor, episode, today), _figures(about)
    return render_template(
        "patient/today.html",
        hero=hero(episode, today, signed_in().given_name),
        done=checked_in(check_ins, today, zone, episode.operation.region),
        signs=signs_today(check_ins, episode, today, signs_of([episode.id]).get(episode.id, ())),
        plan=todays_plan(therapy.today),
        plan_change=change_words(therapy.today.plan, today),
        week=week_dots(therapy),
        reading=one_reading(passage, episode.operation, stage, own, FOR_THIS_STAGE),
        agree_again=asked_again_words(newest_consent(about.actor.id)),
        appointment=appointment_words(upcoming, zone, today) if upcoming else None,
        team=team_card(open_question_count(episode.id), open_calls([episode.id]).get(episode.id), today, zone),
        due=_due(about, figures),
        how_it_goes=how_it_goes(figures, episode, today) if check_ins else "",
        standing=standing_words(episode),
        looked=looked_words(review_for_patient(episode.id), today, zone),
    )


def _figures(about: Recording) -> Mapping[date, DayFigure]:
    """As far back as the next check-in needs, which is more than the week beside the one before."""
    episode_id = about.episode.id
    return day_figures(read_check_ins([episode_id], about.today - LOOKS_BACK).get(episode_id, ()))


def _due(about: Recording, figures: Mapping[date, DayFigure]) -> DueWords:
    """Who set the rhythm is only asked for where somebody did."""
    episode, today = about.episode, about.today
    return due_words(episode, figures, today, newest_by(episode.id, Changed.RHYTHM) if episode.rhythm else "")
