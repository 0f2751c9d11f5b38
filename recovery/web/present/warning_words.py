"""The words of the pages about warning signs. Nothing here says that no sign means safe (CLINICAL.md 5).

Telephone numbers come in as they are configured. The signs' own words stand in domain/daily_signs.py and full_signs.py.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from recovery.content.wording import words
from recovery.domain.operation import Operation, Region
from recovery.domain.sign import Line, Topic
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.warning_signs import SIGNS, said_words
from recovery.web.present.dates import day_and_year, day_words
from recovery.web.present.operation_words import operation_on_phone


class Saved(StrEnum):
    """What became of the check-in that a sign was ticked in. SIGN_ONLY: the sign is kept, the other answers are not."""

    SAVED = "saved"
    NOT_SAVED = "not_saved"
    SIGN_ONLY = "sign_only"


WORDS = words("warning_signs")
EMERGENCY_KICKER, CRISIS_KICKER, TODAY_KICKER = WORDS.kicker_emergency, WORDS.kicker_crisis, WORDS.kicker_today
CALL_TEAM = WORDS.call_team_today
CANNOT_GET_THROUGH = WORDS.cannot_get_through
NOBODY_WATCHES, NOT_EVERYTHING = WORDS.nobody_watches, WORDS.not_everything
TICKED_BY_MISTAKE = WORDS.ticked_by_mistake

_SAVED_WORDS = {
    Saved.SAVED: (WORDS.saved, WORDS.saved_more),
    Saved.SIGN_ONLY: (WORDS.sign_only, WORDS.sign_only_more),
    Saved.NOT_SAVED: (WORDS.not_saved, WORDS.not_saved_more),
}

_WAIT_FOR_A_TALK = (WORDS.wait_someone_with_you, WORDS.wait_phone)
_WAIT_FOR_HELP = (WORDS.wait_lie_or_sit, WORDS.wait_someone_with_you, WORDS.wait_medicines, WORDS.wait_phone)
_BLEEDING = {("wound-changed", "bleeding"), ("bleeding-after-pressing", "")}

_CALL_IF_THIS_STARTS = (
    WORDS.starts_numb,
    WORDS.starts_bladder,
    WORDS.starts_weak,
    WORDS.starts_chest,
    WORDS.starts_fever,
)
_CALL_IF_THIS_STARTS_NECK = (WORDS.starts_neck_swelling, WORDS.starts_clumsy)


def call_number(number: str) -> str:
    return WORDS.call_number.format(number=number)


def call_now(number: str) -> str:
    return WORDS.call_number_now.format(number=number)


def second_call(line: Line, number: str) -> str:
    """A second button, which has to say what it is for."""
    if line is Line.TEAM:
        return WORDS.call_team_number.format(number=number)
    return (WORDS.call_to_talk if line is Line.CRISIS else WORDS.call_number).format(number=number)


def saved_words(saved: Saved) -> tuple[str, str]:
    """What to print boldly, and the rest."""
    return _SAVED_WORDS[saved]


def crisis_second_line(emergency: str) -> str:
    return WORDS.talk_to_someone.format(number=emergency)


def why_call(ticked: Iterable[TickedSign]) -> str:
    """Why the call cannot wait: only what the tier says, and that pressed nerves need help within hours."""
    signs = tuple(ticked)
    topics = {SIGNS[sign.key].topic for sign in signs if sign.key in SIGNS}
    if Topic.NUMB_BLADDER_BOWEL in topics:
        return WORDS.why_nerves
    if any(sign.tier is Tier.EMERGENCY for sign in signs):
        return WORDS.why_now
    return WORDS.why_early


def while_you_wait(ticked: Iterable[TickedSign], *, is_crisis_only: bool) -> tuple[str, ...]:
    if is_crisis_only:
        return _WAIT_FOR_A_TALK
    is_bleeding = any((sign.key, sign.detail) in _BLEEDING for sign in ticked)
    return (WORDS.keep_pressing, *_WAIT_FOR_HELP) if is_bleeding else _WAIT_FOR_HELP


def call_if_this_starts(region: Region | None) -> tuple[str, ...]:
    """For somebody who is to call the team: what would make it a call to the emergency number."""
    if region is Region.CERVICAL:
        return _CALL_IF_THIS_STARTS + _CALL_IF_THIS_STARTS_NECK
    return _CALL_IF_THIS_STARTS


def phone_script(
    operation: Operation | None, recorded_on: date | None, ticked: Iterable[TickedSign]
) -> tuple[str, ...]:
    """What to read out on the phone, a sentence or two a line: operation, its date, what was ticked, for which day."""
    about = (WORDS.wrote_down_for.format(day=day_words(recorded_on)),) if recorded_on else ()
    return (_operation_line(operation, recorded_on), *(said_words(sign) for sign in ticked), *about)


def blank_script(operation: Operation | None) -> tuple[str, ...]:
    """The same for somebody who has not ticked anything: what to fill in is said in words."""
    if operation is None:
        return (_operation_line(None, None), WORDS.my_operation_is, WORDS.what_is_new)
    return (_operation_line(operation, None), WORDS.what_is_new)


def _operation_line(operation: Operation | None, recorded_on: date | None) -> str:
    """Without a day nothing tells whether the operation has been, so the line fits both."""
    if operation is None:
        return WORDS.i_am_a_patient
    what, day = operation_on_phone(operation), day_and_year(operation.operated_on)
    if recorded_on is None:
        return WORDS.i_am_a_spine_patient.format(operation=what, day=day)
    if recorded_on < operation.operated_on:
        return WORDS.i_am_waiting.format(operation=what, day=day)
    return WORDS.i_had.format(operation=what, day=day)
