"""What a patient agreed to, and whether they are asked again."""

from recovery.content import consent
from recovery.domain.calendar import day_in_zone
from recovery.records.consents import Consent
from recovery.web.present.dates import day_and_year

ASKED_AGAIN = "We changed what you agreed to when you joined. Please read it and agree again."


def is_asked_again(given: Consent | None) -> bool:
    return given is None or given.version < consent.VERSION


def agreed_words(given: Consent | None, zone: str) -> str:
    """You agreed to version 1 on 3 May 2026."""
    if given is None:
        return "You have not agreed yet."
    on = day_and_year(day_in_zone(given.given_at, zone))
    newest = "" if given.version >= consent.VERSION else f" The words below are version {consent.VERSION}."
    return f"You agreed to version {given.version} on {on}.{newest}"
