"""What a warning sign is: its words, its tier and the telephone line it leads to (CLINICAL.md 5).

The words live beside the tier on purpose: a clinic lead signs off both together.
"""

from dataclasses import dataclass
from enum import StrEnum

from recovery.domain.operation import Region
from recovery.domain.warning_answer import Tier


class Line(StrEnum):
    """Which configured telephone number a sign leads to."""

    EMERGENCY = "emergency"
    TEAM = "team"
    CRISIS = "crisis"


class Topic(StrEnum):
    """Headings of the full list, in plain words."""

    NUMB_BLADDER_BOWEL = "Pee, poo and feeling between the legs"
    LEGS = "Legs"
    CHEST = "Chest and breathing"
    SLEEPY = "Very sleepy"
    FEVER_HEADACHE = "Fever and headache"
    BLEEDING = "Bleeding"
    FALL = "A fall"
    AFTER_NECK_SURGERY = "If your operation was on your neck"
    FROM_THE_FRONT = "If your operation was from the front, through your tummy"
    SELF_HARM = "Feeling very low"
    WOUND = "Wound"
    CALF = "Calf or thigh"
    OTHER = "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign that can be ticked. `key` is stored for good and never used again for something else; `ask` stands on
    the form; `say` is a whole sentence in the first person, to be read out on the phone. `region` is set where the
    sign is only shown after surgery there.
    """

    key: str
    ask: str
    say: str
    tier: Tier
    topic: Topic
    region: Region | None = None
    is_crisis: bool = False

    @property
    def line(self) -> Line:
        if self.is_crisis:
            return Line.CRISIS
        return Line.EMERGENCY if self.tier is Tier.EMERGENCY else Line.TEAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to a row's further question; it gives the tier."""

    key: str
    words: str
    say: str
    tier: Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A row's further question. The order of the choices counts: the first one that is true is the answer."""

    ask: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Sign):
    """A row of the daily question. `tier` stands while the further question is open, so it is the higher one."""

    detail: Detail | None = None

    def choice(self, key: str) -> Choice | None:
        """None for an answer that the row does not have."""
        choices = self.detail.choices if self.detail else ()
        return next((choice for choice in choices if choice.key == key), None)
