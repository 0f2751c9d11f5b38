"""When something was recorded, as the patient's clock showed it."""

from datetime import date, datetime

from recovery.domain.calendar import day_in_zone
from recovery.web.present.dates import clock_words, day_words


def received_words(instant: datetime, day: date, zone: str) -> str:
    """At 9:12; with the day where it was not received on `day`, which it is about."""
    at = f"at {clock_words(instant, zone)}"
    received_on = day_in_zone(instant, zone)
    return at if received_on == day else f"on {day_words(received_on)} {at}"
