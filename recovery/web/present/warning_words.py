"""The words of the pages about warning signs. Nothing here says that no sign means safe (CLINICAL.md 5).

Telephone numbers come in as they are configured. The signs' own words stand in domain/daily_signs.py and full_signs.py.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

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


EMERGENCY_KICKER = "Emergency"
CRISIS_KICKER = "You are not alone"
TODAY_KICKER = "Please do not wait"
CALL_TEAM = "Call your team today"
CANNOT_GET_THROUGH = "If you cannot get through, ask someone to take you to A&E. Do not drive yourself."
NOBODY_WATCHES = "Nobody watches this app all the time."
NOT_EVERYTHING = "No list has everything. If you are worried, call, even if your sign is not here."
TICKED_BY_MISTAKE = "Did you tick this by mistake? Your team will still see it. Tell them when you speak."

_SAVED_WORDS = {
    Saved.SAVED: (
        "Your check-in is saved.",
        f"Your team can see it. {NOBODY_WATCHES} Do not wait for us to call.",
    ),
    Saved.SIGN_ONLY: (
        "What you ticked is saved. The rest of your check-in is not saved yet.",
        f"Your team can see what you ticked. {NOBODY_WATCHES} Do not wait for us to call.",
    ),
    Saved.NOT_SAVED: (
        "This is NOT saved. Call anyway.",
        "Your team cannot see what you ticked. Tell it to the person on the phone.",
    ),
}

_WAIT_FOR_HELP = (
    "Lie or sit in the way that is easiest.",
    "Ask someone to stay with you.",
    "Have your list of medicines ready.",
    "Keep your phone with you.",
)
_WAIT_FOR_A_TALK = ("Ask someone to stay with you.", "Keep your phone with you.")
_KEEP_PRESSING = "Keep pressing on the place that bleeds."
_BLEEDING = {("wound-changed", "bleeding"), ("bleeding-after-pressing", "")}

_CALL_IF_THIS_STARTS = (
    "A numb or odd feeling between your legs, or in your bottom or genitals",
    "New trouble with pee or poo, or with sexual feeling",
    "You cannot lift your foot, move your leg or stand on it",
    "Chest pain, or it is hard to breathe",
    "A fever, and you feel very unwell or confused",
)
_CALL_IF_THIS_STARTS_NECK = (
    "Swelling in your neck, or trouble swallowing",
    "Weak or clumsy hands or arms, or you walk unsteadily",
)


def call_now(number: str) -> str:
    return f"Call {number} now"


def second_call(line: Line, number: str) -> str:
    """A second button, which has to say what it is for."""
    if line is Line.TEAM:
        return f"Call your team today: {number}"
    return f"Call {number} to talk to someone" if line is Line.CRISIS else f"Call {number}"


def saved_words(saved: Saved) -> tuple[str, str]:
    """What to print boldly, and the rest."""
    return _SAVED_WORDS[saved]


def crisis_second_line(emergency: str) -> str:
    return f"Please talk to someone now. If you have hurt yourself, or may do so, call {emergency} now."


def why_call(ticked: Iterable[TickedSign]) -> str:
    """Why the call cannot wait: only what the tier says, and that pressed nerves need help within hours."""
    signs = tuple(ticked)
    topics = {SIGNS[sign.key].topic for sign in signs if sign.key in SIGNS}
    if Topic.NUMB_BLADDER_BOWEL in topics:
        return "This can mean that nerves are being pressed. It needs help now, within hours."
    if any(sign.tier is Tier.EMERGENCY for sign in signs):
        return "This needs help now."
    return "It is best looked at early."


def while_you_wait(ticked: Iterable[TickedSign], *, is_crisis_only: bool) -> tuple[str, ...]:
    if is_crisis_only:
        return _WAIT_FOR_A_TALK
    is_bleeding = any((sign.key, sign.detail) in _BLEEDING for sign in ticked)
    return (_KEEP_PRESSING, *_WAIT_FOR_HELP) if is_bleeding else _WAIT_FOR_HELP


def call_if_this_starts(region: Region | None) -> tuple[str, ...]:
    """For somebody who is to call the team: what would make it a call to the emergency number."""
    if region is Region.CERVICAL:
        return _CALL_IF_THIS_STARTS + _CALL_IF_THIS_STARTS_NECK
    return _CALL_IF_THIS_STARTS


def phone_script(
    operation: Operation | None, recorded_on: date | None, ticked: Iterable[TickedSign]
) -> tuple[str, ...]:
    """What to read out on the phone, a sentence or two a line: operation, its date, what was ticked, for which day."""
    about = (f"I wrote this down for {day_words(recorded_on)}.",) if recorded_on else ()
    return (_operation_line(operation, recorded_on), *(said_words(sign) for sign in ticked), *about)


def blank_script(operation: Operation | None) -> tuple[str, ...]:
    """The same for somebody who has not ticked anything: what to fill in is said in words."""
    if operation is None:
        return (_operation_line(None, None), "My operation and its date are …", "What is new or worse is …")
    return (_operation_line(operation, None), "What is new or worse is …")


def _operation_line(operation: Operation | None, recorded_on: date | None) -> str:
    """Without a day nothing tells whether the operation has been, so the line fits both."""
    if operation is None:
        return "I am a patient of a spine surgery team."
    what, day = operation_on_phone(operation), day_and_year(operation.operated_on)
    if recorded_on is None:
        return f"I am a spine surgery patient. It is {what}. The date is {day}."
    if recorded_on < operation.operated_on:
        return f"I am waiting for {what}, on {day}."
    return f"I had {what}, on {day}."
