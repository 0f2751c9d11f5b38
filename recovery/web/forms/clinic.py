"""The form of a clinic's own details."""

from collections.abc import Iterator
from typing import NamedTuple

from wtforms import HiddenField

from recovery.domain.calendar import is_zone
from recovery.domain.clinic_details import NAME_LENGTH, TEAM_NUMBER_LENGTH, ClinicDetails
from recovery.domain.opening_hours import OpeningHours
from recovery.web.forms.holidays import HolidaysField, holiday_lines
from recovery.web.forms.line import LineField, TimeField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.present.dates import DAYS

ZONE_LENGTH = 64


class DayHours(NamedTuple):
    name: str
    opens: TimeField
    closes: TimeField


class ClinicForm(StaffForm):
    """`seen` is the fingerprint of the details that the page was filled with. Hours by ISO weekday."""

    seen = HiddenField()
    name = LineField("Name", NAME_LENGTH, "Write the name of the clinic")
    zone = LineField("Time zone", ZONE_LENGTH, "Write the time zone, such as Europe/London")
    team_number = LineField("Telephone", TEAM_NUMBER_LENGTH, "Write the number that patients call")
    opens_1, closes_1 = TimeField("Monday opens"), TimeField("Monday closes")
    opens_2, closes_2 = TimeField("Tuesday opens"), TimeField("Tuesday closes")
    opens_3, closes_3 = TimeField("Wednesday opens"), TimeField("Wednesday closes")
    opens_4, closes_4 = TimeField("Thursday opens"), TimeField("Thursday closes")
    opens_5, closes_5 = TimeField("Friday opens"), TimeField("Friday closes")
    opens_6, closes_6 = TimeField("Saturday opens"), TimeField("Saturday closes")
    opens_7, closes_7 = TimeField("Sunday opens"), TimeField("Sunday closes")
    holidays = HolidaysField("Holidays")

    def fill(self, details: ClinicDetails, seen: str) -> None:
        self.seen.data, self.name.data = seen, details.name
        self.zone.data, self.team_number.data = details.zone, details.team_number
        for weekday, (opens, closes) in details.hours.week.items():
            self[f"opens_{weekday}"].data, self[f"closes_{weekday}"].data = opens, closes
        self.holidays.data = holiday_lines(details.hours.holidays)

    @property
    def week(self) -> Iterator[DayHours]:
        for weekday, name in enumerate(DAYS, 1):
            yield DayHours(name, self[f"opens_{weekday}"], self[f"closes_{weekday}"])

    def read(self) -> ClinicDetails | None:
        self.validate()
        if self.zone.data and not self.zone.errors and not is_zone(self.zone.data):
            self.complain(self.zone, "There is no such time zone. Choose one from the list, such as Europe/London")
        if self.team_number.data and not any(each.isdigit() for each in self.team_number.data):
            self.complain(self.team_number, "Write the telephone number in digits, like 01632 960 123")
        for day in self.week:
            self._check(day)
        return self._details() if self.is_fine else None

    def _check(self, day: DayHours) -> None:
        opens, closes = day.opens, day.closes
        if opens.errors or closes.errors:
            return
        if (opens.data is None) != (closes.data is None):
            missing = "opens" if opens.data is None else "closes"
            sentence = f"Write when it {missing} on {day.name}, or leave both empty if it is closed"
            self.complain(opens if opens.data is None else closes, sentence)
        elif opens.data is not None and opens.data >= closes.data:
            self.complain(closes, f"On {day.name} it must close later than it opens")

    def _details(self) -> ClinicDetails:
        hours = {weekday: (day.opens.data, day.closes.data) for weekday, day in enumerate(self.week, 1)}
        week = {weekday: times for weekday, times in hours.items() if times[0] is not None}
        return ClinicDetails(
            self.name.data, self.zone.data, self.team_number.data, OpeningHours(week, self.holidays.holidays)
        )
