"""What Today says: where in the recovery this is, what was recorded today, and what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import DayFigure, day_figures
from recovery.domain.entries import Entry
from recovery.domain.episode import Episode
from recovery.domain.operation import Region
from recovery.domain.warning_signs import rows_for
from recovery.domain.worklist import RecordedSign
from recovery.web.present.charts.ribbon import ribbon, stage_place
from recovery.web.present.charts.shapes import Chart
from recovery.web.present.dates import day_words, with_year_if_other
from recovery.web.present.numbers import counted, show
from recovery.web.present.operation_words import STAGE_NAMES, operation_for_patient, pain_names, stage_name
from recovery.web.present.received import received_words
from recovery.web.present.stage_words import next_reading

WORDS = words("today")


@dataclass(frozen=True, slots=True)
class Hero:
    """`heading` is the answer: Day 12, or how long there is to go. `next_reading` is "" where nothing new begins;
    `stage` and `ribbon` are empty where no stage is named (cervical).
    """

    date: str
    heading: str
    about: str
    stage: str
    place: str
    ribbon: Chart | None
    next_reading: str


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """What was recorded today: one figure of however many check-ins. `newest_id` is the one to change."""

    when: str
    figure: str
    entries: str
    newest_id: UUID


@dataclass(frozen=True, slots=True)
class SignsToday:
    """What is still to be said about warning signs: `ticked` and `what_now` are empty when none was ticked today;
    `asked` is the list once more, where it was left unanswered.
    """

    ticked: str
    what_now: str
    asked: tuple[str, ...]


def hero(episode: Episode, today: date, given_name: str) -> Hero:
    day, operation = episode.day_number(today), operation_for_patient(episode.operation)
    if day < 0:
        on = with_year_if_other(episode.operation.operated_on, today)
        heading = WORDS.one_day if day == -1 else WORDS.days.format(days=-day)
        about = WORDS.to_your_operation.format(
            name=given_name, operation=f"{operation[0].upper()}{operation[1:]}", day=on
        )
    else:
        heading = WORDS.day_number.format(day=day)
        when = WORDS.day_of_operation if day == 0 else WORDS.after_operation
        about = when.format(operation=operation, name=given_name)
    stage, place = episode.stage_on(today), stage_place(episode.pathway, day)
    return Hero(
        date=day_words(today),
        heading=heading,
        about=about,
        stage=stage_name(stage) if stage else "",
        place=WORDS.stage_of.format(number=place.number, of=place.of) if place else "",
        ribbon=ribbon(episode.pathway, day, STAGE_NAMES),
        next_reading=next_reading(episode, today),
    )


def checked_in(entries: Sequence[Entry], today: date, zone: str, region: Region) -> CheckedIn | None:
    """`entries` are the check-ins about today, in the order they were received; None when there is none."""
    if not entries:
        return None
    check_ins = [entry.content for entry in entries if isinstance(entry.content, CheckIn)]
    return CheckedIn(
        when=received_words(entries[-1].first_received_at or entries[-1].received_at, today, zone),
        figure=figure_words(day_figures(check_ins)[today], region),
        entries=WORDS.several_entries.format(count=len(entries)) if len(entries) > 1 else "",
        newest_id=entries[-1].id,
    )


def figure_words(figure: DayFigure, region: Region) -> str:
    """Back 2.5, leg 1, walked 25 minutes: what was recorded, and nothing for what was not. A worst score is told where
    it stands alone.
    """
    first, second = pain_names(region)
    pain = ((first, figure.back_average, figure.back_worst), (second, figure.leg_average, figure.leg_worst))
    told = [_pain(site.lower(), average, worst) for site, average, worst in pain if (average, worst) != (None, None)]
    if figure.walking_minutes is not None:
        told.append(WORDS.walked.format(minutes=counted(figure.walking_minutes, "minute")))
    if figure.steps is not None:
        told.append(counted(figure.steps, "step"))
    sentence = ", ".join(told)
    return f"{sentence[0].upper()}{sentence[1:]}" if sentence else WORDS.no_score


def _pain(site: str, average: float | None, worst: int | None) -> str:
    if average is not None:
        return f"{site} {show(average)}"
    return words("progress").pain_at_worst.format(site=site, worst=worst)


def signs_today(
    entries: Sequence[Entry], episode: Episode, today: date, signs: Iterable[RecordedSign]
) -> SignsToday | None:
    """None when the newest check-in of today answered the question and none of today's ticked a sign. `signs` are all
    of the episode, with what was decided about them.
    """
    with_signs = [
        entry for entry in entries if isinstance(entry.content, CheckIn) and entry.content.warning_signs.ticked
    ]
    unanswered = unanswered_signs(entries[-1].content, episode, today) if entries else None
    if not with_signs and unanswered is None:
        return None
    of_today = {entry.id for entry in with_signs}
    is_open = any(sign.is_open for sign in signs if sign.entry_id in of_today)
    ticked, what_now = _ticked_words(with_signs, is_open=is_open)
    return SignsToday(ticked, what_now, unanswered.asked if unanswered else ())


def unanswered_signs(content: CheckIn, episode: Episode, today: date) -> SignsToday | None:
    """The list once more after a check-in that left the question out; None after one that answered it."""
    if content.warning_signs.is_answered:
        return None
    return SignsToday("", "", tuple(row.ask for row in rows_for(episode.stage_on(today), episode.operation.region)))


def _ticked_words(entries: Sequence[Entry], *, is_open: bool) -> tuple[str, str]:
    """Whoever told it on the telephone has spoken to the team already."""
    if not entries:
        return "", ""
    is_told = all(entry.recorded_by for entry in entries)
    ticked = WORDS.you_told_of_sign if is_told else WORDS.you_ticked_warning_sign_today
    if not is_open:
        return ticked, WORDS.team_has_acted
    return ticked, WORDS.do_as_they_said if is_told else WORDS.if_you_have_not_called_yet


def of_day(entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.recorded_on == day)
