"""What a patient agreed to, and whether they are asked again."""

from recovery.content import consent
from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.records.consents import Consent
from recovery.web.present.dates import day_and_year

WORDS = words("account")


def is_asked_again(given: Consent | None) -> bool:
    return given is None or given.version < consent.VERSION


def asked_again_words(given: Consent | None) -> str:
    """Empty where the agreement stands."""
    return WORDS.asked_again if is_asked_again(given) else ""


def agreed_words(given: Consent | None, zone: str) -> str:
    """You agreed to version 1 on 3 May 2026."""
    if given is None:
        return WORDS.not_agreed_yet
    on = day_and_year(day_in_zone(given.given_at, zone))
    agreed = WORDS.agreed_to if given.version >= consent.VERSION else WORDS.agreed_to_older
    return agreed.format(version=given.version, day=on, newest=consent.VERSION)
