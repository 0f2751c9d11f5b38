"""What a patient reads about their stage: who keeps or set it, and from when there is new reading.

A date never reads as permission (CLINICAL.md 4), so who decides what they can do stands beside it. While a stage is
kept no date is told.
"""

from datetime import date, timedelta

from recovery.content.wording import words
from recovery.domain.episode import Episode
from recovery.domain.operation import Region
from recovery.domain.stage import StageSpan
from recovery.domain.stage_decision import Kind, StageDecision
from recovery.web.present.dates import with_year_if_other
from recovery.web.present.operation_words import stage_name

WORDS = words("stage")


def next_reading(episode: Episode, today: date) -> str:
    """When new reading begins, or who keeps the stage; "" where neither is to be said."""
    following = None if episode.kept_on(today) else episode.pathway.next_after(episode.day_number(today))
    told = (kept_words(episode, today), _set_words(episode, today), _begins_words(episode, following, today))
    sentences = [each for each in told if each]
    return " ".join([*sentences, words("today").who_decides]) if sentences else ""


def kept_words(episode: Episode, today: date) -> str:
    """Your physiotherapist Ben keeps you in “Early healing” for now. "" where nobody does."""
    kept = episode.kept_on(today)
    if kept is None or kept.stage is None:
        return ""
    return WORDS.kept.format(name=kept.by_given_name, stage=stage_name(kept.stage))


def _set_words(episode: Episode, today: date) -> str:
    """Who moved them on, for as long as that stage stands; after a cervical operation who set it."""
    decision = episode.decision_on(today)
    if decision is None or decision.kind is not Kind.MOVE or decision.stage is not episode.stage_on(today):
        return ""
    if episode.operation.region is Region.CERVICAL:
        return WORDS.set_stage.format(name=decision.by_given_name)
    return WORDS.moved_on.format(name=decision.by_given_name, stage=stage_name(decision.stage))


def _begins_words(episode: Episode, following: StageSpan | None, today: date) -> str:
    if following is None or following.first_day is None:
        return ""
    begins_on = episode.operation.operated_on + timedelta(days=following.first_day)
    begins = WORDS.new_reading_from.format(day=with_year_if_other(begins_on, today))
    decision = episode.decision_on(today)
    is_own = decision is not None and _sets(decision, following)
    return f"{begins} {WORDS.set_day.format(name=decision.by_given_name)}" if decision and is_own else begins


def _sets(decision: StageDecision, following: StageSpan) -> bool:
    return decision.kind is Kind.DAYS and decision.begins.get(following.stage) == following.first_day
