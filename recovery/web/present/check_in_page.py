"""What the check-in page asks, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.content.wording import words
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

WORDS = words("check_in")
SAVED, CLASH = WORDS.saved, WORDS.clash
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
        day=WORDS.day_and_date.format(day=day_of_recovery(episode, today), date=day_words(today)),
        pains=_pain_questions(region),
        rows=rows_for(stage, region),
        full_list=full_list_for(region) if stage is not Stage.BEFORE else (),
        warning_question=WORDS.new_or_worse if stage is Stage.BEFORE else WORDS.new_since_hospital,
        asked=asked(stage, is_weekly_due=_is_weekly_due(check_ins, today)),
        last_aid=WORDS.last_time.format(answer=walking_aid_name(aids[-1]).lower()) if aids else "",
        last_stairs=WORDS.last_time.format(answer=stairs_name(stairs[-1]).lower()) if stairs else "",
    )


def _is_weekly_due(check_ins: Sequence[CheckIn], today: date) -> bool:
    this_week = [each for each in check_ins if each.recorded_on > today - WEEK]
    return not any(each.sitting_minutes is not None or each.steps is not None or each.stairs for each in this_week)


def _pain_questions(region: Region) -> tuple[PainQuestion, ...]:
    first, second = pain_names(region)
    return (
        PainQuestion("back", first, WORDS.average_first_pain.format(site=first.lower())),
        PainQuestion("leg", second, WORDS.average_second_pain.format(site=second.lower())),
    )


def oddity_words(oddity: Oddity, check_in: CheckIn, region: Region) -> str:
    """A question, not a reproach: press Save again and it stands as it is."""
    first, second = (name.lower() for name in pain_names(region))
    if oddity is Oddity.LONGEST_WALK_OVER_TOTAL:
        longest = _minutes(check_in.longest_walk_minutes)
        return WORDS.longest_over_all.format(longest=longest, all=check_in.walking_minutes)
    if oddity is Oddity.BACK_AVERAGE_OVER_WORST:
        told = (first, check_in.back_pain_average, check_in.back_pain_worst)
    else:
        told = (second, check_in.leg_pain_average, check_in.leg_pain_worst)
    site, average, worst = told
    return WORDS.average_over_worst.format(site=site, average=average, worst=worst)


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else counted(minutes, "minute")
