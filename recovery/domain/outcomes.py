"""What a person decided about a warning sign (CLINICAL.md 6). Other reasons: reviews.py."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SignOutcome(StrEnum):
    """What came of a warning sign. A call that nobody answered is written down and leaves the sign open."""

    SPOKE = "spoke"
    SENT_TO_EMERGENCY = "sent_to_emergency"
    NO_CHANGE = "no_change"
    CALLED_NO_ANSWER = "called_no_answer"

    @property
    def closes(self) -> bool:
        return self is not SignOutcome.CALLED_NO_ANSWER

    @property
    def needs_note(self) -> bool:
        """What they were told, or why nothing changes."""
        return self in {SignOutcome.SPOKE, SignOutcome.NO_CHANGE}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome with who wrote it down, and when. `sign` is the key of the warning sign, `sign_id` the ticked one."""

    sign: str
    detail: str
    outcome: SignOutcome
    note: str
    by: str
    at: datetime
    sign_id: int = 0
