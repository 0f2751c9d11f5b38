"""Progress: what was recorded last, the charts, and the entries behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from recovery.content.wording import words
from recovery.domain.adherence import WEEK, Adherence, adherence_by_day, adherence_over
from recovery.domain.calendar import days_ending
from recovery.domain.episode import Episode
from recovery.domain.week import Week, week
from recovery.records.record import ALL_HISTORY, Record
from recovery.web.present.adherence_words import adherence_words
from recovery.web.present.charts.activities import ActivitiesPart, activities_part
from recovery.web.present.charts.pain import Course, pain_chart
from recovery.web.present.charts.shapes import Chart
from recovery.web.present.charts.therapy import therapy_chart
from recovery.web.present.charts.walking import walking_chart
from recovery.web.present.course import course_of
from recovery.web.present.dates import day_from
from recovery.web.present.entry_words import EntryWords, Telling, entries_in_words
from recovery.web.present.numbers import show
from recovery.web.present.recovery_day import day_of_recovery
from recovery.web.present.week_words import week_sentences

WORDS = words("progress")
DAYS_LISTED = timedelta(days=13)
WEEKS_DRAWN = 5


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """`heading` is the answer and `about` what else there is to say. `missing` are the days of the last week without a
    check-in, each with its words. `has_older` when entries before the ones listed are kept back. Nothing can be
    changed after the recovery has ended.
    """

    day: str
    heading: str
    about: tuple[str, ...]
    missing: tuple[tuple[date, str], ...]
    pain: Chart
    walking: Chart
    therapy: Chart
    entries: tuple[EntryWords, ...]
    has_older: bool
    can_change: bool
    activities: ActivitiesPart | None


def listed_since(today: date, *, is_all: bool) -> date:
    """`is_all`: every entry of the episode; else those of the last 14 days."""
    return ALL_HISTORY if is_all else today - DAYS_LISTED


def progress_page(episode: Episode, record: Record, today: date, zone: str) -> ProgressPage:
    course = course_of(episode, record.figures, today)
    done = adherence_over(WEEK, today, record.plans, record.sessions, record.excused)
    drawn = days_ending(today + timedelta(days=6), WEEKS_DRAWN * WEEK + 6)
    by_day = adherence_by_day(drawn, record.plans, record.sessions, record.excused)
    of_week = week(record.figures, today)
    heading, about = _told(of_week, course, has_entries=bool(record.entries or record.has_older))
    telling = Telling(today, zone, episode.operation.region, record.plans, record.activities)
    return ProgressPage(
        day=day_of_recovery(episode, today),
        heading=heading,
        about=(*about, WORDS.exercises_in_7_days.format(adherence=adherence_words(done))) if done.planned else about,
        missing=tuple((day, day_from(today, day)) for day in reversed(of_week.missing)),
        pain=pain_chart(course),
        walking=walking_chart(course),
        therapy=therapy_chart(
            by_day, record.excused, today, episode.operation.operated_on, weeks=_weeks_drawn(by_day, today)
        ),
        entries=entries_in_words(record.entries, telling),
        has_older=record.has_older,
        can_change=episode.is_running,
        activities=activities_part(record.scored, course),
    )


def _weeks_drawn(by_day: Mapping[date, Adherence], today: date) -> int:
    """From the first week with a plan on, so that somebody new sees no weeks of dashes."""
    monday = today - timedelta(days=today.weekday())
    first = next((day for day, adherence in by_day.items() if adherence.planned), today)
    return min(WEEKS_DRAWN, max(0, ceil((monday - first).days / WEEK)) + 1)


def _told(of_week: Week, course: Course, *, has_entries: bool) -> tuple[str, tuple[str, ...]]:
    """The heading says the answer, not the topic: how the week went, else the newest scores."""
    sentences, newest = week_sentences(of_week, course.pain_names), newest_scores(course)
    if of_week.back or of_week.leg or of_week.walking:
        return sentences[0].removesuffix("."), (*sentences[1:], *([f"{newest}."] if newest else []))
    return newest or (WORDS.no_score_yet if has_entries else WORDS.nothing_yet), sentences


def newest_scores(course: Course) -> str:
    """Of the newest day with one: "Today: back pain 4, leg pain 2"; "" without any."""
    for day in sorted(course.figures, reverse=True):
        figure = course.figures[day]
        scores = (figure.back_average, figure.leg_average)
        told = [
            WORDS.site_score.format(site=site.lower(), score=show(score))
            for site, score in zip(course.pain_names, scores, strict=True)
            if score is not None
        ]
        if told:
            return WORDS.scores_of_day.format(day=day_from(course.today, day), scores=", ".join(told))
    return ""
