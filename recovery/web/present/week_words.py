"""The last week in words, built from values by rules: up or down from 2 points, else "about the same"; days without an
entry are named. Nothing is said that was not recorded.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from recovery.content.wording import words
from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode
from recovery.domain.week import Change, Week
from recovery.domain.week import week as week_of
from recovery.web.present.dates import weekday
from recovery.web.present.listed import listed
from recovery.web.present.numbers import counted
from recovery.web.present.operation_words import pain_names

WORDS = words("week")
MOST_NAMED = 3
"""Missing days are named up to here; more are counted."""


def week_sentences(week: Week, names: tuple[str, str]) -> tuple[str, ...]:
    """The answer first: the larger change of pain, then walking, then what is missing. Empty where nothing was recorded
    in these seven days and nothing before.
    """
    told = [*_pain(week, names), *_walking(week.walking)]
    if told and week.has_nothing_before:
        told.append(WORDS.nothing_to_compare)
    return (*told, *_missing(week))


def how_it_goes(figures: Mapping[date, DayFigure], episode: Episode, today: date) -> str:
    """The first sentence about the week; "" where there is none to tell yet."""
    of_week = week_of(figures, today)
    is_told = of_week.back or of_week.leg or of_week.walking
    return week_sentences(of_week, pain_names(episode.operation.region))[0] if is_told else ""


def _pain(week: Week, names: tuple[str, str]) -> list[str]:
    sites = [(name.lower(), change) for name, change in zip(names, (week.back, week.leg), strict=True) if change]
    if len(sites) > 1 and all(change.by == 0 for _name, change in sites):
        return [WORDS.both_about_the_same.format(first=sites[0][0], second=sites[1][0])]
    by_size = sorted(sites, key=lambda site: -abs(site[1].by or 0))
    is_up = any(change.by and change.by > 0 for _name, change in sites)
    return [*(_site(name, change) for name, change in by_size), *([WORDS.if_up] if is_up else [])]


def _site(name: str, change: Change) -> str:
    if change.by is None:
        return WORDS.pain_average.format(site=name, now=change.now)
    if change.by == 0:
        return WORDS.about_the_same.format(site=name)
    sentence = WORDS.pain_up if change.by > 0 else WORDS.pain_down
    return sentence.format(site=name, points=abs(change.by))


def _walking(change: Change | None) -> list[str]:
    if change is None:
        return []
    minutes = counted(change.now, "minute")
    if change.by is None:
        return [WORDS.walked.format(minutes=minutes)]
    if change.by == 0:
        return [WORDS.walked_about_the_same.format(minutes=minutes)]
    sentence = WORDS.walked_more if change.by > 0 else WORDS.walked_fewer
    return [sentence.format(minutes=minutes, by=abs(change.by))]


def _missing(week: Week) -> list[str]:
    if not week.missing:
        return []
    if not week.recorded:
        return [WORDS.nothing_this_week]
    if len(week.missing) > MOST_NAMED:
        return [WORDS.days_recorded.format(recorded=week.recorded, days=week.days)]
    return [WORDS.days_missing.format(days=missing_words(week.missing))]


def missing_words(days: Sequence[date]) -> str:
    """Tuesday and Thursday: all are of the last seven days, so a weekday is enough."""
    return listed([weekday(day) for day in days])
