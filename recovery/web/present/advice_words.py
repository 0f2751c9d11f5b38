"""Advice that a physiotherapist pinned, in the patient's words: whose it is, since when, and what it stands in for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.advice import Advice
from recovery.domain.calendar import day_in_zone
from recovery.web.present.dates import with_year_if_other
from recovery.web.present.listed import listed

WORDS = words("learn")


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """`words` are the physiotherapist's own."""

    title: str
    words: str
    about: str


def advice_words(advice: Advice, headings: Sequence[str], zone: str, today: date) -> AdviceWords:
    """`headings` are those of the passages whose place it takes where it is shown."""
    since = with_year_if_other(day_in_zone(advice.pinned_at, zone), today)
    told = [WORDS.advice_since.format(day=since)]
    if advice.is_about_everything:
        told.append(WORDS.in_place_of_all)
    elif headings:
        quoted = listed([WORDS.quoted_heading.format(heading=each) for each in headings])
        told.append(WORDS.in_place_of_passage.format(heading=quoted))
    return AdviceWords(WORDS.advice_from.format(name=advice.by), advice.words, " ".join(told))
