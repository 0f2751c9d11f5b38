"""Activities that matter to a patient, and how well each goes (CLINICAL.md 9: free-form, 0 to 10) [D].

0 is "I cannot do it", 10 is "as well as before my back trouble". Asked before surgery and then every 30 days.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from recovery.domain.bounds import Bounds

ABILITY = Bounds(0, 10)
MOST_ACTIVITIES = 3
WORDS_LENGTH = 80
ASKED_EVERY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Activity:
    id: UUID
    words: str


@dataclass(frozen=True, slots=True, order=True)
class ActivityScore:
    """Raises OutOfBounds: an impossible score cannot be built."""

    activity_id: UUID
    score: int

    def __post_init__(self) -> None:
        ABILITY.require("score", self.score)
