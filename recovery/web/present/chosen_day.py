"""The day that an entry is for, and which other days can be chosen."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from recovery.content.wording import words
from recovery.domain.check_in import allowed_days
from recovery.domain.episode import Episode
from recovery.web.present.dates import day_words
from recovery.web.present.recovery_day import day_of_recovery

ONE_DAY = timedelta(days=1)
WORDS = words("check_in")


@dataclass(frozen=True, slots=True)
class ChosenDay:
    """`before` can be chosen by a link with the words `before_words`; None where no entry may be for it."""

    on: date
    words: str
    is_today: bool
    before: date | None
    before_words: str
    first: date
    last: date


def chosen_day(day: date, episode: Episode, today: date, now: datetime) -> ChosenDay:
    first, last = allowed_days(episode.operation.operated_on, now)
    before = day - ONE_DAY
    return ChosenDay(
        on=day,
        words=WORDS.day_and_date.format(day=day_of_recovery(episode, day), date=day_words(day)),
        is_today=day == today,
        before=before if before >= first else None,
        before_words=WORDS.yesterday if day == today else day_words(before),
        first=first,
        last=last,
    )
