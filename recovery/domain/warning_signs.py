"""The daily question and the full list of warning signs, and what a submitted form answered (CLINICAL.md 5 and 12).

A ticked sign beats every error: with one known sign among what was sent there is always an answer.
"""

from collections.abc import Iterable, Mapping

from recovery.domain.daily_signs import CAUDA_EQUINA_ROWS, DAILY_ROWS
from recovery.domain.full_signs import FULL_LIST
from recovery.domain.operation import Region
from recovery.domain.sign import Choice, Row, Sign
from recovery.domain.stage import Stage
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED, TickedSign, WarningAnswer

__all__ = [
    "DAILY_ROWS",
    "FULL_LIST",
    "NONE",
    "SIGNS",
    "Row",
    "Sign",
    "UnknownSign",
    "answer_from",
    "asked_words",
    "full_list_for",
    "rows_for",
    "said_words",
]

NONE = "none"
"""The value of "None of these"."""

NO_LONGER_LISTED = "I ticked a warning sign that is not on the list any more"

SIGNS: dict[str, Sign] = {sign.key: sign for sign in (*DAILY_ROWS, *FULL_LIST)}
"""Every sign by key, the daily rows first: the order in which ticked signs are shown within a tier."""

_PLACE = {key: place for place, key in enumerate(SIGNS)}


class UnknownSign(ValueError):  # noqa: N818 - named for what it is
    """Something was ticked that is on no list, and no known sign with it. The form asks again."""


def rows_for(stage: Stage | None, region: Region) -> tuple[Row, ...]:
    """The daily question's rows. Before surgery only cauda equina; until a stage is set (None) all of them."""
    if stage is Stage.BEFORE:
        return CAUDA_EQUINA_ROWS
    return tuple(row for row in DAILY_ROWS if row.region in (None, region))


def full_list_for(region: Region | None) -> tuple[Sign, ...]:
    """The full list after surgery in `region`; all of it where the region is not known."""
    return tuple(sign for sign in FULL_LIST if region is None or sign.region in (None, region))


def answer_from(ticked_keys: Iterable[str], details: Mapping[str, str]) -> WarningAnswer:
    """The answer in what a form sent: keys as ticked, and further answers by the key of their row.

    Signs of every stage and region count. A sign beats "none". A further answer that is missing or unknown leaves the
    higher tier. Raises UnknownSign only when nothing known was ticked but something else was.
    """
    sent = {key.strip() for key in ticked_keys} - {""}
    known = [SIGNS[key] for key in sent if key in SIGNS]
    if known:
        ticked = (_ticked(sign, details.get(sign.key, "").strip()) for sign in known)
        return WarningAnswer(
            is_answered=True, ticked=tuple(sorted(ticked, key=lambda sign: (sign.tier, _PLACE[sign.key])))
        )
    if sent - {NONE}:
        raise UnknownSign("what was ticked is on no list")
    return NONE_OF_THESE if sent else NOT_ANSWERED


def _ticked(sign: Sign, answered: str) -> TickedSign:
    choice = _choice(sign, answered)
    return TickedSign(choice.tier, sign.key, choice.key) if choice else TickedSign(sign.tier, sign.key)


def _choice(sign: Sign, key: str) -> Choice | None:
    return sign.choice(key) if isinstance(sign, Row) else None


def said_words(ticked: TickedSign) -> str:
    """What to say on the phone about a ticked sign: whole sentences in the first person."""
    sign = SIGNS.get(ticked.key)
    if sign is None:
        return f"{NO_LONGER_LISTED}."
    choice = _choice(sign, ticked.detail)
    return choice.say if choice else sign.say


def asked_words(ticked: TickedSign) -> str:
    """What was ticked, in the words of the form: "My wound has changed, leaks or is opening. It bleeds, and …"."""
    sign = SIGNS.get(ticked.key)
    if sign is None:
        return NO_LONGER_LISTED
    choice = _choice(sign, ticked.detail)
    return f"{sign.ask}. {choice.words}" if choice else sign.ask
