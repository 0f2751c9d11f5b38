"""Ticked warning signs with what people decided about them."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import select

from recovery.domain.outcomes import Outcome, SignOutcome
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import RecordedSign
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow, SignOutcomeRow, TickedSignRow
from recovery.records.entries import EntryRow
from recovery.records.people import Person


def signs_of(episodes: list[UUID]) -> dict[UUID, tuple[RecordedSign, ...]]:
    """Ticked signs of every revision and however old, with their outcomes, by episode; newest first."""
    rows = db.session.execute(
        select(EntryRow.episode_id, TickedSignRow, CheckInRow.received_at, CheckInRow.recorded_on)
        .join(
            CheckInRow,
            (CheckInRow.entry_id == TickedSignRow.entry_id) & (CheckInRow.revision == TickedSignRow.revision),
        )
        .join(EntryRow, EntryRow.id == CheckInRow.entry_id)
        .where(EntryRow.episode_id.in_(episodes))
        .order_by(CheckInRow.received_at.desc(), TickedSignRow.position)
    )
    outcomes = _outcomes_of(episodes)
    by_episode: dict[UUID, list[RecordedSign]] = defaultdict(list)
    for episode_id, row, received_at, recorded_on in rows:
        sign = TickedSign(Tier(row.tier), row.sign_key, row.detail)
        decided = tuple(outcomes.get(row.id, ()))
        by_episode[episode_id].append(
            RecordedSign(row.id, row.entry_id, row.revision, sign, received_at, recorded_on, decided)
        )
    return {episode_id: tuple(signs) for episode_id, signs in by_episode.items()}


def _outcomes_of(episodes: list[UUID]) -> dict[int, list[SignOutcome]]:
    """By ticked sign, oldest first."""
    rows = db.session.execute(
        select(SignOutcomeRow.ticked_sign_id, SignOutcomeRow.outcome)
        .join(TickedSignRow, TickedSignRow.id == SignOutcomeRow.ticked_sign_id)
        .join(EntryRow, EntryRow.id == TickedSignRow.entry_id)
        .where(EntryRow.episode_id.in_(episodes))
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
        Outcome(key, detail, row.outcome, row.note, f"{given} {family}", row.at)
        for key, detail, row, given, family in rows
    )
