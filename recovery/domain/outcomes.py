"""What a person decided about something that was raised (CLINICAL.md 6; the screens for it come in a later part)."""

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
