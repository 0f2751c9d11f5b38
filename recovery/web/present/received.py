"""When something was recorded, as the patient's clock showed it."""

from datetime import date, datetime

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.web.present.dates import clock_words, day_words

WORDS = words("common")


def received_words(instant: datetime, day: date, zone: str) -> str:
    """At 9:12; with the day where it was not received on `day`, which it is about."""
    time, received_on = clock_words(instant, zone), day_in_zone(instant, zone)
    if received_on == day:
        return WORDS.at_time.format(time=time)
    return WORDS.on_day_at_time.format(day=day_words(received_on), time=time)
