"""A recovery as it stands when the patient comes in, as values: for the sheet and the lines that are made from it."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from moment import NOW, TODAY

from recovery.domain.day_figures import DayFigure
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.facts import Facts, RecordedSign
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.outcomes import Outcome, SignOutcome
from recovery.domain.therapy import PlanVersion, Prescription
from recovery.domain.visit_questions import Question
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import Thresholds, assess
from recovery.records.appointments import Booked, Upcoming
from recovery.records.history import History
from recovery.records.record import Record
from recovery.web.present.paper.at_visit import AtVisit, Written

DAY = timedelta(days=1)
LONDON = "Europe/London"


def figure(day: date, **values) -> DayFigure:
    known = dict.fromkeys(("back_average", "back_worst", "leg_average", "leg_worst", "walking_minutes", "steps"))
    return DayFigure(day=day, entries=1, **(known | values))


def sign(number: int = 1, *, key="calf-sore-swollen", outcomes=(), days_ago=1) -> RecordedSign:
    on, at = TODAY - days_ago * DAY, NOW - days_ago * DAY
    return RecordedSign(number, uuid4(), 1, TickedSign(Tier.TODAY, key), at, on, tuple(outcomes))


def outcome_of(ticked: RecordedSign, note="") -> Outcome:
    return Outcome(ticked.sign.key, "", SignOutcome.SPOKE, note, "Ben Okoro", ticked.ticked_at, ticked.id)


def question(words: str) -> Question:
    return Question(uuid4(), words, NOW - DAY)


def exercise(name="Heel slides") -> Prescription:
    return Prescription(uuid4(), name, "", frozenset(range(1, 8)), times_a_day=2, sets=2, repetitions=10)


def past_appointment(days_ago: float, *, is_cancelled=False) -> Booked:
    return Booked(uuid4(), Upcoming("Review", "Ben", "", NOW - days_ago * DAY, LONDON), is_cancelled)


def visit(
    *,
    name="Asha Rao",
    day=12,
    region=Region.LUMBAR,
    status=EpisodeStatus.ACTIVE,
    surgeon="Ms H. Lindqvist",
    instructions="",
    figures=(),
    exercises=(),
    signs=(),
    outcomes=(),
    questions=(),
    timed_tests=(),
    appointments=(),
    upcoming=None,
    clinic="Riverside",
) -> AtVisit:
    """On TODAY, at NOW: fusion, `day` days ago."""
    operated_on = TODAY - day * DAY
    operation = Operation(
        frozenset({Procedure.FUSION}), Approach.OPEN, region, operated_on, levels="L4-L5", surgeon=surgeon
    )
    episode = Episode(UUID(int=2), UUID(int=1), operation, status, 5, 7)
    kept = {each.day: each for each in figures}
    facts = Facts(episode, operated_on, max(kept, default=None), signs=tuple(signs))
    plans = (PlanVersion(1, operated_on, tuple(exercises)),) if exercises else ()
    return AtVisit(
        name=name,
        born_on=date(1961, 3, 14),
        number=12,
        zone=LONDON,
        today=TODAY,
        episode=episode,
        details=EpisodeDetails(operation, instructions),
        record=Record(kept, (), frozenset(), frozenset(), plans, None, (), has_older=False, scored=()),
        history=History(
            (), tuple(outcomes), (), (), tuple(appointments), tuple(questions), (), (), (), tuple(timed_tests)
        ),
        facts=facts,
        reasons=assess(facts, Thresholds(), TODAY),
        reviewed=None,
        upcoming=upcoming,
        written=Written(clinic, "Ben Okoro", NOW, LONDON),
    )
