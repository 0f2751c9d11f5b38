"""The team's telephone line: a clinic's own number and hours for its people, the configured ones for everybody else.

Pages that read the database ask `numbers_of`. It also keeps what it found in the browser's signed form cookie, from
which `numbers_known` tells it where the database is not asked: the public page, and the answers to what went wrong.
"""

from dataclasses import replace
from datetime import datetime

from flask import session

from recovery.domain.access import Actor, Role
from recovery.domain.calendar import day_in_zone
from recovery.records.clinics import clinic_details
from recovery.web.present.hours_words import hours_words
from recovery.web.present.warning_page import PhoneNumbers
from recovery.web.shell import fallback_numbers

KEPT = "team_line"
FOR_PATIENT = "is_patients"


def numbers_known() -> PhoneNumbers:
    """Reads no database: what the cookie holds, else what is configured."""
    configured, kept = fallback_numbers(), session.get(KEPT)
    if not kept:
        return configured
    number, hours = kept
    return replace(configured, team=number, team_hours=hours)


def numbers_of(actor: Actor, now: datetime) -> PhoneNumbers:
    """Of the actor's clinic, as they are now. The cookie is only written when they changed."""
    clinic, elsewhere = clinic_details(actor.clinic_id), fallback_numbers().team
    hours = hours_words(
        clinic.hours, day_in_zone(now, clinic.zone), elsewhere if elsewhere != clinic.team_number else ""
    )
    if session.get(KEPT) != [clinic.team_number, hours]:
        session[KEPT] = [clinic.team_number, hours]
    if session.get(FOR_PATIENT) != (actor.role is Role.PATIENT):
        session[FOR_PATIENT] = actor.role is Role.PATIENT
    return numbers_known()


def is_patients_phone() -> bool:
    """Whether a patient signed in here last, and did not sign out. Reads no database, so it proves nothing: it only
    decides which links are shown.
    """
    return bool(session.get(FOR_PATIENT))


def forget_numbers() -> None:
    """At sign-out: the next person on this phone may belong to another clinic."""
    session.pop(KEPT, None)
    session.pop(FOR_PATIENT, None)
