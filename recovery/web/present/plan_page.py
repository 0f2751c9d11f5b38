"""The plan editor's page: what to choose from, how much a week it is, and the plan as the patient will see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.content.wording import words
from recovery.domain.episode import Episode
from recovery.domain.therapy import USUAL_EXERCISES, PlanVersion, Prescription
from recovery.domain.therapy_day import TherapyDay
from recovery.records.exercise_library import TemplateOfPlan
from recovery.web.present.dates import day_words, short_day_and_year, weekday
from recovery.web.present.exercise_words import prescription_words
from recovery.web.present.operation_words import procedure_name, stage_name
from recovery.web.present.todays_plan import PlanLine, todays_plan

WEEK = 7
WORDS = words("today")
OTHER_STAGES = "The same operation, other stages"
OTHERS = "Other operations"


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """One day as Today lists it."""

    day: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """`how_to` are (name, amount, how to do it) as the page of exercises shows them."""

    days: tuple[PreviewDay, ...]
    how_to: tuple[tuple[str, str, str], ...]


def preview(prescriptions: Sequence[Prescription], starts: date) -> Preview:
    """The first seven days, by the very functions that make the patient's pages."""
    plan = PlanVersion(1, starts, tuple(prescriptions))
    days = []
    for ahead in range(WEEK):
        day = starts + timedelta(days=ahead)
        shown = todays_plan(TherapyDay(day, (plan,), (), is_excused=False))
        days.append(PreviewDay(day_words(day), shown.lines))
    how_to = tuple((each.name, prescription_words(each), each.how_to) for each in prescriptions)
    return Preview(tuple(days), how_to)


def load_words(prescriptions: Sequence[Prescription]) -> str:
    """3 exercises, 10 times a week in all."""
    plan = PlanVersion(1, date.min, tuple(prescriptions))
    times, count = plan.units_a_week, len(plan.prescriptions)
    return f"{_counted(count, 'exercise')}, {_counted(times, 'time')} a week in all"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def is_many(count: int) -> bool:
    return count > USUAL_EXERCISES


@dataclass(frozen=True, slots=True)
class TemplateGroup:
    """`is_fitting`: for this patient's operation and stage. Never empty."""

    label: str
    is_fitting: bool
    templates: tuple[TemplateOfPlan, ...]


def template_groups(templates: Iterable[TemplateOfPlan], episode: Episode, today: date) -> tuple[TemplateGroup, ...]:
    """First those of the patient's operation and stage, then of the operation, then the others. With several procedures
    the slowest decides, as it does for the stage (CLINICAL.md 4).
    """
    stage, slowest = episode.stage_on(today), episode.operation.slowest
    groups: dict[str, list[TemplateOfPlan]] = {label: [] for label in (_fits(episode, today), OTHER_STAGES, OTHERS)}
    fitting, other_stages, others = groups.values()
    for template in templates:
        if template.procedure not in {None, slowest}:
            others.append(template)
        else:
            (fitting if template.stage in {None, stage} else other_stages).append(template)
    return tuple(
        TemplateGroup(label, of_group is fitting, tuple(of_group)) for label, of_group in groups.items() if of_group
    )


def _fits(episode: Episode, today: date) -> str:
    """Fits: fusion, early healing."""
    stage = episode.stage_on(today)
    named = stage_name(stage).lower() if stage else "any stage"
    return f"Fits: {procedure_name(episode.operation.slowest).lower()}, {named}"


def version_words(plan: PlanVersion | None) -> str:
    if plan is None:
        return "There is no plan yet."
    by = f" by {plan.made_by}" if plan.made_by else ""
    return f"Version {plan.version}, from {short_day_and_year(plan.from_on)}{by}."


def change_words(plan: PlanVersion | None, today: date) -> str:
    """For the patient, for a week: Ben Okoro changed your plan on Monday: fewer step-ups while your leg settles."""
    if plan is None or not plan.made_by or not 0 <= (today - plan.from_on).days < WEEK:
        return ""
    if plan.from_on == today:
        what = WORDS.made_plan_today if plan.version == 1 else WORDS.changed_plan_today
    else:
        what = WORDS.made_plan if plan.version == 1 else WORDS.changed_plan
    told = what.format(name=plan.made_by, day=weekday(plan.from_on))
    return f"{told} {plan.why}" if plan.why else told
