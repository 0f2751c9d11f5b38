"""What was decided about a patient's stage, in words for staff. Days are counted since the operation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.calendar import day_in_zone
from recovery.domain.deciding import stages_ahead
from recovery.domain.episode import Episode
from recovery.domain.operation import Region
from recovery.domain.stage import Stage
from recovery.domain.stage_decision import Kind, StageDecision, from_text
from recovery.web.present.charts.ribbon import stage_place
from recovery.web.present.dates import day_and_year, with_year_if_other
from recovery.web.present.listed import listed
from recovery.web.present.operation_words import stage_name
from recovery.web.present.stage_words import next_reading

NOT_SET, NOT_UNTIL_LIFTED = "Not set", "None until it is lifted"
KIND_NAMES = {
    Kind.HOLD: "hold it",
    Kind.MOVE: "move on",
    Kind.STEP_BACK: "step back",
    Kind.LIFT: "Lift the hold",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """One line of what was decided before."""

    words: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class StagePage:
    """`seen` counts the decisions on the page. `ahead` are (field, name, day in words) of the stages to come; `ends`
    what can be ended. `reads` is what the patient reads.
    """

    facts: tuple[tuple[str, str], ...]
    reads: str
    seen: int
    has_days: bool
    ahead: tuple[tuple[str, str, str], ...]
    ends: Mapping[Kind, str]
    decided: tuple[Decided, ...]


def stage_page(episode: Episode, today: date, zone: str) -> StagePage:
    ahead = stages_ahead(episode, today)
    return StagePage(
        facts=_facts(episode, today),
        reads=next_reading(episode, today),
        seen=len(episode.stage_decisions),
        has_days=episode.operation.region is not Region.CERVICAL,
        ahead=tuple((stage.value, stage_name(stage), _on(episode, day, today)) for stage, day in ahead.items()),
        ends=ends(episode, today),
        decided=tuple(_decided(each, zone) for each in reversed(episode.stage_decisions)),
    )


def stage_fact(episode: Episode, today: date) -> str:
    """2 of 5, early healing, held. Or: Not set."""
    stage, place = episode.stage_on(today), stage_place(episode.pathway, episode.day_number(today))
    if stage is None:
        return NOT_SET
    named = f"{place.number} of {place.of}, {stage_name(stage).lower()}" if place else stage_name(stage)
    kept = episode.kept_on(today)
    if kept is None:
        return named
    return f"{named}, held until {_on(episode, kept.until_day, today) if kept.until_day else 'it is lifted'}"


def ends(episode: Episode, today: date) -> dict[Kind, str]:
    """What can be ended today, with what follows."""
    found = {}
    if episode.kept_on(today):
        found[Kind.LIFT] = f"{KIND_NAMES[Kind.LIFT]}: {_after(episode, Kind.LIFT, today)}"
    if episode.stage_decisions and episode.stage_decisions[-1].kind is not Kind.BY_CLINIC:
        found[Kind.BY_CLINIC] = f"Follow the clinic’s days again: {_after(episode, Kind.BY_CLINIC, today)}"
    return found


def _after(episode: Episode, kind: Kind, today: date) -> str:
    """Which stage stands today when this is decided, and when the next one begins."""
    decision = StageDecision(kind, max(0, episode.day_number(today)))
    after = episode.on_course(episode.stages_in_force, (*episode.stage_decisions, decision))
    stage, following = after.stage_on(today), after.pathway.next_after(after.day_number(today))
    now = f"{stage_name(stage).lower()} from today" if stage else "no stage is named"
    return f"{now}, {stage_name(following.stage).lower()} on day {following.first_day}" if following else now


def _facts(episode: Episode, today: date) -> tuple[tuple[str, str], ...]:
    day = episode.day_number(today)
    span, following = episode.pathway.span_on(day), episode.pathway.next_after(day)
    since = f"D{_on(episode, span.first_day, today)[1:]}" if span and span.first_day is not None else "–"
    then = NOT_UNTIL_LIFTED if episode.kept_on(today) else "–"
    if following and following.first_day is not None:
        then = f"{stage_name(following.stage)} on {_on(episode, following.first_day, today)}"
    by_days = episode.stages_in_force[-1].stages.pathway_of(episode.operation).stage_on(day)
    facts = [("Stage now", stage_fact(episode, today)), ("Since", since), ("Next", then)]
    if episode.stage_decisions:
        facts.append(("By the clinic’s days", stage_name(by_days) if by_days else "None"))
    return tuple(facts)


def _on(episode: Episode, day: int, today: date) -> str:
    """As "day 42, Tuesday 22 December"."""
    return f"day {day}, {with_year_if_other(episode.operation.operated_on + timedelta(days=day), today)}"


def _decided(decision: StageDecision, zone: str) -> Decided:
    when = day_and_year(day_in_zone(decision.at, zone)) if decision.at else ""
    return Decided(decided_words("", decision), decision.why, f"By {decision.by}, {when}")


def decided_words(before: str, decision: StageDecision) -> str:
    """Held in early healing from day 40 until day 52. `before` is the stage that stood then, or the days planned; "" is
    not told.
    """
    if decision.kind is Kind.DAYS:
        return _days_words(from_text(before).begins if before else {}, decision.begins)
    if decision.kind is Kind.LIFT:
        return f"Stage no longer held, from day {decision.from_day}"
    if decision.kind is Kind.BY_CLINIC:
        return f"The stages follow the clinic’s days again, from day {decision.from_day}"
    name = stage_name(decision.stage).lower() if decision.stage else ""
    if decision.kind is Kind.HOLD:
        return f"Held in {name} from day {decision.from_day}, {_end(decision)}"
    now = f", before that {stage_name(Stage(before)).lower()}" if before else ""
    if decision.kind is Kind.MOVE:
        return f"Stage: {name} from day {decision.from_day}{now}"
    return f"Stepped back to {name} from day {decision.from_day}, {_end(decision)}{now}"


def _end(decision: StageDecision) -> str:
    return f"until day {decision.until_day}" if decision.until_day is not None else "until it is lifted"


def _days_words(before: Mapping[Stage, int], after: Mapping[Stage, int]) -> str:
    told = [
        f"{stage_name(stage)} begins on day {day}{f' instead of {before[stage]}' if stage in before else ''}"
        for stage, day in after.items()
    ]
    return listed(told)
