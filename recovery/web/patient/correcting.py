"""What correcting any kind of entry has in common: what stands now, sending the correction, and the answer to it."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.correct_entry import Corrected, Correction, NoSuchEntry, NotCorrected, correct_entry
from recovery.content.wording import words
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind, NotWell, Withdrawal
from recovery.domain.therapy import TherapySession
from recovery.records.entries import own_entry
from recovery.records.entry_versions import entry_versions
from recovery.web.forms.correction import CorrectionForm
from recovery.web.patient.recording import Recording, nothing_to_record

Kind = TypeVar("Kind", CheckIn, TherapySession, NotWell)


def standing(about: Recording, entry_id: UUID | None, kind: type[Kind]) -> tuple[Entry, Kind]:
    """The entry as it stands now. Of another kind, another patient's, or taken back: not there."""
    found = found_standing(about, entry_id, kind)
    if found is None:
        abort(404)
    return found


def day_of_taken_back(about: Recording, entry_id: UUID | None, kind: EntryKind) -> date | None:
    """The day of an entry that was undone or taken back since the form was opened: what was typed can become a new
    one. None for anything else.
    """
    head = own_entry(about.actor.id, entry_id) if entry_id else None
    is_lost = head is not None and head.withdrawal in {Withdrawal.UNDONE, Withdrawal.TAKEN_BACK}
    return head.recorded_on if head is not None and is_lost and head.kind is kind else None


def found_standing(about: Recording, entry_id: UUID | None, kind: type[Kind]) -> tuple[Entry, Kind] | None:
    versions = entry_versions(about.episode.id, entry_id) if entry_id else ()
    if not versions or versions[0].taken_back_at is not None or not isinstance(versions[0].content, kind):
        return None
    return versions[0], versions[0].content


def send(form: CorrectionForm, entry: Entry, content: Kind, about: Recording) -> Corrected | NotCorrected:
    try:
        return correct_entry(about.actor, Correction(entry.id, form.corrected_revision(), content), about.now)
    except NoSuchEntry:
        abort(404)


def answer_to(
    sent: Corrected | NotCorrected, form: CorrectionForm, entry: Entry, page: Callable[[int], ResponseReturnValue]
) -> ResponseReturnValue:
    """The page after saving; or the form again, from the version that stands now, where it was changed meanwhile."""
    if isinstance(sent, Corrected):
        return redirect(url_for("own_entries.saved", entry_id=sent.entry_id), 303)
    if sent is NotCorrected.STALE:
        form.from_revision.data = str(entry.revision)
        form.client_id.errors = [words("check_in").changed_meanwhile]
        return page(409)
    return nothing_to_record(409)
