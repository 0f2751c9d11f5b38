"""What the patient asked for and what matters to them, on the physiotherapist's summary."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.visit_questions import Question
from recovery.records.activity_scores import ScoredActivity
from recovery.records.history import History
from recovery.web.present.dates import short_day_from
from recovery.web.present.numbers import show
from recovery.web.present.worklist_words import moment_for_staff

NOT_SCORED = "not scored yet"


@dataclass(frozen=True, slots=True)
class CallCard:
    """`tried` are the calls since that nobody answered."""

    asked: str
    note: str
    tried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """`about` says when it was asked, and what kind it is."""

    id: UUID
    words: str
    about: str


@dataclass(frozen=True, slots=True)
class VisitCards:
    """`activities` are words with the newest score and its day."""

    call: CallCard | None
    questions: tuple[QuestionCard, ...]
    activities: tuple[tuple[str, str], ...]


def visit_cards(history: History, scored: Sequence[ScoredActivity], today: date, zone: str) -> VisitCards:
    return VisitCards(
        call=_call(history, today, zone),
        questions=tuple(_question(each, today, zone) for each in history.questions if each.is_open),
        activities=tuple((each.activity.words, _score(each, today)) for each in scored if not each.is_let_go),
    )


def _call(history: History, today: date, zone: str) -> CallCard | None:
    call = next((each for each in history.asked_calls if each.is_open), None)
    if call is None:
        return None
    tried = (each for each in history.calls if each.at >= call.asked_at and not each.is_answered)
    return CallCard(
        asked=f"Asked {moment_for_staff(call.asked_at, today, zone)}",
        note=call.note,
        tried=tuple(f"{each.by} called {moment_for_staff(each.at, today, zone)}, no answer" for each in tried),
    )


def _question(question: Question, today: date, zone: str) -> QuestionCard:
    asked = f"Asked {moment_for_staff(question.asked_at, today, zone)}"
    kind = "Ticked to be mentioned. " if question.sign else "About a passage in Learn. " if question.passage_id else ""
    return QuestionCard(question.id, question.words, f"{kind}{asked}")


def _score(scored: ScoredActivity, today: date) -> str:
    """6 of 10, 22 Nov; 2 at first, 25 Oct."""
    if not scored.scores:
        return NOT_SCORED
    days = list(scored.scores)
    newest = f"{show(scored.scores[days[-1]])} of 10, {short_day_from(today, days[-1])}"
    first = f"; {show(scored.scores[days[0]])} at first, {short_day_from(today, days[0])}"
    return newest + first if len(days) > 1 else newest
