"""Questions for the next visit, as the patient sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.domain.full_signs import MENTION_NEXT_TIME, Mention
from recovery.domain.visit_questions import WORDS_LENGTH, Question, has_room
from recovery.records.appointments import Upcoming
from recovery.web.present.appointment_words import appointment_words
from recovery.web.present.moments import on_day_words

WORDS = words("team")


@dataclass(frozen=True, slots=True)
class QuestionLine:
    id: UUID
    words: str
    when: str


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """`answered` newest first; `signs` are those to mention that are not on the list yet."""

    open: tuple[QuestionLine, ...]
    answered: tuple[QuestionLine, ...]
    has_room: bool
    signs: tuple[Mention, ...]
    next_visit: str
    hint: str


def questions_page(questions: Sequence[Question], upcoming: Upcoming | None, today: date, zone: str) -> QuestionsPage:
    standing = [each for each in questions if each.is_open]
    answered = sorted((each for each in questions if not each.is_open), key=_answered_at, reverse=True)
    mentioned = {each.sign for each in standing}
    return QuestionsPage(
        open=tuple(QuestionLine(each.id, each.words, _added(each, today, zone)) for each in standing),
        answered=tuple(QuestionLine(each.id, each.words, _talked(each, today, zone)) for each in answered),
        has_room=has_room(questions),
        signs=tuple(sign for sign in MENTION_NEXT_TIME if sign.key not in mentioned),
        next_visit=_next_visit(upcoming, zone, today) if upcoming else "",
        hint=WORDS.up_to_letters.format(longest=WORDS_LENGTH),
    )


def _answered_at(question: Question) -> float:
    return question.answered_at.timestamp() if question.answered_at else 0


def _added(question: Question, today: date, zone: str) -> str:
    told = WORDS.added.format(when=on_day_words(day_in_zone(question.asked_at, zone), today))
    return f"{WORDS.about_what_you_read} {told}" if question.passage_id else told


def _talked(question: Question, today: date, zone: str) -> str:
    on = day_in_zone(question.answered_at or question.asked_at, zone)
    return WORDS.talked_about_with.format(when=on_day_words(on, today), name=question.answered_by)


def _next_visit(upcoming: Upcoming, zone: str, today: date) -> str:
    told = appointment_words(upcoming, zone, today)
    return WORDS.next_visit.format(title=told.title, when=told.when)
