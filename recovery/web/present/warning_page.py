"""What the pages about warning signs hold, as plain values: which number to press first, and what to say and do."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from recovery.domain.full_signs import MENTION_NEXT_TIME
from recovery.domain.operation import Operation, Region
from recovery.domain.sign import Line, Sign
from recovery.domain.warning_answer import TickedSign, Tier, WarningAnswer
from recovery.domain.warning_signs import SIGNS, asked_words, full_list_for
from recovery.web.present import warning_words as words
from recovery.web.present.warning_words import Saved

__all__ = ["ActionPage", "Call", "PhoneNumbers", "PublicPage", "Saved", "SignGroup", "action_page", "public_page"]


@dataclass(frozen=True, slots=True)
class Call:
    """A button that dials."""

    words: str
    number: str

    @property
    def href(self) -> str:
        return "tel:" + "".join(sign for sign in self.number if sign.isdecimal() or sign in "+*#")


@dataclass(frozen=True, slots=True)
class PhoneNumbers:
    """As configured and shown; `team_hours` is a sentence or two, with what to do when the team is closed."""

    emergency: str
    team: str
    crisis: str
    team_hours: str

    def call(self, line: Line) -> Call:
        number = {Line.EMERGENCY: self.emergency, Line.TEAM: self.team, Line.CRISIS: self.crisis}[line]
        return Call(words.call_number(number), number)

    @property
    def team_call(self) -> Call:
        return self.call(Line.TEAM)


@dataclass(frozen=True, slots=True)
class ActionPage:
    """The answer to a ticked sign. `calls` begins with the one to press; `starts` (what would make it an emergency)
    is only told to somebody who is to call the team, `while_waiting` only to the others.
    """

    kicker: str
    title: str
    second_line: str
    why: str
    is_emergency: bool
    ticked: tuple[str, ...]
    calls: tuple[Call, ...]
    team_hours: str
    script: tuple[str, ...]
    while_waiting: tuple[str, ...]
    starts: tuple[str, ...]
    emergency_call: Call
    saved: Saved
    saved_words: tuple[str, str]
    by_mistake: str


def action_page(
    answer: WarningAnswer,
    *,
    operation: Operation | None,
    recorded_on: date | None,
    saved: Saved,
    numbers: PhoneNumbers,
) -> ActionPage:
    """Raises ValueError when nothing was ticked: then there is nothing to act on."""
    if not answer.ticked:
        raise ValueError("an action page answers a ticked sign")
    lines = {_line(sign) for sign in answer.ticked}
    is_emergency = answer.tier is Tier.EMERGENCY
    first = _first_line(lines)
    return ActionPage(
        kicker=_KICKERS[first],
        title=words.CALL_TEAM if first is Line.TEAM else words.call_now(numbers.call(first).number),
        second_line=_second_line(first, numbers),
        why=words.why_call(answer.ticked) if first is not Line.CRISIS else "",
        is_emergency=is_emergency,
        ticked=tuple(asked_words(sign) for sign in answer.ticked),
        calls=_calls(lines, numbers),
        team_hours=numbers.team_hours if Line.TEAM in _order(lines) else "",
        script=words.phone_script(operation, recorded_on, answer.ticked),
        while_waiting=_while_waiting(answer.ticked, first),
        starts=() if is_emergency else words.call_if_this_starts(operation.region if operation else None),
        emergency_call=numbers.call(Line.EMERGENCY),
        saved=saved,
        saved_words=words.saved_words(saved),
        by_mistake="" if saved is Saved.NOT_SAVED else words.TICKED_BY_MISTAKE,
    )


_KICKERS = {
    Line.EMERGENCY: words.EMERGENCY_KICKER,
    Line.CRISIS: words.CRISIS_KICKER,
    Line.TEAM: words.TODAY_KICKER,
}


def _line(ticked: TickedSign) -> Line:
    """By the tier that was stored; the list only tells which signs lead to the crisis number."""
    sign = SIGNS.get(ticked.key)
    if sign is not None and sign.line is Line.CRISIS:
        return Line.CRISIS
    return Line.EMERGENCY if ticked.tier is Tier.EMERGENCY else Line.TEAM


def _first_line(lines: set[Line]) -> Line:
    return next(line for line in (Line.EMERGENCY, Line.CRISIS, Line.TEAM) if line in lines)


def _order(lines: set[Line]) -> tuple[Line, ...]:
    """Every number that is needed, the most urgent first. In an emergency the team is not called as well; somebody
    who thinks of harming themselves is given the emergency number too.
    """
    if Line.EMERGENCY in lines:
        return (Line.EMERGENCY, Line.CRISIS) if Line.CRISIS in lines else (Line.EMERGENCY,)
    if Line.CRISIS in lines:
        return (Line.CRISIS, Line.EMERGENCY, Line.TEAM) if Line.TEAM in lines else (Line.CRISIS, Line.EMERGENCY)
    return (Line.TEAM,)


def _calls(lines: set[Line], numbers: PhoneNumbers) -> tuple[Call, ...]:
    """The first stands alone; each of the others says what it is for."""
    first, *others = _order(lines)
    numbered = [(line, numbers.call(line).number) for line in others]
    return (numbers.call(first), *(Call(words.second_call(line, number), number) for line, number in numbered))


def _second_line(first: Line, numbers: PhoneNumbers) -> str:
    if first is Line.EMERGENCY:
        return words.CANNOT_GET_THROUGH
    return words.crisis_second_line(numbers.emergency) if first is Line.CRISIS else ""


def _while_waiting(ticked: tuple[TickedSign, ...], first: Line) -> tuple[str, ...]:
    if first is Line.TEAM:
        return ()
    return words.while_you_wait(ticked, is_crisis_only=first is Line.CRISIS)


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs under one heading; `call` only where they lead to another number than the tier's."""

    title: str
    signs: tuple[str, ...]
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class PublicPage:
    """Open to everybody: nothing on it comes from a check-in."""

    title: str
    second_line: str
    emergency_call: Call
    emergency: tuple[SignGroup, ...]
    team_title: str
    team_call: Call
    team_hours: str
    today: tuple[SignGroup, ...]
    next_time: tuple[str, ...]
    script: tuple[str, ...]
    not_everything: str
    nobody_watches: str


def public_page(region: Region | None, numbers: PhoneNumbers, operation: Operation | None = None) -> PublicPage:
    """`region` None: every sign. `operation` only serves the words to say on the phone."""
    signs = full_list_for(region)
    return PublicPage(
        title=words.call_now(numbers.emergency),
        second_line=words.CANNOT_GET_THROUGH,
        emergency_call=numbers.call(Line.EMERGENCY),
        emergency=_groups(signs, Tier.EMERGENCY, numbers),
        team_title=words.CALL_TEAM,
        team_call=numbers.call(Line.TEAM),
        team_hours=numbers.team_hours,
        today=_groups(signs, Tier.TODAY, numbers),
        next_time=tuple(each.words for each in MENTION_NEXT_TIME),
        script=words.blank_script(operation),
        not_everything=words.NOT_EVERYTHING,
        nobody_watches=words.NOBODY_WATCHES,
    )


def _groups(signs: tuple[Sign, ...], tier: Tier, numbers: PhoneNumbers) -> tuple[SignGroup, ...]:
    of_tier = [sign for sign in signs if sign.tier is tier]
    return tuple(
        SignGroup(
            title=topic.value,
            signs=tuple(sign.ask for sign in together),
            call=numbers.call(Line.CRISIS) if together[0].line is Line.CRISIS else None,
        )
        for topic, together in ((topic, list(group)) for topic, group in groupby(of_tier, key=lambda sign: sign.topic))
    )
