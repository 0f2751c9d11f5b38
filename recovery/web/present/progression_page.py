"""Beside each exercise of the plan editor: the guide, what the patient recorded, and what a step just changed.

Facts and a guide side by side. The page never says which way to go: the physiotherapist decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recovery.domain.adherence import ENOUGH
from recovery.domain.exercise_facts import ExerciseFacts
from recovery.domain.progression import PAIN_ACCEPTABLE, PAIN_FINE, Step, Way
from recovery.web.present.adherence_words import adherence_words
from recovery.web.present.dates import short_day_from

FINE, ACCEPTABLE = (f"{band.low} to {band.high}" for band in (PAIN_FINE, PAIN_ACCEPTABLE))
TOO_MUCH = f"over {PAIN_ACCEPTABLE.high}"
PAIN_GUIDE = f"{FINE} fine, {ACCEPTABLE} acceptable, {TOO_MUCH} too much"
MORNING_GUIDE = "settled by the next morning"
DONE_GUIDE = f"{round(ENOUGH * 100)} % or more done, of what was recorded, is enough"
GUIDE_SOURCE = (
    "Beside each exercise: what the patient recorded, and a guide from tendon evidence (Thomee 1997, Silbernagel 2007; "
    "done: MiSpEx). You decide."
)
WHYS = (
    "It is going well so far.",
    "It hurt too much.",
    "The pain had not settled by the next morning.",
    "It was too much to fit in.",
    "You asked for it.",
)
"""Offered for "why the change", each with one tap. The patient reads what the physiotherapist chose or wrote."""

NOT_THERE = "That exercise is not in the newest plan, which stands here. Nothing was changed."
NO_AMOUNT = "No sets, reps, hold or minutes are named here, so there is nothing to change by a step."
PUT_RIGHT = "Put the numbers right first. Nothing was changed."
NO_FURTHER = {
    Way.PROGRESS: "This cannot go further up. Nothing was changed.",
    Way.EASE: "This cannot go further down. Nothing was changed.",
}
AMOUNT_NAMES = {"repetitions": "Reps", "hold_seconds": "Hold, seconds", "minutes": "Minutes", "sets": "Sets"}
NONE_SAID = "not said"


@dataclass(frozen=True, slots=True)
class Fact:
    """`guide` is what the guide says about it, or ""."""

    name: str
    words: str
    guide: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """`told` is what a button just did to this row."""

    facts: tuple[Fact, ...] = ()
    told: str = ""


def step_words(step: Step) -> str:
    """Reps: 12, before 10. Not saved yet."""
    return f"{AMOUNT_NAMES[step.amount]}: {step.after}, before {step.before}. Not saved yet."


def facts_words(facts: ExerciseFacts | None, today: date) -> tuple[Fact, ...]:
    """None for an exercise that is new in the editor."""
    if facts is None:
        return (Fact("Recorded", "New here: nothing yet"),)
    if facts.since > today:
        return (Fact("Recorded", f"Begins {short_day_from(today, facts.since)}: nothing yet"),)
    done = adherence_words(facts.adherence) if facts.since < today else "Began today: no day is over yet"
    hurt = f". Because it hurt: {facts.hurt}" if facts.hurt else ""
    return (
        Fact(f"Since {_since(facts.since, today)}", done + hurt, DONE_GUIDE),
        Fact(f"Pain during ({_sessions(facts.sessions)})", _pain(facts), PAIN_GUIDE),
        Fact("Next morning", _mornings(facts), MORNING_GUIDE),
        Fact("Effort", _range(facts.effort, facts.sessions)),
    )


def _since(since: date, today: date) -> str:
    told = short_day_from(today, since)
    return f"{told[0].lower()}{told[1:]}" if since == today else f"{told}, to yesterday"


def _sessions(count: int) -> str:
    return f"{count} session{'' if count == 1 else 's'} with it"


def _pain(facts: ExerciseFacts) -> str:
    """0 to 3 in 4, 4 to 5 in 1, over 5 in none, not said in 1. Last: 4."""
    if not facts.pain:
        return NONE_SAID
    fine = sum(each in PAIN_FINE for each in facts.pain)
    acceptable = sum(each in PAIN_ACCEPTABLE for each in facts.pain)
    bands = ((FINE, fine), (ACCEPTABLE, acceptable), (TOO_MUCH, len(facts.pain) - fine - acceptable))
    told = ", ".join(f"{band} in {count or 'none'}" for band, count in bands)
    return f"{told}{_left_out(facts.pain, facts.sessions)}. Last: {facts.pain[-1]}"


def _range(values: Sequence[int], sessions: int) -> str:
    """3 to 6, not said in 1. Last: 5."""
    if not values:
        return NONE_SAID
    low, high = min(values), max(values)
    told = str(low) if low == high else f"{low} to {high}"
    return f"{told} of 10{_left_out(values, sessions)}. Last: {values[-1]}"


def _left_out(values: Sequence[int], sessions: int) -> str:
    return f", {NONE_SAID} in {sessions - len(values)}" if sessions > len(values) else ""


def _mornings(facts: ExerciseFacts) -> str:
    """Settled after 3, not settled after 1, not known of 2."""
    known = facts.settled + facts.not_settled
    if not known:
        return "not known"
    unknown = f", not known of {facts.sessions - known}" if facts.sessions > known else ""
    return f"settled after {facts.settled or 'none'}, not settled after {facts.not_settled or 'none'}{unknown}"
