"""Invitations in words: the card, and who has not joined yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recovery.domain.calendar import day_in_zone
from recovery.domain.invitation import ShownOn, in_groups
from recovery.web.present.dates import clock_words, with_year_if_other
from recovery.web.present.qr import QrDrawing, qr_drawing

SHOWN_ON = {
    ShownOn.PAPER.value: (ShownOn.PAPER, "On paper: works for 72 hours"),
    ShownOn.SCREEN.value: (ShownOn.SCREEN, "On this screen, now: works for 15 minutes"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """What is handed over. `address` is typed by somebody who cannot scan; the QR code holds it with the code."""

    name: str
    address: str
    code: str
    qr: QrDrawing
    until: str
    second_answer: str


def card(name: str, address: str, code: str, expires_at: datetime, zone: str, second_answer: str) -> Card:
    return Card(
        name=name,
        address=address.removeprefix("https://").removeprefix("http://"),
        code=in_groups(code),
        qr=qr_drawing(f"{address}#{code}"),
        until=moment_words(expires_at, zone),
        second_answer=second_answer,
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Enrolled and not joined. `ends` is "" when there is no open code."""

    person_id: UUID
    name: str
    about: str
    ends: str


def moment_words(instant: datetime, zone: str) -> str:
    """Wednesday 25 November, 14:05."""
    on = day_in_zone(instant, zone)
    return f"{with_year_if_other(on, on)}, {clock_words(instant, zone)}"
