"""What can be put right in a record after it was made. Every change leaves what stood there before."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Changed(StrEnum):
    """`before` and `after` hold dates as YYYY-MM-DD and choices by their keys."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    BORN_ON = "born_on"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGE = "language"
    NEEDS_INTERPRETER = "needs_interpreter"
    ZONE = "zone"
    OPERATED_ON = "operated_on"
    PROCEDURES = "procedures"
    APPROACH = "approach"
    REGION = "region"
    LEVELS = "levels"
    SIDE = "side"
    SURGEON = "surgeon"
    SURGEON_INSTRUCTIONS = "surgeon_instructions"
    IS_REVISION = "is_revision"
    BACK_PAIN_BEFORE = "back_pain_before"
    LEG_PAIN_BEFORE = "leg_pain_before"
    STATUS = "status"
    RHYTHM = "rhythm"
    TIMED_TESTS = "timed_tests"
    STAGE = "stage"
    NEW_OPERATION = "new_operation"
    ENTRY_MOVED_AWAY = "entry_moved_away"
    ENTRY_MOVED_HERE = "entry_moved_here"
    CARE_BEGAN = "care_began"
    CARE_ENDED = "care_ended"
    OPENED_IN_EMERGENCY = "opened_in_emergency"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody put right or decided. `by` is their name."""

    what: Changed
    before: str
    after: str
    note: str
    by: str
    at: datetime
