"""Advice that a physiotherapist pins for one patient: it comes before what the document says to everybody.

Advice about one passage takes that passage's place; advice about everything takes the place of all of them. In one
place stands one piece of advice: the one pinned last.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

ADVICE_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Advice:
    """`passages` are the ids of the passage whose place it takes and of every approved one that has replaced it since;
    empty: it is about everything. `heading` is that of the passage it was pinned for. `ended_by` is a person's name.
    """

    id: UUID
    words: str
    by: str
    pinned_at: datetime
    passages: frozenset[UUID] = frozenset()
    heading: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""

    @property
    def is_about_everything(self) -> bool:
        return not self.passages

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    def is_in_place_of(self, passage_id: UUID | None) -> bool:
        """None stands for everything."""
        return passage_id in self.passages if passage_id else self.is_about_everything


def running(advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """What is in force, the last pinned first."""
    return tuple(sorted((each for each in advice if each.is_running), key=lambda each: each.pinned_at, reverse=True))


def taking_the_place_of(passage_id: UUID | None, advice: Iterable[Advice]) -> Advice | None:
    """The advice in force that stands in the place of a passage: its own, else that about everything."""
    in_force = running(advice)
    own = (each for each in in_force if passage_id and each.is_in_place_of(passage_id))
    return next(own, next((each for each in in_force if each.is_about_everything), None))
