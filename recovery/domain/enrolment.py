"""What a clinic knows of a patient and an operation when it enrols them, and which dates can be right."""

from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.operation import Operation
from recovery.domain.pain import NRS

OLDEST_YEARS = 120
EARLIEST_OPERATION = timedelta(days=5 * 365)
LATEST_OPERATION = timedelta(days=2 * 365)
"""How far back and ahead an operation can be enrolled [D]: further is a slip of the keyboard."""

NAME_LENGTH = 80
PHONE_LENGTH = 40
EMAIL_LENGTH = 254
LANGUAGE_LENGTH = 60
LEVELS_LENGTH = 40
SURGEON_LENGTH = 120
INSTRUCTIONS_LENGTH = 300


@dataclass(frozen=True, slots=True)
class PersonalDetails:
    """`email` None: the patient picks a user name at joining. `zone` is an IANA name and decides their day."""

    given_name: str
    family_name: str
    born_on: date
    zone: str
    phone: str = ""
    email: str | None = None
    language: str = "English"
    needs_interpreter: bool = False


@dataclass(frozen=True, slots=True)
class EpisodeDetails:
    """Scores before the operation are NRS 0-10. `surgeon_instructions`: brace, lifting, a dural tear and the like."""

    operation: Operation
    surgeon_instructions: str = ""
    is_revision: bool = False
    back_pain_before: int | None = None
    leg_pain_before: int | None = None

    def __post_init__(self) -> None:
        NRS.require("back_pain_before", self.back_pain_before)
        NRS.require("leg_pain_before", self.leg_pain_before)
        if len(self.surgeon_instructions) > INSTRUCTIONS_LENGTH:
            raise ValueError("the surgeon's instructions are too long")


def birth_days(today: date) -> tuple[date, date]:
    """First and last day on which a patient can have been born."""
    return date(today.year - OLDEST_YEARS, 1, 1), today


def operation_days(today: date) -> tuple[date, date]:
    """First and last day that an operation can be enrolled or corrected for."""
    return today - EARLIEST_OPERATION, today + LATEST_OPERATION
