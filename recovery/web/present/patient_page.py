"""One patient's summary for the physiotherapist: facts, charts on one axis of days, plan and timeline."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.arrivals import Arrival, Received, arrived
from recovery.domain.calendar import day_in_zone
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.episode import Episode
from recovery.domain.facts import Facts
from recovery.domain.since_review import Kept, beginning, since_review
from recovery.domain.therapy import plan_in_force
from recovery.domain.worklist import Reason
from recovery.records.arrivals import LastReview
from recovery.records.history import History
from recovery.records.record import Record
from recovery.web.present.advice_page import GuidanceTold, guidance_told
from recovery.web.present.charts.aligned import AlignedChart, aligned_chart
from recovery.web.present.course import course_of
from recovery.web.present.dates import short_day_and_year, short_day_from
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.entry_words import Telling
from recovery.web.present.exercise_words import prescription_words
from recovery.web.present.happenings import happenings
from recovery.web.present.ident import Who, ident_words
from recovery.web.present.operation_words import pain_names, walking_aid_name
from recovery.web.present.recovery_facts import NOT_RECORDED, adherence_facts, pain_before_fact
from recovery.web.present.rhythm_for_staff import rhythm_fact
from recovery.web.present.since_review import SinceCard, since_card
from recovery.web.present.stage_for_staff import stage_fact
from recovery.web.present.summary_chart import (
    DrawnRange,
    chart_values,
    marks_on,
    range_is_from,
    ranges_shown,
)
from recovery.web.present.timed_tests_page import TestLine, timed_lines
from recovery.web.present.timeline import Event, Told, timeline
from recovery.web.present.usual_range import Allowed
from recovery.web.present.visit_cards import VisitCards, visit_cards
from recovery.web.present.worklist_words import STATUS_WORDS, Chip, OpenSign, Whose, chips, open_sign_words


@dataclass(frozen=True, slots=True)
class PatientPage:
    """`ident` (birth date and operation) stands beside the name on every page about a patient. `range_is_from` says who
    approved the usual range, "" where none is drawn. `plan_ids` are of the
    prescriptions in `plan`, in the same order.
    """

    name: str
    day: str
    ident: str
    phone: str
    chips: tuple[Chip, ...]
    facts: tuple[tuple[str, str], ...]
    since: SinceCard
    chart: AlignedChart
    drawn: DrawnRange
    range_is_from: str
    plan: tuple[tuple[str, str], ...]
    plan_ids: tuple[UUID, ...]
    plan_since: str
    adherence: tuple[tuple[str, str], ...]
    timeline: tuple[Event, ...]
    has_older: bool
    open_signs: tuple[OpenSign, ...]
    instructions: str
    cards: VisitCards
    guidance: GuidanceTold
    timed_tests: tuple[TestLine, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the page is made from; the timeline begins on the day `since`. `arrivals` are what came in since the review
    `reviewed`; `drawn` is how much of the recovery the chart holds, with the usual ranges as far as `allowed`.
    """

    who: Who
    episode: Episode
    details: EpisodeDetails
    record: Record
    history: History
    facts: Facts
    reasons: tuple[Reason, ...]
    reviewed: LastReview | None
    arrivals: tuple[Arrival, ...]
    allowed: Allowed
    drawn: DrawnRange
    today: date
    since: date


def patient_page(summary: Summary) -> PatientPage:
    """The timeline has the days that are listed, the chart every day."""
    who, episode, today, record = summary.who, summary.episode, summary.today, summary.record
    telling = Telling(today, who.zone, episode.operation.region, record.plans, record.activities)
    plan = plan_in_force(record.plans, today)
    return PatientPage(
        name=who.name,
        day=day_for_staff(episode, today),
        ident=ident_words(who.born_on, episode, today),
        phone=who.phone,
        chips=chips(summary.reasons, Whose(today, who.zone, episode.operation.region)),
        facts=_facts(summary),
        since=_since(summary),
        chart=(chart := _chart(summary)),
        drawn=summary.drawn,
        range_is_from=range_is_from(summary.allowed, who.zone) if chart.has_range else "",
        plan=tuple((each.name, prescription_words(each)) for each in plan.prescriptions) if plan else (),
        plan_ids=tuple(each.id for each in plan.prescriptions) if plan else (),
        plan_since=f"Since {short_day_and_year(plan.from_on)}" if plan else "",
        adherence=adherence_facts(record, today),
        timeline=timeline(
            episode,
            Told(record.entries, record.plans, happenings(summary.history, telling, summary.since)),
            telling,
            summary.since,
        ),
        open_signs=open_sign_words(summary.reasons, today, who.zone),
        cards=visit_cards(summary.history, record.scored, today, who.zone),
        instructions=summary.details.surgeon_instructions,
        has_older=record.has_older,
        guidance=guidance_told(summary.history.advice, summary.history.reads, who.zone, today),
        timed_tests=timed_lines(summary.history.timed_tests, today),
    )


def _facts(summary: Summary) -> tuple[tuple[str, str], ...]:
    episode, today, last = summary.episode, summary.today, summary.facts.last_entry_on
    aid = summary.record.walking_aid
    return (
        ("Stage", stage_fact(episode, today)),
        ("Last entry", short_day_from(today, last) if last else "None yet"),
        ("Walks with", walking_aid_name(aid) if aid else NOT_RECORDED),
        ("Pain before surgery", pain_before_fact(episode)),
        ("Surgeon", episode.operation.surgeon or NOT_RECORDED),
        ("Next appointment", summary.who.next_appointment or "None"),
        ("Check-ins due", rhythm_fact(episode, today)),
        ("Status", STATUS_WORDS[episode.status] or "Active"),
        *_language(summary.who),
    )


def _language(who: Who) -> tuple[tuple[str, str], ...]:
    """Only where it changes how one talks with them."""
    if who.language == "English" and not who.needs_interpreter:
        return ()
    return (("Language", f"{who.language}, needs an interpreter" if who.needs_interpreter else who.language),)


def _chart(summary: Summary) -> AlignedChart:
    marks = marks_on(summary.record, summary.history, summary.reasons, summary.who.zone)
    ranges = ranges_shown(summary.episode, summary.allowed)
    course = course_of(summary.episode, summary.record.figures, summary.today)
    values = chart_values(course, summary.record, marks, ranges, summary.drawn.days)
    return aligned_chart(values, summary.who.name, summary.drawn.days)


def _since(summary: Summary) -> SinceCard:
    episode, record, today, zone = summary.episode, summary.record, summary.today, summary.who.zone
    last, joined_on = summary.reviewed, summary.facts.joined_on
    reviewed = (day_in_zone(last.opened_at, zone), last.opened_at, last.by) if last else None
    begun = beginning(episode, joined_on, today, reviewed)
    kept = Kept(record.figures, record.plans, record.sessions, record.excused)
    history = summary.history
    received = Received(summary.arrivals, summary.facts.signs, history.asked_calls, history.questions)
    since = since_review(episode, kept, begun, joined_on, today)
    return since_card(since, arrived(received, begun), pain_names(episode.operation.region), today, zone)
