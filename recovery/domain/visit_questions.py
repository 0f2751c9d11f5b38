"""Questions for the next visit: the patient's own words, a passage they read, or a tier 3 sign to mention.

At most three of their own stand at a time [D]: an appointment has room for so many. A sign to mention (CLINICAL.md 5)
never counts towards that and is never turned away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

MOST_OPEN = 3
WORDS_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Question:
    """`sign` is the key of a tier 3 sign, "" for the patient's own words. `answered_by` is a name."""

    id: UUID
    words: str
    asked_at: datetime
    sign: str = ""
    passage_id: UUID | None = None
    answered_at: datetime | None = None
    answered_by: str = ""

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    @property
    def counts(self) -> bool:
        """Towards the three."""
        return self.is_open and not self.sign


def has_room(questions: Iterable[Question]) -> bool:
    """Whether one more in the patient's own words may be asked."""
    return sum(question.counts for question in questions) < MOST_OPEN
