"""What a caseload can be narrowed to: a name, an operation, a stage, a state or a kind of reason, who comes in soon."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from recovery.domain.adherence import WEEK
from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.domain.worklist import Group, Rule
from recovery.records.caseload import CaseloadRow
from recovery.web.present.looked import Looked
from recovery.web.present.operation_words import PROCEDURE_NAMES, STAGE_NAMES
from recovery.web.present.worklist_words import STATUS_WORDS

NOT_JOINED = "Not joined yet"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; None or "" leaves it as it is."""

    name: str = ""
    procedure: Procedure | None = None
    stage: Stage | None = None
    state: str = ""
    coming: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.name or self.procedure or self.stage or self.state or self.coming)

    @property
    def as_address(self) -> dict[str, str]:
        """What of it may stand in an address: never a name."""
        told = {"procedure": self.procedure, "stage": self.stage, "state": self.state, "coming": self.coming}
        return {name: str(value) for name, value in told.items() if value}

    def lets_through(self, looked: Looked) -> bool:
        row = looked.row
        name = _folded(row.person.full_name)
        return (
            all(word in name for word in _folded(self.name).split())
            and (self.procedure is None or self.procedure in row.episode.operation.procedures)
            and (self.stage is None or row.episode.stage_on(row.today) is self.stage)
            and (self.state not in STATES or STATES[self.state][1](looked))
            and (self.coming not in COMING or _comes_within(COMING[self.coming][1], row))
        )


def _has(looked: Looked, *rules: Rule) -> bool:
    return any(reason.rule in rules for reason in looked.reasons)


STATES: dict[str, tuple[str, Callable[[Looked], bool]]] = {
    "warning-sign": ("Warning sign", lambda looked: looked.group is Group.NOW),
    "look-today": ("Look at today", lambda looked: looked.group is Group.TODAY),
    "not-heard-from": ("Not heard from", lambda looked: looked.group is Group.NOT_HEARD_FROM),
    "next-visit": ("Next visit", lambda looked: looked.group is Group.NEXT_VISIT),
    "nothing-raised": ("Nothing raised", lambda looked: looked.group is Group.NOTHING_RAISED),
    "not-recording": ("Not recording", lambda looked: looked.group is Group.NOT_RECORDING),
    "new": ("New since my last look", lambda looked: bool(looked.new.keys)),
    "pain": ("Reason: pain", lambda looked: _has(looked, Rule.W2, Rule.W3, Rule.W4, Rule.W10)),
    "walking": ("Reason: walking", lambda looked: _has(looked, Rule.W8)),
    "exercises": ("Reason: exercises", lambda looked: _has(looked, Rule.W7, Rule.W9)),
    "not-well": ("Reason: not well", lambda looked: _has(looked, Rule.W12)),
    "call": ("Reason: asked for a call", lambda looked: _has(looked, Rule.W11)),
    "unread-note": ("Unread note", lambda looked: bool(looked.row.unread_note)),
    "not-joined": (NOT_JOINED, lambda looked: looked.row.facts.joined_on is None),
    "not-active": ("Not active", lambda looked: bool(STATUS_WORDS[looked.row.episode.status])),
}
COMING = {"today": ("Coming in today", 0), "week": ("Coming in this week", WEEK - 1)}
"""Days to go at most: a week is today and the six days after."""


def _comes_within(days: int, row: CaseloadRow) -> bool:
    return row.comes_in is not None and row.comes_in.days_to_go <= days


PROCEDURE_CHOICES = [(each.value, words) for each, words in PROCEDURE_NAMES.items()]
STAGE_CHOICES = [(each.value, words) for each, words in STAGE_NAMES.items()]
COMING_CHOICES = [(key, words) for key, (words, _days) in COMING.items()]
STATE_CHOICES = [(key, words) for key, (words, _test) in STATES.items()]


def _folded(name: str) -> str:
    """Without accents and capitals, so that "jose" finds José."""
    return "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()
