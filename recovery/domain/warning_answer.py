"""What the patient answered to the daily question about warning signs: not answered, none of these, or what was ticked.

Leaving the question out is stored and shown as "not answered", never as none (CLINICAL.md 5).
"""

from dataclasses import dataclass
from enum import IntEnum


class Tier(IntEnum):
    """1: call the emergency number now. 2: call the team today. 3 (mention next time) is no warning sign."""

    EMERGENCY = 1
    TODAY = 2


@dataclass(frozen=True, slots=True, order=True)
class TickedSign:
    """A ticked row of the daily question or of the full list. `key` names the sign, `detail` the answer that gave
    the tier ("" where the row has none or it was left open: then the higher tier stands).
    """

    tier: Tier
    key: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class WarningAnswer:
    is_answered: bool
    ticked: tuple[TickedSign, ...] = ()

    def __post_init__(self) -> None:
        if self.ticked and not self.is_answered:
            raise ValueError("a ticked sign is an answer")

    @property
    def tier(self) -> Tier | None:
        """The most urgent tier ticked."""
        return min((sign.tier for sign in self.ticked), default=None)


NOT_ANSWERED = WarningAnswer(is_answered=False)
NONE_OF_THESE = WarningAnswer(is_answered=True)
