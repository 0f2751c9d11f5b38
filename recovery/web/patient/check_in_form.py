"""The page of a check-in form, for a new check-in and for a correction of one."""

from dataclasses import dataclass
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from recovery.web import kept_form
from recovery.web.forms.check_in import CheckInForm
from recovery.web.patient.recording import Recording
from recovery.web.present.check_in_page import FormWords, check_in_page
from recovery.web.team_line import numbers_of


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the form is sent, and its words. `day` decides what is asked."""

    address: str
    words: FormWords
    day: date


def check_in_body(form: CheckInForm, frame: Frame, about: Recording, status: int) -> ResponseReturnValue:
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    body = render_template(
        "patient/check_in.html",
        form=form,
        frame=frame,
        page=check_in_page(about.episode, frame.day, form.asks, form.held(), form.asked_session()),
        is_day_open=form.recorded_on.data not in {None, about.today},
        numbers=numbers_of(about.actor, about.now),
        ticked=frozenset(form.ticked),
        details=form.details,
        problems=form.problems(),
    )
    return body, status
