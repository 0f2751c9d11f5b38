"""Why a patient stands where they stand, in words. Reasons come as values from domain/worklist.py.

What a patient ticked or asked for, and silence, has its words here; what entries hold in reason_words.py.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from recovery.domain.calendar import day_in_zone
from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import EpisodeStatus
from recovery.domain.last_look import NOTHING_NEW, NewSince
from recovery.domain.operation import Region
from recovery.domain.warning_answer import Tier
from recovery.domain.warning_signs import asked_words
from recovery.domain.worklist import CallAsked, Group, Reason, ReasonKey, RecordedSign, Silent, WarningRaised
from recovery.web.present.dates import clock_words, day_from, with_year_if_other
from recovery.web.present.reason_days import Reader
from recovery.web.present.reason_words import held_css, held_words
from recovery.web.present.received import received_words

GROUP_TITLES = {
    Group.NOW: "Warning signs: look now",
    Group.TODAY: "Look at today",
    Group.NOT_HEARD_FROM: "Not heard from",
    Group.NEXT_VISIT: "Next visit",
    Group.NOTHING_RAISED: "Nothing raised",
    Group.NOT_RECORDING: "Not recording",
}
STATUS_WORDS = {
    EpisodeStatus.ACTIVE: "",
    EpisodeStatus.IN_HOSPITAL: "In hospital",
    EpisodeStatus.PAUSED: "Paused",
    EpisodeStatus.DISCHARGED: "Discharged",
    EpisodeStatus.MOVED: "Moved away",
    EpisodeStatus.DIED: "Died",
}
STATUS_CHOICES = STATUS_WORDS | {EpisodeStatus.ACTIVE: "Active"}
TOLD = {Tier.EMERGENCY: "told to call the emergency number", Tier.TODAY: "told to call the team"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A reason in words with an icon; `css` is "chip-stop" only for warning signs. `anchor` is where the summary tells
    of it, `is_new` whether it is new since the reader's last look.
    """

    words: str
    icon: str
    css: str = ""
    anchor: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Whose:
    """The patient's own day and zone, and where the operation was."""

    today: date
    zone: str
    region: Region

    @property
    def reader(self) -> Reader:
        return Reader(self.today, self.region)


def reason_anchor(key: ReasonKey) -> str:
    """As in reason-w3-leg: its place on the summary."""
    return re.sub(r"[^a-z0-9]+", "-", f"reason {key.rule} {key.about}".strip().lower())


def chips(reasons: Iterable[Reason], whose: Whose, new: NewSince = NOTHING_NEW) -> tuple[Chip, ...]:
    """What two rules say in the very same words stands once."""
    told: dict[str, Chip] = {}
    for reason in reasons:
        for chip in _chips(reason, whose, new):
            told.setdefault(chip.words, chip)
    return tuple(told.values())


def _chips(reason: Reason, whose: Whose, new: NewSince) -> tuple[Chip, ...]:
    anchor, is_new = reason_anchor(reason.key), reason.key in new.keys
    if isinstance(reason, WarningRaised):
        return tuple(
            Chip(sign_words(sign, whose.today, whose.zone), "warning", "chip-stop", anchor, sign.id in new.sign_ids)
            for sign in reason.signs
        )
    if isinstance(reason, CallAsked):
        asked = f"Asked for a call, {moment_for_staff(reason.call.asked_at, whose.today, whose.zone)}"
        return (Chip(asked, "phone", "chip-call", anchor, is_new),)
    if isinstance(reason, Silent):
        return (Chip(silence_words(reason), "clock", "", anchor, is_new),)
    words = held_words(reason)
    return (Chip(words.short(reason, whose.reader), words.icon, held_css(reason), anchor, is_new),)


def moment_for_staff(at: datetime, today: date, zone: str) -> str:
    """Today 9:12; on the patient's own clock."""
    on = day_in_zone(at, zone)
    day = {0: "today", 1: "yesterday"}.get((today - on).days, with_year_if_other(on, today))
    return f"{day} {clock_words(at, zone)}"


def call_outcome(call: AskedCall, today: date, zone: str) -> str:
    """What came of a request for a call that is no longer open; "" while it is."""
    if call.taken_back_at is not None:
        return f"Taken back by the patient, {moment_for_staff(call.taken_back_at, today, zone)}"
    if call.closed_at is None:
        return ""
    when = moment_for_staff(call.closed_at, today, zone)
    return f"{call.closed_by} {'called, and they answered' if call.was_called else 'looked and closed it'}, {when}"


@dataclass(frozen=True, slots=True)
class OpenSign:
    """A warning sign to be closed: `id` is sent back, so that just what was on the page is closed."""

    id: int
    words: str


def open_sign_words(reasons: Iterable[Reason], today: date, zone: str) -> tuple[OpenSign, ...]:
    return tuple(
        OpenSign(sign.id, sign_words(sign, today, zone))
        for reason in reasons
        if isinstance(reason, WarningRaised)
        for sign in reason.signs
    )


def sign_words(sign: RecordedSign, today: date, zone: str) -> str:
    """Warning sign: one calf or thigh is sore and swollen. Today at 9:12, told to call the team."""
    asked = asked_words(sign.sign)
    words = asked if asked.startswith("I ") else f"{asked[0].lower()}{asked[1:]}"
    when = f"{day_from(today, sign.recorded_on)}, recorded {received_words(sign.ticked_at, sign.recorded_on, zone)}"
    return f"Warning sign: {words}. {when}, {TOLD[sign.sign.tier]}{_taken_back_words(sign, today, zone)}"


def _taken_back_words(sign: RecordedSign, today: date, zone: str) -> str:
    """It closes nothing (CLINICAL.md 6, W1); it only says so."""
    at = sign.taken_back_at
    return f", taken back by the patient {moment_for_staff(at, today, zone)}" if at else ""


def silence_words(reason: Silent) -> str:
    """No entry for 4 days; of who was set to it: Not recording. No entry for 40 days."""
    days = f"{reason.days} day" if reason.days == 1 else f"{reason.days} days"
    words = f"No entry for {days}" if reason.since else f"No entry yet, {days}"
    if reason.group is not Group.NOT_RECORDING:
        return words
    return f"Not recording. {words}" if reason.days else "Not recording"
