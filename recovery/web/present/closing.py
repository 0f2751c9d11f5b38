"""What a row or a summary needs so that its reasons can be closed in two clicks: presets with their days filled in."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from uuid import UUID

from recovery.domain.calendar import day_in_zone
from recovery.domain.expected_course import Site
from recovery.domain.facts import ExpectedLevel, Facts
from recovery.domain.operation import Region
from recovery.domain.pain import NRS
from recovery.domain.reasons import Group, Held, PainHigh, PainUp, Reason, Silent, WarningRaised
from recovery.domain.reviews import LONGEST_EXPECTED, LONGEST_HOLD, may_set_not_recording
from recovery.records.facts import Standing
from recovery.web.present.dates import clock_words, day_words
from recovery.web.present.review_words import expected_words, site_name
from recovery.web.present.worklist_words import OpenSign, open_sign_words

SNOOZED_FOR = timedelta(days=7)
EXPECTED_FOR = timedelta(days=14)
"""What the fields hold beforehand [D]."""


@dataclass(frozen=True, slots=True)
class Level:
    """An expected level that stands: its words, and which site ends with one press."""

    site: str
    words: str


@dataclass(frozen=True, slots=True)
class Closing:
    """`page` is the signed token of what is closed; `can_close` says whether a review closes any of it, `can_hold_back`
    whether a snooze holds any of it back: never a warning sign, nor a call that was asked for.
    """

    patient_id: UUID
    page: str
    signs: tuple[OpenSign, ...]
    can_close: bool
    can_hold_back: bool
    decided: tuple[str, ...]
    may_set_not_recording: bool
    sites: tuple[tuple[str, str], ...]
    site: str
    up_to: int | None
    levels: tuple[Level, ...]
    today: date
    tomorrow: date
    snooze_until: date
    expected_until: date
    last_hold: date
    last_expected: date


def closing_of(standing: Standing, reasons: tuple[Reason, ...], page: str) -> Closing:
    facts, today, zone = standing.facts, standing.today, standing.zone
    pains = [each for each in reasons if isinstance(each, PainHigh | PainUp)]
    highest = max(pains, key=lambda each: each.now, default=None)
    region = facts.episode.operation.region
    return Closing(
        patient_id=standing.person_id,
        page=page,
        signs=open_sign_words(reasons, today, zone),
        can_close=any(not isinstance(each, WarningRaised) for each in reasons),
        can_hold_back=any(isinstance(each, Held | Silent) for each in reasons),
        decided=decided_words(standing),
        may_set_not_recording=_is_silent(reasons) and may_set_not_recording(len(facts.unanswered_calls)),
        sites=tuple((site.value, site_name(site, region)) for site in Site),
        site=highest.site.value if highest else "",
        up_to=min(NRS.high, ceil(highest.now)) if highest else None,
        levels=_levels(facts, today),
        today=today,
        tomorrow=today + timedelta(days=1),
        snooze_until=today + SNOOZED_FOR,
        expected_until=today + EXPECTED_FOR,
        last_hold=today + LONGEST_HOLD,
        last_expected=today + LONGEST_EXPECTED,
    )


def _is_silent(reasons: tuple[Reason, ...]) -> bool:
    return any(isinstance(each, Silent) and each.group is Group.NOT_HEARD_FROM for each in reasons)


def decided_words(standing: Standing) -> tuple[str, ...]:
    """What a colleague has to know before they call or look again: tries, a planned call, a snooze, expected levels."""
    facts, today = standing.facts, standing.today
    told = (
        _planned_words(standing.planned_on, today),
        "" if standing.planned_on else _snoozed_words(facts, today),
        _tries_words(facts, today, standing.zone),
        *(level.words for level in _levels(facts, today)),
    )
    return tuple(words for words in told if words)


def _snoozed_words(facts: Facts, today: date) -> str:
    """Of the newest decision: what came after a snooze has taken its place."""
    newest = max(facts.reviews, key=lambda each: each.seen_through, default=None)
    until = newest.snoozed_until if newest else None
    return f"Snoozed until {day_words(until)}" if until and until > today else ""


def _tries_words(facts: Facts, today: date, zone: str) -> str:
    """Called twice without an answer, last today at 9:12."""
    tries = facts.unanswered_calls
    if not tries:
        return ""
    times = {1: "once", 2: "twice"}.get(len(tries), f"{len(tries)} times")
    on = day_in_zone(tries[-1], zone)
    day = {0: "today", 1: "yesterday"}.get((today - on).days, f"on {day_words(on)}")
    return f"Called {times} without an answer, last {day} at {clock_words(tries[-1], zone)}"


def _planned_words(planned_on: date | None, today: date) -> str:
    """What was planned for a day that is over is no plan any more."""
    if planned_on is None or planned_on < today:
        return ""
    return "Call planned for today" if planned_on == today else f"Call planned for {day_words(planned_on)}"


def _levels(facts: Facts, today: date) -> tuple[Level, ...]:
    region = facts.episode.operation.region
    return tuple(_level(each, region) for each in facts.expected if each.until_on >= today)


def _level(expected: ExpectedLevel, region: Region) -> Level:
    return Level(expected.site.value, expected_words(expected.site, expected.up_to, expected.until_on, region))
