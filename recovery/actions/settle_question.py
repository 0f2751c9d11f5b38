"""A question that was asked is taken back by the patient, or ticked off by staff as talked about: the first counts."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.records.scope import patient_in_care_of
from recovery.records.visit_questions import question_of


class NoSuchQuestion(LookupError):  # noqa: N818 - an answer, not an accident
    """Not this patient's, or not there at all: to the caller the same."""


class Left(StrEnum):
    """What became of a question that was to be taken back."""

    TAKEN_BACK = "taken_back"
    ANSWERED = "answered"


def take_back_question(actor: Actor, question_id: UUID, now: datetime) -> Left:
    """One that was talked about meanwhile stays. Sent again it is the same answer. Raises NoSuchQuestion, Refused."""
    access.require(actor, Action.ASK_TEAM)
    with writing():
        row = question_of(actor.id, question_id)
        if row is None:
            raise NoSuchQuestion
        if row.answered_at is not None:
            return Left.ANSWERED
        if row.taken_back_at is None:
            row.taken_back_at = now
            write_down(actor, Note("took back a question", actor.id, str(row.id)), now)
        return Left.TAKEN_BACK


def answer_question(actor: Actor, patient_id: UUID, question_id: UUID, now: datetime) -> Left:
    """Ticked off as talked about, by whoever was first. Raises NoSuchQuestion, Refused."""
    access.require(actor, Action.ANSWER_QUESTION)
    with writing():
        row = question_of(patient_id, question_id) if patient_in_care_of(actor, patient_id, now) else None
        if row is None:
            raise NoSuchQuestion
        if row.taken_back_at is not None:
            return Left.TAKEN_BACK
        if row.answered_at is None:
            row.answered_at, row.answered_by_id = now, actor.id
            write_down(actor, Note("talked about a question", patient_id, str(row.id)), now)
        return Left.ANSWERED
