"""The answer to a ticked sign that was saved: what to do, truthfully what was saved, and the way back to the rest."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from recovery.domain.warning_answer import WarningAnswer
from recovery.web import kept_form
from recovery.web.patient.recording import Recording
from recovery.web.present.warning_page import PhoneNumbers, Saved, action_page


@dataclass(frozen=True, slots=True)
class SavedSign:
    """`entry_id` is the entry that holds all that was sent; None where only the sign is saved. Then `back_to` takes the
    other answers again.
    """

    ticked: WarningAnswer
    recorded_on: date
    entry_id: UUID | None
    back_to: str


def sign_answer(sign: SavedSign, about: Recording, numbers: PhoneNumbers) -> ResponseReturnValue:
    is_whole = sign.entry_id is not None
    page = action_page(
        sign.ticked,
        operation=about.episode.operation,
        recorded_on=sign.recorded_on,
        saved=Saved.SAVED if is_whole else Saved.SIGN_ONLY,
        numbers=numbers,
    )
    return render_template(
        "patient/warning_action.html",
        page=page,
        kept=None if is_whole else kept_form.of_request(request),
        back_to=sign.back_to,
        entry_id=sign.entry_id,
    )
