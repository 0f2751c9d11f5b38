"""What the check-in page asks, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.check_in import CheckIn, Oddity
from recovery.domain.entries import Entry, check_ins_among
from recovery.domain.episode import Episode
from recovery.domain.operation import Region
from recovery.domain.questions import Asked, asked
from recovery.domain.stage import Stage
from recovery.domain.warning_signs import Row, full_list_for, rows_for
from recovery.web.present.dates import day_words
from recovery.web.present.numbers import counted
from recovery.web.present.operation_words import pain_names, stairs_name, walking_aid_name
from recovery.web.present.recovery_day import day_of_recovery

SAVED = "Your check-in is saved. Your team can see it. Nobody watches this app all the time."
CLASH = "You saved this check-in before, with other answers. Press Save to keep these answers too, as a new check-in"
DAILY_QUESTION = "Is any of these new or worse since you left hospital?"
BEFORE_QUESTION = "Is any of these new or worse?"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PainQuestion:
    """`key` is "back" or "leg": field names stay. `name` follows the region: Back, Leg, Neck or Arm."""

    key: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class CheckInPage:
    day: str
    pains: tuple[PainQuestion, ...]
    rows: tuple[Row, ...]
    full_list: tuple[Row, ...]
    warning_question: str
    asked: Asked
    last_aid: str
    last_stairs: str


def check_in_page(episode: Episode, today: date, recent: Sequence[Entry]) -> CheckInPage:
    """`recent` are the check-ins of the last weeks, oldest first."""
    stage, region = episode.stage_on(today), episode.operation.region
    check_ins = check_ins_among(tuple(recent))
    aids = [each.walking_aid for each in check_ins if each.walking_aid]
    stairs = [each.stairs for each in check_ins if each.stairs]
    return CheckInPage(
        day=f"{day_of_recovery(episode, today)}, {day_words(today)}",
        pains=_pain_questions(region),
        rows=rows_for(stage, region),
        full_list=full_list_for(region) if stage is not Stage.BEFORE else (),
        warning_question=BEFORE_QUESTION if stage is Stage.BEFORE else DAILY_QUESTION,
        asked=asked(stage, is_weekly_due=_is_weekly_due(check_ins, today)),
        last_aid=f"Last time: {walking_aid_name(aids[-1]).lower()}." if aids else "",
        last_stairs=f"Last time: {stairs_name(stairs[-1]).lower()}." if stairs else "",
    )


def _is_weekly_due(check_ins: Sequence[CheckIn], today: date) -> bool:
    this_week = [each for each in check_ins if each.recorded_on > today - WEEK]
    return not any(each.sitting_minutes is not None or each.steps is not None or each.stairs for each in this_week)


def _pain_questions(region: Region) -> tuple[PainQuestion, ...]:
    first, second = pain_names(region)
    return (
        PainQuestion("back", first, f"Your average {first.lower()} pain in the last 24 hours."),
        PainQuestion("leg", second, f"Your average {second.lower()} pain in the last 24 hours. 0 if you have none."),
    )


def oddity_words(oddity: Oddity, check_in: CheckIn, region: Region) -> str:
    """A question, not a reproach: press Save again and it stands as it is."""
    first, second = (name.lower() for name in pain_names(region))
    told = {
        Oddity.BACK_AVERAGE_OVER_WORST: (
            f"Average {first} pain {check_in.back_pain_average}, worst {check_in.back_pain_worst}"
        ),
        Oddity.LEG_AVERAGE_OVER_WORST: (
            f"Average {second} pain {check_in.leg_pain_average}, worst {check_in.leg_pain_worst}"
        ),
        Oddity.LONGEST_WALK_OVER_TOTAL: (
            f"Longest walk {_minutes(check_in.longest_walk_minutes)}, all walks {check_in.walking_minutes}"
        ),
    }
    return f"{told[oddity]}. Is that right? If it is, press Save again"


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else counted(minutes, "minute")
