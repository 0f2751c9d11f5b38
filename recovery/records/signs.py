"""Ticked warning signs with what people decided about them."""

from collections import defaultdict
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from recovery.domain.entries import Withdrawal
from recovery.domain.outcomes import Outcome, SignOutcome
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import RecordedSign
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow, SignOutcomeRow, TickedSignRow
from recovery.records.entries import EntryRow
from recovery.records.people import Person


class _Ticked(NamedTuple):
    """A tick in one revision, and the newest revision of its entry."""

    row: TickedSignRow
    received_at: datetime
    recorded_on: date
    newest: int
    left_at: datetime | None
    withdrawal: Withdrawal | None

    @property
    def place(self) -> tuple[UUID, int, str, str]:
        return (self.row.entry_id, self.row.revision, self.row.sign_key, self.row.detail)


def signs_of(episodes: list[UUID]) -> dict[UUID, tuple[RecordedSign, ...]]:
    """Ticked signs of every revision and however old, with their outcomes, by episode; newest first. A tick that a
    correction left as it was is the same sign, once.
    """
    return _signs_by(EntryRow.episode_id, episodes)


def signs_of_patients(patients: list[UUID]) -> dict[UUID, tuple[RecordedSign, ...]]:
    """The same by patient, of every episode: a new operation closes no sign of the one before."""
    return _signs_by(EntryRow.patient_id, patients)


def _signs_by(owner: InstrumentedAttribute[UUID], ids: list[UUID]) -> dict[UUID, tuple[RecordedSign, ...]]:
    rows = db.session.execute(
        select(
            owner,
            TickedSignRow,
            CheckInRow.received_at,
            CheckInRow.recorded_on,
            EntryRow.revision,
            EntryRow.taken_back_at,
            EntryRow.withdrawal,
        )
        .join(
            CheckInRow,
            (CheckInRow.entry_id == TickedSignRow.entry_id) & (CheckInRow.revision == TickedSignRow.revision),
        )
        .join(EntryRow, EntryRow.id == CheckInRow.entry_id)
        .where(_is_of(owner, ids))
        .order_by(CheckInRow.received_at.desc(), TickedSignRow.position)
    )
    by_owner: dict[UUID, list[_Ticked]] = defaultdict(list)
    for owner_id, *told in rows:
        by_owner[owner_id].append(_Ticked(*told))
    outcomes = _outcomes_by(owner, ids)
    corrected = _corrections([each for ticks in by_owner.values() for each in ticks])
    return {owner_id: _told_once(ticks, outcomes, corrected) for owner_id, ticks in by_owner.items()}


def _is_of(owner: InstrumentedAttribute[UUID], ids: list[UUID]) -> ColumnElement[bool]:
    """Of many, whose entries could be years of them, the few ticks are looked through and not every entry: a value that
    has no index leaves the database no other way.
    """
    return owner.in_(ids) if len(ids) == 1 else func.coalesce(owner, owner).in_(ids)


def _told_once(
    ticks: list[_Ticked], outcomes: dict[int, list[SignOutcome]], corrected: dict[tuple[UUID, int], datetime]
) -> tuple[RecordedSign, ...]:
    places = {each.place for each in ticks}
    return tuple(
        RecordedSign(
            id=each.row.id,
            entry_id=each.row.entry_id,
            revision=each.row.revision,
            sign=TickedSign(Tier(each.row.tier), each.row.sign_key, each.row.detail),
            ticked_at=each.received_at,
            recorded_on=each.recorded_on,
            outcomes=tuple(outcomes.get(each.row.id, ())),
            taken_back_at=_taken_back_at(each, places, corrected),
        )
        for each in ticks
        if _place_at(each, each.row.revision - 1) not in places
    )


def _place_at(tick: _Ticked, revision: int) -> tuple[UUID, int, str, str]:
    return (tick.row.entry_id, revision, tick.row.sign_key, tick.row.detail)


def _taken_back_at(
    tick: _Ticked, places: set[tuple[UUID, int, str, str]], corrected: dict[tuple[UUID, int], datetime]
) -> datetime | None:
    """When the first revision without the tick was received, or when the whole entry was taken back."""
    without = next(
        (each for each in range(tick.row.revision + 1, tick.newest + 1) if _place_at(tick, each) not in places), None
    )
    if without is not None:
        return corrected[tick.row.entry_id, without]
    return tick.left_at if tick.withdrawal is Withdrawal.TAKEN_BACK else None


def _corrections(ticks: list[_Ticked]) -> dict[tuple[UUID, int], datetime]:
    """When each revision of an entry that was corrected after a tick was received."""
    entries = {each.row.entry_id for each in ticks if each.newest > 1}
    rows = db.session.execute(
        select(CheckInRow.entry_id, CheckInRow.revision, CheckInRow.received_at).where(CheckInRow.entry_id.in_(entries))
    )
    return {(entry_id, revision): received_at for entry_id, revision, received_at in rows}


def has_open_sign(patient_id: UUID) -> bool:
    """Whether any sign of signs_of_patients() is open, in one statement: what a correction left ticked is the sign of
    the revision before, whose outcome counts.
    """
    before = aliased(TickedSignRow)
    is_left_ticked = exists().where(
        before.entry_id == TickedSignRow.entry_id,
        before.revision == TickedSignRow.revision - 1,
        before.sign_key == TickedSignRow.sign_key,
        before.detail == TickedSignRow.detail,
    )
    is_closed = exists().where(
        SignOutcomeRow.ticked_sign_id == TickedSignRow.id,
        SignOutcomeRow.outcome.in_([outcome for outcome in SignOutcome if outcome.closes]),
    )
    ticked = select(TickedSignRow.id).join(EntryRow, EntryRow.id == TickedSignRow.entry_id)
    waiting = ticked.where(EntryRow.patient_id == patient_id, ~is_left_ticked, ~is_closed)
    return bool(db.session.scalar(select(waiting.exists())))


def _outcomes_by(owner: InstrumentedAttribute[UUID], ids: list[UUID]) -> dict[int, list[SignOutcome]]:
    """By ticked sign, oldest first."""
    rows = db.session.execute(
        select(SignOutcomeRow.ticked_sign_id, SignOutcomeRow.outcome)
        .join(TickedSignRow, TickedSignRow.id == SignOutcomeRow.ticked_sign_id)
        .join(EntryRow, EntryRow.id == TickedSignRow.entry_id)
        .where(_is_of(owner, ids))
        .order_by(SignOutcomeRow.id)
    )
    by_sign: dict[int, list[SignOutcome]] = defaultdict(list)
    for sign_id, outcome in rows:
        by_sign[sign_id].append(outcome)
    return by_sign


def days_with_signs(episode_id: UUID) -> frozenset[date]:
    """The days about which a warning sign was ticked in the newest revision of a check-in."""
    rows = db.session.scalars(
        select(EntryRow.recorded_on)
        .join(TickedSignRow, (EntryRow.id == TickedSignRow.entry_id) & (EntryRow.revision == TickedSignRow.revision))
        .where(EntryRow.episode_id == episode_id, EntryRow.taken_back_at.is_(None))
    )
    return frozenset(rows)


def outcomes_told(episode_id: UUID) -> tuple[Outcome, ...]:
    """What was decided about the signs of an episode, oldest first."""
    rows = db.session.execute(
        select(TickedSignRow.sign_key, TickedSignRow.detail, SignOutcomeRow, Person.given_name, Person.family_name)
        .join(TickedSignRow, TickedSignRow.id == SignOutcomeRow.ticked_sign_id)
        .join(EntryRow, EntryRow.id == TickedSignRow.entry_id)
        .join(Person, Person.id == SignOutcomeRow.by_id)
        .where(EntryRow.episode_id == episode_id)
        .order_by(SignOutcomeRow.id)
    )
    return tuple(
        Outcome(key, detail, row.outcome, row.note, f"{given} {family}", row.at, row.ticked_sign_id)
        for key, detail, row, given, family in rows
    )
