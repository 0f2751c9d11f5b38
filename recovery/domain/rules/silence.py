"""Not heard from: W6. Missing is not zero, and silence is its own signal (PRODUCT.md)."""

from datetime import date, timedelta

from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.facts import Facts
from recovery.domain.reasons import Group, Silent
from recovery.domain.thresholds import Thresholds


def silence(facts: Facts, thresholds: Thresholds, today: date) -> Silent | None:
    """W6: no entry for 3 complete days within the first 14 days, for 7 days (or twice the rhythm, if longer) later.

    Counted from day 0, or from joining if later. Where no check-in is due (before surgery, long term) there is no
    silence. Three silent days that began early keep standing after day 14, until an entry comes. A review that had the
    silence on its page closes it as far as it had come: it stands again after as many new days. Who was set to "not
    recording" is always counted, whatever was reviewed.
    """
    first_counted = _first_counted(facts)
    allowed_later = _silent_days_allowed_later(facts.episode, thresholds, today)
    if facts.episode.status is not EpisodeStatus.ACTIVE or first_counted is None or allowed_later is None:
        return None
    silent_days = (today - first_counted).days
    if _is_not_recording(facts, thresholds, today):
        return Silent(silent_days, facts.last_entry_on, group=Group.NOT_RECORDING, change=silent_days / allowed_later)
    first_new = max(first_counted, facts.silence_reviewed_on or first_counted)
    last_early = facts.episode.operation.operated_on + timedelta(days=thresholds.early_until_day + 1)
    new_days, early_days = (today - first_new).days, (min(today, last_early) - first_new).days
    change = max(new_days / allowed_later, early_days / thresholds.silent_days_early)
    if change < 1 or _is_quiet_after_call(facts, thresholds, today):
        return None
    return Silent(silent_days, facts.last_entry_on, change=change)


def _first_counted(facts: Facts) -> date | None:
    """The first day that could have had an entry and has none; None for who has not joined."""
    if facts.joined_on is None:
        return None
    first = max(facts.episode.operation.operated_on, facts.joined_on)
    return first if facts.last_entry_on is None else max(first, facts.last_entry_on + timedelta(days=1))


def _silent_days_allowed_later(episode: Episode, thresholds: Thresholds, today: date) -> float | None:
    """None where the stage has no rhythm. Until a stage is set (cervical) the rhythm is that of the first days."""
    if episode.day_number(today) < 0:
        return None
    rhythm = episode.check_in_interval(today)
    return None if rhythm is None else max(thresholds.silent_days_later, thresholds.rhythms_missed * rhythm)


def _is_quiet_after_call(facts: Facts, thresholds: Thresholds, today: date) -> bool:
    called = facts.last_answered_call_on
    return called is not None and (today - called).days < thresholds.answered_call_quiet_days


def _is_not_recording(facts: Facts, thresholds: Thresholds, today: date) -> bool:
    """Whom a person set to "not recording" stands folded for 30 days, then is asked again. An entry of that day or a
    later one ends it.
    """
    since, last = facts.not_recording_since, facts.last_entry_on
    if since is None or (last is not None and last >= since):
        return False
    return (today - since).days < thresholds.not_recording_days
