"""Your team, on Today: the ways to ask, each with where it stands."""

from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.call_requests import AskedCall
from recovery.web.present.moments import moment_words

WORDS = words("team")


@dataclass(frozen=True, slots=True)
class TeamLine:
    endpoint: str
    icon: str
    title: str
    told: str


def team_card(open_questions: int, call: AskedCall | None, today: date, zone: str) -> tuple[TeamLine, ...]:
    """`call` is the request that stands."""
    told = {0: WORDS.no_questions, 1: WORDS.one_question}.get(open_questions, WORDS.several_questions)
    asked = WORDS.call_asked_when.format(when=moment_words(call.asked_at, today, zone)) if call else ""
    return (
        TeamLine("questions.show", "note", WORDS.questions, told.format(count=open_questions)),
        TeamLine("call_me.show", "phone", WORDS.call_me, asked or WORDS.call_not_asked),
        TeamLine("activities.show", "flag", WORDS.matters, WORDS.matters_hint),
    )
