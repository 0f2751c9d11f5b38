"""What people did about a recovery, as events of its timeline."""

from datetime import date, datetime

from recovery.domain.advice import Advice
from recovery.domain.calendar import day_in_zone
from recovery.domain.call_requests import AskedCall
from recovery.domain.change import Change
from recovery.domain.outcomes import Outcome
from recovery.domain.reviews import Reviewed, ReviewOutcome
from recovery.domain.visit_questions import Question
from recovery.records.appointments import Booked
from recovery.records.calls import Called
from recovery.records.care import Answer
from recovery.records.caring import HandedOver
from recovery.records.history import History
from recovery.web.present.advice_page import place_words
from recovery.web.present.appointment_words import appointment_words
from recovery.web.present.change_words import change_words
from recovery.web.present.dates import clock_words, day_from
from recovery.web.present.entry_words import Telling
from recovery.web.present.review_words import outcome_title, review_title
from recovery.web.present.timed_tests_page import timed_event
from recovery.web.present.timeline import Event
from recovery.web.present.worklist_words import call_outcome

Dated = tuple[date, Event]


def happenings(history: History, telling: Telling, since: date) -> tuple[Dated, ...]:
    """From the day `since` on, latest first. Days are the patient's own. A review tells of its own call."""
    reviewed = {each.at for each in history.reviews}
    at = [
        *((each.at, _of_change(each, telling)) for each in history.changes),
        *((each.at, _of_outcome(each, telling)) for each in history.outcomes),
        *((each.at, _of_review(each, telling)) for each in history.reviews),
        *((each.at, _of_call(each, telling)) for each in history.calls if each.at not in reviewed),
        *((each.answered_at, _of_question(each, telling)) for each in history.questions if each.answered_at),
        *((each.asked_at, _of_asked_call(each, telling)) for each in history.asked_calls),
        *((each.pinned_at, _of_advice(each, telling)) for each in history.advice),
        *((each.ended_at, _of_ended_advice(each, telling)) for each in history.advice if each.ended_at),
        *((each.offered_at, _of_offer(each, telling)) for each in history.hand_overs),
        *((each.answered_at, _of_answer(each, telling)) for each in history.hand_overs if each.answered_at),
        *((each.at.starts_at, _of_appointment(each, telling)) for each in history.appointments),
    ]
    latest_first = sorted(at, key=lambda each: each[0], reverse=True)
    dated = [(day_in_zone(instant, telling.zone), event) for instant, event in latest_first]
    dated += [(each.result.done_on, timed_event(each, telling)) for each in reversed(history.timed_tests)]
    return tuple((day, event) for day, event in dated if day >= since)


def _event(at: datetime, telling: Telling, title: str, *lines: str) -> Event:
    day = f"{day_from(telling.today, day_in_zone(at, telling.zone))}, at {clock_words(at, telling.zone)}"
    return Event(day, title, lines=tuple(line for line in lines if line))


def _of_change(change: Change, telling: Telling) -> Event:
    return _event(change.at, telling, change_words(change), change.note, f"By {change.by}")


def _of_outcome(outcome: Outcome, telling: Telling) -> Event:
    return _event(outcome.at, telling, outcome_title(outcome), outcome.note, f"By {outcome.by}")


def _of_review(review: Reviewed, telling: Telling) -> Event:
    told = f"For the patient: {review.note_for_patient}" if review.note_for_patient else ""
    title = review_title(review, telling.region)
    by = "" if review.decision.outcome is ReviewOutcome.LOOKED else f"By {review.by}"
    return _event(review.at, telling, title, review.note, told, by)


def _of_call(call: Called, telling: Telling) -> Event:
    return _event(
        call.at, telling, "Called, and they answered" if call.is_answered else "Called, no answer", f"By {call.by}"
    )


def _of_appointment(booked: Booked, telling: Telling) -> Event:
    words = appointment_words(booked.at, telling.zone, telling.today)
    title = f"Appointment{', cancelled' if booked.is_cancelled else ''}: {words.title}"
    return Event(words.when, title, lines=(booked.at.place,) if booked.at.place else ())


def _of_question(question: Question, telling: Telling) -> Event:
    at = question.answered_at or question.asked_at
    return _event(at, telling, "Talked about a question", question.words, f"By {question.answered_by}")


def _of_offer(offer: HandedOver, telling: Telling) -> Event:
    return _event(
        offer.offered_at, telling, f"Hand-over offered to {offer.offered_to}", offer.note, f"By {offer.given_by}"
    )


def _of_answer(offer: HandedOver, telling: Telling) -> Event:
    at, answer = offer.answered_at or offer.offered_at, offer.answer or Answer.WITHDRAWN
    by = offer.given_by if answer is Answer.WITHDRAWN else offer.offered_to
    return _event(at, telling, f"Hand-over {answer.value}", f"By {by}")


def _of_asked_call(call: AskedCall, telling: Telling) -> Event:
    came = "It is still open" if call.is_open else call_outcome(call, telling.today, telling.zone)
    return _event(call.asked_at, telling, "The patient asked for a call", call.note, f"{came}.")


def _of_advice(advice: Advice, telling: Telling) -> Event:
    return _event(advice.pinned_at, telling, "Advice pinned", place_words(advice), advice.words, f"By {advice.by}")


def _of_ended_advice(advice: Advice, telling: Telling) -> Event:
    at = advice.ended_at or advice.pinned_at
    return _event(at, telling, "Pinned advice ended", place_words(advice), f"By {advice.ended_by}")
