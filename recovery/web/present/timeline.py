"""The timeline of one recovery: entries, changes of the plan and the operation, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recovery.domain.entries import Entry
from recovery.domain.episode import Episode
from recovery.domain.therapy import PlanVersion
from recovery.web.present.dates import day_from
from recovery.web.present.entry_words import EntryWords, Telling, entries_in_words
from recovery.web.present.exercise_words import prescription_words


@dataclass(frozen=True, slots=True)
class Event:
    """`entry` is set for an entry; `lines` for everything else."""

    day: str
    title: str
    is_warning: bool = False
    entry: EntryWords | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a timeline is made from: `entries` newest first, and (day, event) pairs of what people did."""

    entries: Iterable[Entry]
    plans: Sequence[PlanVersion]
    happenings: Sequence[tuple[date, Event]] = ()


def timeline(episode: Episode, told_of: Told, telling: Telling, since: date) -> tuple[Event, ...]:
    """What happened from `since` on, newest day first."""
    entries, plans = told_of.entries, told_of.plans
    listed = [entry for entry in entries if entry.recorded_on >= since]
    told = entries_in_words(listed, telling)
    dated = [*told_of.happenings]
    dated += [(entry.recorded_on, _of_entry(words)) for entry, words in zip(listed, told, strict=True)]
    dated += [(plan.from_on, _of_plan(plan, telling.today)) for plan in reversed(plans) if plan.from_on >= since]
    operated_on = episode.operation.operated_on
    if since <= operated_on <= telling.today:
        dated.append((operated_on, Event(day_from(telling.today, operated_on), "Operation, day 0")))
    return tuple(event for _day, event in sorted(dated, key=lambda each: each[0], reverse=True))


def _of_entry(words: EntryWords) -> Event:
    return Event(words.day, words.kind, is_warning=bool(words.signs), entry=words)


def _of_plan(plan: PlanVersion, today: date) -> Event:
    title = "Plan began" if plan.version == 1 else f"Plan changed, version {plan.version}"
    lines = (*(f"{each.name}: {prescription_words(each)}" for each in plan.prescriptions), *_why(plan))
    return Event(day_from(today, plan.from_on), title, lines=lines)


def _why(plan: PlanVersion) -> tuple[str, ...]:
    """Who made it, and why it changed."""
    return tuple(line for line in (plan.why, f"By {plan.made_by}" if plan.made_by else "") if line)
