"""What the patient asked for or ticked: W1 and W11. No review, snooze or expected level holds either back."""

from recovery.domain.episode import EpisodeStatus
from recovery.domain.facts import Facts
from recovery.domain.reasons import CallAsked, WarningRaised


def warning_signs_without_outcome(facts: Facts) -> WarningRaised | None:
    """W1: stands whatever the status, except died, until a person records the outcome."""
    open_signs = [sign for sign in facts.signs if sign.is_open]
    if facts.episode.status is EpisodeStatus.DIED or not open_signs:
        return None
    newest_first = sorted(open_signs, key=lambda sign: sign.ticked_at, reverse=True)
    return WarningRaised(tuple(sorted(newest_first, key=lambda sign: sign.sign.tier)))


def call_asked(facts: Facts) -> CallAsked | None:
    """W11: stands whatever the status, except died: who asked in hospital or while paused, or was discharged since, was
    told that the team sees it (docs/decisions/0011).
    """
    call = facts.asked_call
    if facts.episode.status is EpisodeStatus.DIED or call is None or not call.is_open:
        return None
    return CallAsked(call)
