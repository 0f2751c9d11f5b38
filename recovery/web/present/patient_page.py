"""One patient's summary for the physiotherapist: facts, charts on one axis of days, plan and timeline."""

from dataclasses import dataclass
from datetime import date

from recovery.domain.adherence import FORTNIGHT, WEEK, adherence_by_day, adherence_over
from recovery.domain.calendar import days_ending
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.episode import Episode
from recovery.domain.therapy import plan_in_force
from recovery.domain.worklist import Reason
from recovery.records.history import History
from recovery.records.record import Record
from recovery.web.present.adherence_words import adherence_words
from recovery.web.present.advice_page import GuidanceTold, guidance_told
from recovery.web.present.charts.aligned import aligned_chart
from recovery.web.present.charts.shapes import Chart
from recovery.web.present.course import course_of
from recovery.web.present.dates import short_day_and_year, short_day_from
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.entry_words import Telling
from recovery.web.present.exercise_words import prescription_words
from recovery.web.present.happenings import happenings
from recovery.web.present.ident import Who, ident_words
from recovery.web.present.numbers import show
from recovery.web.present.operation_words import walking_aid_name
from recovery.web.present.rhythm_for_staff import rhythm_fact
from recovery.web.present.stage_for_staff import stage_fact
from recovery.web.present.timeline import Event, Told, timeline
from recovery.web.present.visit_cards import VisitCards, visit_cards
from recovery.web.present.worklist_words import STATUS_WORDS, Chip, OpenSign, chips, open_sign_words

NOT_RECORDED = "–"


@dataclass(frozen=True, slots=True)
class PatientPage:
    """`ident` (birth date and operation) stands beside the name on every page about a patient."""

    name: str
    day: str
    ident: str
    phone: str
    chips: tuple[Chip, ...]
    facts: tuple[tuple[str, str], ...]
    chart: Chart
    plan: tuple[tuple[str, str], ...]
    plan_since: str
    adherence: tuple[tuple[str, str], ...]
    timeline: tuple[Event, ...]
    has_older: bool
    open_signs: tuple[OpenSign, ...]
    instructions: str
    cards: VisitCards
    guidance: GuidanceTold


@dataclass(frozen=True, slots=True)
class Summary:
    """What the page is made from; the timeline begins on the day `since`."""

    who: Who
    episode: Episode
    details: EpisodeDetails
    record: Record
    history: History
    reasons: tuple[Reason, ...]
    last_entry_on: date | None
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
        chips=chips(summary.reasons, today, who.zone),
        facts=_facts(summary),
        chart=_chart(summary),
        plan=tuple((each.name, prescription_words(each)) for each in plan.prescriptions) if plan else (),
        plan_since=f"Since {short_day_and_year(plan.from_on)}" if plan else "",
        adherence=_adherence(summary),
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
    )


def _facts(summary: Summary) -> tuple[tuple[str, str], ...]:
    episode, today, last = summary.episode, summary.today, summary.last_entry_on
    aid = summary.record.walking_aid
    return (
        ("Stage", stage_fact(episode, today)),
        ("Last entry", short_day_from(today, last) if last else "None yet"),
        ("Walks with", walking_aid_name(aid) if aid else NOT_RECORDED),
        ("Pain before surgery", _before(episode)),
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


def _adherence(summary: Summary) -> tuple[tuple[str, str], ...]:
    """Both windows, each with what was not recorded; they end yesterday."""
    record, today = summary.record, summary.today
    windows = {
        days: adherence_over(days, today, record.plans, record.sessions, record.excused) for days in (WEEK, FORTNIGHT)
    }
    return tuple((f"Last {days} days", adherence_words(adherence)) for days, adherence in windows.items())


def _before(episode: Episode) -> str:
    scores = (episode.back_pain_before, episode.leg_pain_before)
    names = course_of(episode, {}, episode.operation.operated_on).pain_names
    told = [f"{name.lower()} {show(score)}" for name, score in zip(names, scores, strict=True) if score is not None]
    return ", ".join(told) or NOT_RECORDED


def _chart(summary: Summary) -> Chart:
    record = summary.record
    course = course_of(summary.episode, record.figures, summary.today)
    days = days_ending(summary.today, course.last_day - course.first_day + 1)
    therapy = adherence_by_day(days, record.plans, record.sessions, record.excused)
    return aligned_chart(course, therapy, sorted(record.signs_on), summary.who.name)
