"""One A4 page for an appointment. Every list has room for so many lines of so many letters; what is more says that it
stands in the record, so that the page stays one.
"""

from dataclasses import dataclass, replace

from recovery.domain.calendar import day_in_zone
from recovery.domain.therapy import plan_in_force
from recovery.web.present.charts.aligned import AlignedChart, Size, aligned_chart
from recovery.web.present.dates import clock_words, short_day_and_year, short_day_from
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.exercise_words import prescription_words
from recovery.web.present.ident import ident_words
from recovery.web.present.operation_words import walking_aid_name
from recovery.web.present.paper.at_visit import AtVisit
from recovery.web.present.paper.shortened import cut, first_of
from recovery.web.present.paper.sign_lines import sign_lines
from recovery.web.present.recovery_facts import NOT_RECORDED, adherence_facts, pain_before_fact, stage_fact
from recovery.web.present.rhythm_for_staff import rhythm_fact
from recovery.web.present.since_review import Stat
from recovery.web.present.summary_chart import USUALLY_DRAWN, chart_values, marks_on
from recovery.web.present.visit_cards import visit_cards
from recovery.web.present.worklist_words import STATUS_CHOICES, chips

SIZE = Size(width=1000)
"""Drawn wider than it is printed: the words come out at 9 px, small print and still to be read."""
SIGNS, REASONS, QUESTIONS, EXERCISES = 4, 5, 5, 6
SHORT, LONG, SIGN = 110, 190, 260
NAME = 90


@dataclass(frozen=True, slots=True)
class Sheet:
    """`stats` compare now with the last visit; `signs`, `reasons` and `questions` are whole sentences."""

    name: str
    day: str
    ident: str
    number: int
    facts: tuple[tuple[str, str], ...]
    instructions: str
    heading: str
    stats: tuple[Stat, ...]
    figure: AlignedChart
    signs: tuple[str, ...]
    open_signs: int
    reasons: tuple[str, ...]
    questions: tuple[str, ...]
    plan: tuple[str, ...]
    plan_since: str
    adherence: tuple[tuple[str, str], ...]
    written: str


def sheet(visit: AtVisit) -> Sheet:
    record, today = visit.record, visit.today
    signs, card = sign_lines(visit), visit.since_card
    plan = plan_in_force(record.plans, today)
    asked = visit_cards(visit.history, record.scored, today, visit.zone)
    return Sheet(
        name=cut(visit.name, NAME),
        day=day_for_staff(visit.episode, today),
        ident=ident_words(visit.born_on, visit.episode, today),
        number=visit.number,
        facts=_facts(visit),
        instructions=visit.details.surgeon_instructions,
        heading=card.heading,
        stats=card.stats,
        figure=_figure(visit),
        signs=first_of([each.whole for each in signs], SIGNS, SIGN),
        open_signs=sum(each.is_open for each in signs),
        reasons=first_of([each.words for each in chips(visit.reasons_but_signs, today, visit.zone)], REASONS, SHORT),
        questions=first_of([each.words for each in asked.questions], QUESTIONS, LONG),
        plan=first_of([f"{each.name}: {prescription_words(each)}" for each in plan.prescriptions], EXERCISES, SHORT)
        if plan
        else (),
        plan_since=f"Since {short_day_and_year(plan.from_on)}" if plan else "",
        adherence=adherence_facts(record, today),
        written=written_words(visit),
    )


def _facts(visit: AtVisit) -> tuple[tuple[str, str], ...]:
    episode, today = visit.episode, visit.today
    last, aid = visit.facts.last_entry_on, visit.record.walking_aid
    return (
        ("Stage", stage_fact(episode, today)),
        ("Status", STATUS_CHOICES[episode.status]),
        ("Surgeon", cut(episode.operation.surgeon, SHORT) or NOT_RECORDED),
        ("Pain before surgery", pain_before_fact(episode)),
        ("Last entry", short_day_from(today, last) if last else "None yet"),
        ("Check-ins due", rhythm_fact(episode, today)),
        ("Walks with", walking_aid_name(aid) if aid else NOT_RECORDED),
        ("Next appointment", cut(visit.next_appointment, SHORT) or "None"),
    )


def _figure(visit: AtVisit) -> AlignedChart:
    """The last six weeks, or since the operation where that is shorter; what matters stands in the record."""
    record = visit.record
    marks = marks_on(record, visit.history, visit.reasons, visit.zone)
    values = chart_values(visit.episode, replace(record, scored=()), marks, {}, visit.today)
    return aligned_chart(values, visit.name, USUALLY_DRAWN.days, size=SIZE, name=f"sheet-{visit.number}")


def written_words(visit: AtVisit) -> str:
    """Riverside, 22 Nov 2026, 12:00, by Ben Okoro."""
    written = visit.written
    day, time = day_in_zone(written.at, written.zone), clock_words(written.at, written.zone)
    return f"{written.clinic}, {short_day_and_year(day)}, {time}, by {written.by}"
