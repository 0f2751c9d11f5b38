"""Correct a check-in. What stood there first stays; a ticked warning sign is answered at once, as in a new one."""

from uuid import UUID, uuid4

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.correct_entry import Corrected
from recovery.actions.record_check_in import record_signs_alone
from recovery.actions.record_entry import Recorded
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind
from recovery.domain.warning_answer import WarningAnswer
from recovery.extensions import limiter
from recovery.records.check_in_asks import check_in_asks
from recovery.web import kept_form
from recovery.web.forms.check_in_correction import CheckInCorrectionForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient import check_ins
from recovery.web.patient.check_in_form import Frame, check_in_body
from recovery.web.patient.correcting import answer_to, day_of_taken_back, found_standing, send, standing
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.patient.sign_answer import SavedSign, sign_answer
from recovery.web.present.check_in_page import correction_words
from recovery.web.team_line import numbers_of

pages = Blueprint("check_in_corrections", __name__)


@pages.get("/check-ins/<uuid:entry_id>/change")
@for_patients
def ask(entry_id: UUID) -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    entry, content = standing(about, entry_id, CheckIn)
    form = CheckInCorrectionForm(formdata=None, client_id=str(uuid4()), entry_id=str(entry_id))
    form.from_revision.data = str(entry.revision)
    form.fill(content, check_in_asks(about.episode.id, entry.recorded_on, corrects=entry))
    return _page(form, entry, about, 200)


@pages.post("/check-ins/changes")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def save() -> ResponseReturnValue:
    about, form, ticked = recording(), CheckInCorrectionForm(), kept_form.ticked_in(request)
    if about is None:
        return kept_form.not_saved(ticked, None, 409) if ticked else nothing_to_record(409)
    if ticked and found_standing(about, form.corrected_entry(), CheckIn) is None:
        return _answer_sign_of_lost(form, ticked, about)
    if day_of_taken_back(about, form.corrected_entry(), EntryKind.CHECK_IN):
        return check_ins.as_new(about)
    entry, check_in = _read(form, about)
    if ticked:
        return _answer_sign(form, ticked, entry, check_in, about)
    if check_in is None or form.ask_about(check_in, about.episode.operation.region):
        return _page(form, entry, about, 422)
    return answer_to(send(form, entry, check_in, about), form, entry, lambda status: _page(form, entry, about, status))


@pages.post("/check-ins/changes/unfinished")
@for_patients
def unfinished() -> ResponseReturnValue:
    """From the action page: the form again, with what was typed beside the sign."""
    about, form = recording(), CheckInCorrectionForm()
    if about is None:
        return nothing_to_record(409)
    entry, _check_in = _read(form, about)
    return _page(form, entry, about, 200)


def _read(form: CheckInCorrectionForm, about: Recording) -> tuple[Entry, CheckIn | None]:
    """What stands, and what was sent; None where it has to be put right first."""
    entry, content = standing(about, form.corrected_entry(), CheckIn)
    scored = [each.activity_id for each in content.activities]
    form.set_out(check_in_asks(about.episode.id, entry.recorded_on, corrects=entry), scored)
    return entry, form.read(about.today, about.operated_on, about.now, stands=entry.recorded_on)


def _answer_sign(
    form: CheckInCorrectionForm, ticked: WarningAnswer, entry: Entry, check_in: CheckIn | None, about: Recording
) -> ResponseReturnValue:
    """Save what can be saved, then say what to do and, truthfully, what was saved. A sign that cannot be saved within
    the correction becomes an entry of its own, unless it was ticked here before.
    """
    numbers = numbers_of(about.actor, about.now)  # before saving: what is saved is not answered with an error
    is_whole = check_in is not None and isinstance(send(form, entry, check_in, about), Corrected)
    is_told = not is_whole and _is_told(ticked, entry)
    if not is_whole and not is_told and not _is_saved_alone(form, ticked, about):
        return kept_form.not_saved(ticked, kept_form.of_request(request), 422)
    day = entry.recorded_on if is_told else form.signs_alone(about.today, ticked).recorded_on
    back_to = url_for("check_in_corrections.unfinished")
    return sign_answer(SavedSign(ticked, day, entry.id if is_whole else None, back_to), about, numbers)


def _answer_sign_of_lost(form: CheckInCorrectionForm, ticked: WarningAnswer, about: Recording) -> ResponseReturnValue:
    """The check-in was taken back meanwhile: the sign is an entry of its own, the rest can become a new check-in."""
    numbers = numbers_of(about.actor, about.now)
    form.read_day(about.today, about.operated_on, about.now)
    if not _is_saved_alone(form, ticked, about):
        return kept_form.not_saved(ticked, kept_form.of_request(request), 422)
    day = form.signs_alone(about.today, ticked).recorded_on
    return sign_answer(SavedSign(ticked, day, None, url_for("check_ins.unfinished")), about, numbers)


def _is_saved_alone(form: CheckInCorrectionForm, ticked: WarningAnswer, about: Recording) -> bool:
    alone = form.signs_alone(about.today, ticked)
    receipt = record_signs_alone(about.actor, form.sent_id() or uuid4(), alone, about.now)
    return isinstance(receipt, Recorded)


def _is_told(ticked: WarningAnswer, entry: Entry) -> bool:
    stands = entry.content.warning_signs.ticked if isinstance(entry.content, CheckIn) else ()
    return set(ticked.ticked) <= set(stands)


def _page(form: CheckInCorrectionForm, entry: Entry, about: Recording, status: int) -> ResponseReturnValue:
    words = correction_words(about.episode, entry.recorded_on)
    return check_in_body(form, Frame(url_for("check_in_corrections.save"), words, entry.recorded_on), about, status)
