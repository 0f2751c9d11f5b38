"""The days of a reason in words: which they are, whether they follow each other, and whether it goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.adherence import WEEK
from recovery.domain.evidence import HeldDay
from recovery.domain.expected_course import Site
from recovery.domain.operation import Region
from recovery.web.present.dates import short_day_from
from recovery.web.present.operation_words import pain_names

FEW = 4
"""Days that a sentence names one by one; of more it names the first and the last."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The patient's own day, and where the operation was: after one of the neck pain is of neck and arm."""

    today: date
    region: Region

    def pain(self, site: Site) -> str:
        """Leg pain."""
        back, limb = pain_names(self.region)
        return f"{back if site is Site.BACK else limb} pain"

    def day(self, day: date) -> str:
        """Today, yesterday, 18 Nov: inside a sentence."""
        told = short_day_from(self.today, day)
        return told if told[0].isdigit() else told.lower()

    def days(self, days: Sequence[HeldDay], value: Callable[[HeldDay], str]) -> str:
        """8 on 3 May, 9 on 4 May."""
        named = days if len(days) <= FEW else (days[0], days[-1])
        told = [f"{value(each)} {self.when(each.day)}".strip() for each in named]
        return ", ".join(told) if len(days) <= FEW else f"first {told[0]}, last {told[1]}"

    def when(self, day: date) -> str:
        """On 3 May, today."""
        told = self.day(day)
        return f"on {told}" if told[0].isdigit() else told

    def last(self, held: Sequence[HeldDay]) -> str:
        """Nothing while it goes on; else the day on which it did last."""
        last = held[-1].day
        return f", last {self.when(last)}" if self.today - last > timedelta(days=1) else ""


def running(held: Sequence[HeldDay]) -> str:
    """3 days running, where no day lies between them; else 3 days with entries; or 1 day."""
    count = len(held)
    if count == 1:
        return "1 day"
    if (held[-1].day - held[0].day).days == count - 1:
        return f"{count} days running"
    return f"{count} days with entries"


def often(held: Sequence[HeldDay]) -> str:
    """Twice in 7 days; of more than a week with its own number of days."""
    span = (held[-1].day - held[0].day).days + 1
    times = "twice" if len(held) == 2 else f"{len(held)} times"  # noqa: PLR2004 - the word for two
    return f"{times} in {max(span, WEEK)} days"
