"""What a clinic says of itself: its name, zone, the team's own telephone number, and when somebody answers it."""

from dataclasses import dataclass

from recovery.domain.calendar import is_zone
from recovery.domain.opening_hours import OpeningHours

NAME_LENGTH = 120
TEAM_NUMBER_LENGTH = 40
HOLIDAY_NAME_LENGTH = 80
MOST_HOLIDAYS = 200
"""Some years ahead and behind [D]: more is a slip of the clipboard."""


@dataclass(frozen=True, slots=True)
class ClinicDetails:
    """`zone` is an IANA name. No opening hours at all means that nobody has written them down yet."""

    name: str
    zone: str
    team_number: str
    hours: OpeningHours

    def __post_init__(self) -> None:
        if not self.name or not self.team_number:
            raise ValueError("a clinic has a name and a telephone number")
        if not is_zone(self.zone):
            raise ValueError("a clinic is in a time zone that there is")
