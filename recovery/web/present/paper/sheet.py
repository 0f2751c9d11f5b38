"""One A4 page for an appointment, made from what the summary is made from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recovery.domain.calendar import day_in_zone
from recovery.domain.therapy import plan_in_force
from recovery.web.present.charts.aligned import AlignedChart, Size, aligned_chart
from recovery.web.present.course import course_of
from recovery.web.present.dates import clock_words, short_day_and_year, short_day_from
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.exercise_words import prescription_words
from recovery.web.present.ident import ident_words
from recovery.web.present.operation_words import walking_aid_name
from recovery.web.present.paper.at_visit import AtVisit
from recovery.web.present.paper.room import Told, fitted
from recovery.web.present.paper.shortened import cut, one_line
from recovery.web.present.paper.sign_lines import sign_lines
from recovery.web.present.recovery_facts import NOT_RECORDED, adherence_facts, pain_before_fact
from recovery.web.present.rhythm_for_staff import rhythm_fact
from recovery.web.present.since_review import Stat
from recovery.web.present.stage_for_staff import stage_fact
from recovery.web.present.summary_chart import USUALLY_DRAWN, chart_values, marks_on
from recovery.web.present.timed_tests_page import timed_lines
from recovery.web.present.visit_cards import visit_cards
from recovery.web.present.worklist_words import STATUS_CHOICES, chips

SIZE = Size(width=1100)
"""Drawn wider than it is printed: its words come out small, and still to be read."""
SURGEON = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """`stats` compare now with the last visit; `told` are the lists, as far as the page has room."""

    name: str
    day: str
    ident: str
    number: int
    facts: tuple[tuple[str, str], ...]
    instructions: str
    heading: str
    stats: tuple[Stat, ...]
    figure: AlignedChart
    told: Told
    open_signs: int
    plan_since: str
    adherence: tuple[str, ...]
    written: str


def sheet(visit: AtVisit) -> Sheet:
    record, today = visit.record, visit.today
    card, signs = visit.since_card, sign_lines(visit)
    told = fitted(_whole(visit, [each.whole for each in signs]))
    plan = plan_in_force(record.plans, today)
    return Sheet(
        name=one_line(visit.name),
        day=day_for_staff(visit.episode, today),
        ident=ident_words(visit.born_on, visit.episode, today),
        number=visit.number,
        facts=_facts(visit),
        instructions=one_line(visit.details.surgeon_instructions),
        heading=card.heading,
        stats=card.stats,
        figure=_figure(visit),
        told=told,
        open_signs=sum(each.is_open for each in signs),
        plan_since=f"Since {short_day_and_year(plan.from_on)}" if plan else "",
        adherence=tuple(f"{name}: {words}" for name, words in adherence_facts(record, today)),
        written=written_words(visit),
    )


def _whole(visit: AtVisit, signs: Sequence[str]) -> Told:
    """Every list in full."""
    today, zone = visit.today, visit.zone
    plan = plan_in_force(visit.record.plans, today)
    asked = visit_cards(visit.history, visit.record.scored, today, zone)
    prescribed = plan.prescriptions if plan else ()
    return Told(
        signs=tuple(signs),
        reasons=tuple(each.words for each in chips(visit.reasons_but_signs, visit.whose)),
        questions=tuple(each.words for each in asked.questions),
        plan=tuple((each.name, prescription_words(each)) for each in prescribed),
    )


def _facts(visit: AtVisit) -> tuple[tuple[str, str], ...]:
    episode, today = visit.episode, visit.today
    last, aid = visit.facts.last_entry_on, visit.record.walking_aid
    return (
        ("Stage", stage_fact(episode, today)),
        ("Status", STATUS_CHOICES[episode.status]),
        ("Surgeon", cut(episode.operation.surgeon, SURGEON) or NOT_RECORDED),
        ("Pain before surgery", pain_before_fact(episode)),
        ("Last entry", short_day_from(today, last) if last else "None yet"),
        ("Check-ins due", rhythm_fact(episode, today)),
        ("Walks with", walking_aid_name(aid) if aid else NOT_RECORDED),
        ("Next appointment", visit.next_appointment.when if visit.next_appointment else "None"),
        *((each.name, each.newest) for each in timed_lines(visit.history.timed_tests, today)),
    )


def _figure(visit: AtVisit) -> AlignedChart:
    """The last six weeks, or all there is where that is shorter. What matters stands in the record, and steps are told
    in numbers where minutes are drawn.
    """
    record = visit.record
    marks = marks_on(record, visit.history, visit.reasons, visit.zone)
    has_minutes = any(each.walking_minutes is not None for each in record.figures.values())
    figures = (
        {day: replace(each, steps=None) for day, each in record.figures.items()} if has_minutes else record.figures
    )
    drawn = replace(record, figures=figures, scored=())
    course, days = course_of(visit.episode, figures, visit.today), USUALLY_DRAWN.days
    return aligned_chart(
        chart_values(course, drawn, marks, {}, days), visit.name, days, size=SIZE, name=f"sheet-{visit.number}"
    )


def written_words(visit: AtVisit) -> str:
    """Riverside, 22 Nov 2026, 12:00, by Ben Okoro."""
    written = visit.written
    day, time = day_in_zone(written.at, written.zone), clock_words(written.at, written.zone)
    return f"{written.clinic}, {short_day_and_year(day)}, {time}, by {written.by}"
