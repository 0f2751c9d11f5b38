"""What people did about one recovery beside the entries: corrections, outcomes, reviews, calls, appointments, what the
patient asked for, advice, reading and timed tests.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recovery.domain.advice import Advice
from recovery.domain.call_requests import AskedCall
from recovery.domain.change import Change
from recovery.domain.outcomes import Outcome
from recovery.domain.reviews import Reviewed
from recovery.domain.timed_tests import RecordedTest
from recovery.domain.visit_questions import Question
from recovery.records.appointments import Booked, appointments_of
from recovery.records.call_requests import calls_asked_for
from recovery.records.calls import Called, calls_of
from recovery.records.caring import HandedOver, hand_overs_of
from recovery.records.changes import changes_of
from recovery.records.passage_reads import Read, reads_told
from recovery.records.pinned_advice import advice_of
from recovery.records.reviews import reviews_of
from recovery.records.signs import outcomes_told
from recovery.records.timed_tests import timed_tests_of
from recovery.records.visit_questions import questions_of


@dataclass(frozen=True, slots=True)
class History:
    """`calls` are those that no outcome of a sign tells already; `appointments` the past ones;
    `questions` are open or talked about; `asked_calls` newest first.
    """

    changes: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]
    reviews: tuple[Reviewed, ...]
    calls: tuple[Called, ...]
    appointments: tuple[Booked, ...]
    questions: tuple[Question, ...]
    asked_calls: tuple[AskedCall, ...]
    advice: tuple[Advice, ...]
    reads: tuple[Read, ...]
    timed_tests: tuple[RecordedTest, ...]
    hand_overs: tuple[HandedOver, ...] = ()


def history_of(patient_id: UUID, episode_id: UUID, now: datetime) -> History:
    """In a fixed number of statements."""
    outcomes, reviews = outcomes_told(episode_id), reviews_of(episode_id)
    told = {each.at for each in outcomes}
    return History(
        changes=changes_of(patient_id, episode_id),
        outcomes=outcomes,
        reviews=reviews,
        calls=tuple(call for call in calls_of(episode_id) if call.at not in told),
        appointments=tuple(each for each in appointments_of(patient_id) if each.at.starts_at < now),
        questions=questions_of(episode_id),
        asked_calls=calls_asked_for(episode_id),
        advice=advice_of(episode_id),
        reads=reads_told(patient_id),
        timed_tests=timed_tests_of(episode_id),
        hand_overs=hand_overs_of(patient_id),
    )
