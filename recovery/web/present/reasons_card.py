"""Each reason of a summary with its numbers and days, and the very entries behind it (PRODUCT.md, promise 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from recovery.domain.calendar import day_in_zone
from recovery.domain.evidence import EntryVersion, HeldDay
from recovery.domain.warning_signs import asked_words
from recovery.domain.worklist import CallAsked, Held, Reason, RecordedSign, Silent, WarningRaised
from recovery.records.evidence_received import Received
from recovery.web.present.dates import clock_words, short_day_from
from recovery.web.present.reason_words import held_css, held_words
from recovery.web.present.worklist_words import (
    Whose,
    moment_for_staff,
    reason_anchor,
    silence_words,
)

ReceivedBy = Mapping[tuple[UUID, int], Received]


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """`entry_id` None: the entry has no page here."""

    words: str
    entry_id: UUID | None


@dataclass(frozen=True, slots=True)
class EvidenceDay:
    day: str
    value: str
    entries: tuple[EvidenceEntry, ...]


@dataclass(frozen=True, slots=True)
class ReasonTold:
    """`held` are the days that raise it, newest first, `before` those that they are compared with."""

    anchor: str
    icon: str
    css: str
    title: str
    sentence: str
    held: tuple[EvidenceDay, ...] = ()
    before: tuple[EvidenceDay, ...] = ()


def reasons_card(reasons: Iterable[Reason], received: ReceivedBy, whose: Whose) -> tuple[ReasonTold, ...]:
    """What two rules say in the very same words of the very same entries stands once."""
    told: dict[ReasonTold, ReasonTold] = {}
    for reason in reasons:
        each = _told(reason, received, whose)
        told.setdefault(replace(each, anchor=""), each)
    return tuple(told.values())


def _told(reason: Reason, received: ReceivedBy, whose: Whose) -> ReasonTold:
    anchor = reason_anchor(reason.key)
    if isinstance(reason, WarningRaised):
        count = len(reason.signs)
        title = "Warning sign" if count == 1 else f"{count} warning signs"
        held = tuple(_day_of_sign(sign, received, whose) for sign in reason.signs)
        return ReasonTold(anchor, "warning", "chip-stop", title, "It stands until its outcome is recorded.", held)
    if isinstance(reason, CallAsked):
        when = moment_for_staff(reason.call.asked_at, whose.today, whose.zone)
        return ReasonTold(anchor, "phone", "chip-call", "Asked for a call", f"Asked {when}. No entry is behind it.")
    if isinstance(reason, Silent):
        return ReasonTold(anchor, "clock", "", silence_words(reason), _last_entry(reason, whose))
    return _told_of_held(reason, received, whose)


def _told_of_held(reason: Held, received: ReceivedBy, whose: Whose) -> ReasonTold:
    words, reader = held_words(reason), whose.reader

    def days(held: Sequence[HeldDay]) -> tuple[EvidenceDay, ...]:
        return tuple(
            EvidenceDay(
                short_day_from(whose.today, day.day),
                words.value(reason, day, reader),
                tuple(_entry(version, day.day, received, whose) for version in day.versions),
            )
            for day in reversed(held)
        )

    return ReasonTold(
        anchor=reason_anchor(reason.key),
        icon=words.icon,
        css=held_css(reason),
        title=words.short(reason, reader),
        sentence=words.sentence(reason, reader),
        held=days(reason.held),
        before=days(reason.before),
    )


def _day_of_sign(sign: RecordedSign, received: ReceivedBy, whose: Whose) -> EvidenceDay:
    entry = _entry(EntryVersion(sign.entry_id, sign.revision), sign.recorded_on, received, whose)
    return EvidenceDay(short_day_from(whose.today, sign.recorded_on), asked_words(sign.sign), (entry,))


def _last_entry(reason: Silent, whose: Whose) -> str:
    """Silence has no entries behind it."""
    if reason.since is None:
        return "Nothing was ever recorded."
    return f"The last entry is of {whose.reader.day(reason.since)}."


def _entry(version: EntryVersion, day: date, received: ReceivedBy, whose: Whose) -> EvidenceEntry:
    """Received at 9:12, version 2; with the day where it was not received on `day`, which it is about."""
    known = received.get((version.entry_id, version.revision))
    if known is None:
        return EvidenceEntry("Moved to another record", None)
    changed = f", version {version.revision}" if version.revision > 1 else ""
    on, time = day_in_zone(known.at, whose.zone), clock_words(known.at, whose.zone)
    when = f"at {time}" if on == day else f"{whose.reader.when(on)} at {time}"
    return EvidenceEntry(f"Received {when}{changed}", version.entry_id if known.opens else None)
