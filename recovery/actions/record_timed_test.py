"""Timed tests: switch them on for a patient, record results, put one right. Whoever records one was there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.change import Changed
from recovery.domain.timed_tests import RecordedTest, ResultVersion, TimedResult, allowed_test_days
from recovery.extensions import db
from recovery.records.changes import add_changes
from recovery.records.episodes import EpisodeRow, shown_episode_row
from recovery.records.people import Patient
from recovery.records.scope import patient_in_care_of
from recovery.records.timed_tests import (
    TimedTestRow,
    add_version,
    timed_test_of,
    timed_tests_sent_as,
)


class NoSuchTest(LookupError):  # noqa: N818 - named for what it is
    """Not one of this recovery's."""


class NotStored(StrEnum):
    """Nothing was stored. `SENT_BEFORE`: that form came before, with other results. `STALE`: it was changed meanwhile,
    in another tab or by a colleague.
    """

    OFF = "off"
    ENDED = "ended"
    DAY_NOT_ALLOWED = "day_not_allowed"
    SENT_BEFORE = "sent_before"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class TimedCorrection:
    """`from_revision` is the one that the form showed."""

    test_id: UUID
    from_revision: int
    result: TimedResult
    is_taken_back: bool = False


def switch_timed_tests(actor: Actor, patient_id: UUID, now: datetime, *, on: bool) -> bool:
    """For the recovery that staff see; False when it is so already. Raises NoSuchPatient, Refused."""
    access.require(actor, Action.TIME_TESTS)
    with writing():
        row = _episode(actor, patient_id, now)
        if row.timed_tests_on is on:
            return False
        row.timed_tests_on = on
        add_changes(patient_id, row.id, actor.id, now, {Changed.TIMED_TESTS: (_switch(not on), _switch(on))})
        write_down(actor, Note(f"switched {_switch(on)} timed tests", patient_id, str(row.id)), now)
        return True


def record_timed_tests(
    actor: Actor, patient_id: UUID, client_id: UUID, results: Sequence[TimedResult], now: datetime
) -> NotStored | None:
    """None when they are stored, also when they had been before. At most one result of each test. Raises NoSuchPatient,
    Refused.
    """
    access.require(actor, Action.TIME_TESTS)
    with writing():
        row = _episode(actor, patient_id, now)
        before = timed_tests_sent_as(row.id, client_id)
        if before:
            return None if _are_same(before, results) else NotStored.SENT_BEFORE
        refused = _refused(row, results, now)
        if refused:
            return refused
        for result in results:
            head = TimedTestRow(episode_id=row.id, client_id=client_id, test=result.test)
            db.session.add(head)
            db.session.flush()
            add_version(head.id, 1, result, actor.id, now)
            write_down(actor, Note("recorded a timed test", patient_id, str(head.id), (result.test.value,)), now)
        return None


def correct_timed_test(actor: Actor, patient_id: UUID, correction: TimedCorrection, now: datetime) -> NotStored | None:
    """Add a version, also to one of a recovery that has ended. None when it stands so, also when it did already. Raises
    NoSuchPatient, NoSuchTest, Refused.
    """
    access.require(actor, Action.TIME_TESTS)
    with writing():
        row = _episode(actor, patient_id, now)
        standing = timed_test_of(row.id, correction.test_id)
        if standing is None or standing.result.test is not correction.result.test:
            raise NoSuchTest
        newest, result, is_taken_back = standing.newest, correction.result, correction.is_taken_back
        if (newest.result, newest.is_taken_back) == (result, is_taken_back):
            return None
        refused = _not_correctable(row, newest, correction, now)
        if refused:
            return refused
        add_version(standing.id, newest.revision + 1, result, actor.id, now, is_taken_back=is_taken_back)
        verb = "took back" if is_taken_back else "corrected"
        write_down(actor, Note(f"{verb} a timed test", patient_id, str(standing.id), (result.test.value,)), now)
        return None


def _not_correctable(
    row: EpisodeRow, newest: ResultVersion, correction: TimedCorrection, now: datetime
) -> NotStored | None:
    """The day that stands may stay, also where the operation's date was put right since."""
    if newest.revision != correction.from_revision:
        return NotStored.STALE
    is_same_day = correction.result.done_on == newest.result.done_on
    return None if is_same_day or _is_day_allowed(row, correction.result, now) else NotStored.DAY_NOT_ALLOWED


def _episode(actor: Actor, patient_id: UUID, now: datetime) -> EpisodeRow:
    row = shown_episode_row(patient_id) if patient_in_care_of(actor, patient_id, now) else None
    if row is None:
        raise NoSuchPatient
    return row


def _switch(on: bool) -> str:  # noqa: FBT001 - its only argument
    return "on" if on else "off"


def _are_same(before: Sequence[RecordedTest], results: Sequence[TimedResult]) -> bool:
    """Whether the form left exactly these: the first version of each."""
    return {each.versions[-1].result for each in before} == set(results)


def _refused(row: EpisodeRow, results: Sequence[TimedResult], now: datetime) -> NotStored | None:
    if not row.as_value().is_running:
        return NotStored.ENDED
    if not row.timed_tests_on:
        return NotStored.OFF
    return None if all(_is_day_allowed(row, each, now) for each in results) else NotStored.DAY_NOT_ALLOWED


def _is_day_allowed(row: EpisodeRow, result: TimedResult, now: datetime) -> bool:
    patient = db.session.get_one(Patient, row.patient_id)
    first, last = allowed_test_days(row.operated_on, patient.born_on, day_in_zone(now, patient.zone))
    return first <= result.done_on <= last
