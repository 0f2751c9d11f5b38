"""What the check-in page asks, and in which words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.check_in import BOUNDS, CheckIn
from recovery.domain.entries import check_ins_among
from recovery.domain.episode import Episode
from recovery.domain.mornings import morning_to_ask
from recovery.domain.operation import Region
from recovery.domain.questions import Asked, Question, are_activities_due, asked
from recovery.domain.stage import Stage
from recovery.domain.warning_signs import Row, full_list_for, rows_for
from recovery.records.check_in_asks import CheckInAsks
from recovery.web.present.dates import day_from, day_words
from recovery.web.present.numbers import counted
from recovery.web.present.operation_words import pain_names, stairs_name, walking_aid_name
from recovery.web.present.recovery_day import day_of_recovery

WORDS = words("check_in")
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PainQuestion:
    """`key` is "back" or "leg": field names stay. `name` follows the region: Back, Leg, Neck or Arm."""

    key: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class SameAsLast:
    """One tick for what rarely changes. `value` is what the form sends, `words` say what it stands for."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class MorningQuestion:
    """About the morning after one session; `session` is its id."""

    session: str
    words: str


@dataclass(frozen=True, slots=True)
class FormWords:
    """`about` stands under the title."""

    title: str
    about: str
    button: str


def new_words(episode: Episode, today: date) -> FormWords:
    return FormWords(
        WORDS.how_are_you_today, WORDS.day_and_skip.format(day=_day(episode, today)), WORDS.save_my_check_in
    )


def correction_words(episode: Episode, day: date) -> FormWords:
    about = f"{_day(episode, day)}. {WORDS.what_you_change}"
    return FormWords(WORDS.change_your_check_in, about, WORDS.save_my_changes)


def _day(episode: Episode, day: date) -> str:
    return WORDS.day_and_date.format(day=day_of_recovery(episode, day), date=day_words(day))


@dataclass(frozen=True, slots=True)
class CheckInPage:
    day: str
    pains: tuple[PainQuestion, ...]
    rows: tuple[Row, ...]
    full_list: tuple[Row, ...]
    warning_question: str
    asked: Asked
    last: Mapping[str, str]
    same_as_last: SameAsLast | None
    morning: MorningQuestion | None
    are_activities_due: bool


def check_in_page(
    episode: Episode,
    today: date,
    asks: CheckInAsks,
    held: Collection[Question] = (),
    asked_session: UUID | None = None,
) -> CheckInPage:
    """`held` are the questions that the form has an answer for already, and `asked_session` the one whose next morning
    it asked about. `last` is what was answered last time, by field, to stand beside the question; "" where nothing was.
    """
    stage, region = episode.stage_on(today), episode.operation.region
    check_ins = check_ins_among(asks.recent)
    return CheckInPage(
        day=_day(episode, today),
        pains=_pain_questions(region),
        rows=rows_for(stage, region),
        full_list=full_list_for(region) if stage is not Stage.BEFORE else (),
        warning_question=WORDS.new_or_worse if stage is Stage.BEFORE else WORDS.new_since_hospital,
        asked=asked(stage, is_weekly_due=_is_weekly_due(check_ins, today), held=held),
        last=_last_answers(check_ins),
        same_as_last=_same_as_last(check_ins),
        morning=_morning(asks, today, asked_session),
        are_activities_due=are_activities_due(stage, asks.last_scored_on, today),
    )


def _last_answers(check_ins: Sequence[CheckIn]) -> dict[str, str]:
    last = {name: _last(check_ins, name) for name in (*BOUNDS, "walking_aid", "stairs")}
    words = {name: "" if value is None else _answer_words(name, value) for name, value in last.items()}
    return {name: WORDS.last_time.format(answer=answer) if answer else "" for name, answer in words.items()}


def _last(check_ins: Sequence[CheckIn], name: str) -> Any:
    """The newest answer to one question; None where none of these check-ins has one."""
    told = (getattr(each, name) for each in reversed(check_ins))
    return next((value for value in told if value is not None), None)


def _answer_words(name: str, value: Any) -> str:
    if name == "walking_aid":
        return walking_aid_name(value).lower()
    if name == "stairs":
        return stairs_name(value).lower()
    if name == "steps":
        return counted(value, "step")
    return counted(value, "minute") if name.endswith("minutes") else str(value)


def _same_as_last(check_ins: Sequence[CheckIn]) -> SameAsLast | None:
    """Aid and stairs only: a pain score and minutes walked are never copied."""
    aid, stairs = _last(check_ins, "walking_aid"), _last(check_ins, "stairs")
    told = [walking_aid_name(aid).lower()] if aid else []
    told += [WORDS.stairs_in_list.format(answer=stairs_name(stairs).lower())] if stairs else []
    if not told:
        return None
    return SameAsLast(f"{aid or ''},{stairs or ''}", WORDS.same_as_last.format(answers=WORDS.and_in_list.join(told)))


def _morning(asks: CheckInAsks, today: date, asked_session: UUID | None) -> MorningQuestion | None:
    asked = next((each for each in asks.sessions if each.entry_id == asked_session), None)
    session = asked or morning_to_ask(asks.sessions, today)
    if session is None:
        return None
    is_yesterday = session.day == today - timedelta(days=1)
    day = WORDS.yesterday_in_sentence if is_yesterday else WORDS.on_day.format(day=day_from(today, session.day))
    return MorningQuestion(str(session.entry_id), WORDS.you_did_exercises.format(day=day))


def _is_weekly_due(check_ins: Sequence[CheckIn], today: date) -> bool:
    this_week = [each for each in check_ins if each.recorded_on > today - WEEK]
    return not any(each.sitting_minutes is not None or each.steps is not None or each.stairs for each in this_week)


def _pain_questions(region: Region) -> tuple[PainQuestion, ...]:
    first, second = pain_names(region)
    return (
        PainQuestion("back", first, WORDS.average_first_pain.format(site=first.lower())),
        PainQuestion("leg", second, WORDS.average_second_pain.format(site=second.lower())),
    )
