"""The page of a therapy session's form, for a new session and for a correction of one."""

from dataclasses import dataclass
from uuid import UUID

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.content.wording import words
from recovery.domain.therapy_day import TherapyDay
from recovery.records.therapy_week import therapy_week
from recovery.web import kept_form
from recovery.web.forms.entry import DayChoice
from recovery.web.forms.therapy_session import TherapySessionForm
from recovery.web.patient.recording import Recording
from recovery.web.present.chosen_day import chosen_day
from recovery.web.present.plan_page import change_words
from recovery.web.present.therapy_page import therapy_page
from recovery.web.present.week_dots import week_dots

WORDS = words("exercises")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the form is sent, and its button. `choice` chooses the day of a new session; a correction keeps its day,
    and `corrects` names it.
    """

    address: str
    button: str
    choice: DayChoice | None = None
    corrects: UUID | None = None


def new_frame(choice: DayChoice) -> Frame:
    return Frame(url_for("therapy_sessions.record"), WORDS.save_exercises, choice=choice)


def correction_frame(entry_id: UUID | None) -> Frame:
    return Frame(url_for("session_corrections.save"), words("check_in").save_my_changes, corrects=entry_id)


def session_body(
    form: TherapySessionForm, of_day: TherapyDay, about: Recording, frame: Frame, status: int
) -> ResponseReturnValue:
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    body = render_template(
        "patient/therapy_session.html",
        form=form,
        frame=frame,
        page=therapy_page(of_day, about.today, about.actor.zone),
        week=week_dots(therapy_week(about.episode.id, about.today)) if frame.choice else None,
        plan_change=change_words(of_day.plan, about.today),
        chosen=chosen_day(of_day.day, about.episode, about.today, about.now),
        problems=form.problems(),
    )
    return body, status
