"""The forms about a patient and an operation: text to values. Bounds come from domain/enrolment.py."""

from datetime import date, datetime, timedelta

from wtforms import BooleanField

from recovery.domain import enrolment as bounds
from recovery.domain.calendar import instant_at, is_zone
from recovery.domain.enrolment import EpisodeDetails, PersonalDetails, birth_days, operation_days
from recovery.domain.operation import Operation
from recovery.domain.pain import NRS
from recovery.records.appointments import PLACE_LENGTH, PURPOSE_LENGTH, Booking
from recovery.web.forms.line import EmailField, LineField, TimeField, WordsField
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.present.operation_words import APPROACH_NAMES, PROCEDURE_NAMES, REGION_NAMES, SIDE_NAMES

LATEST_APPOINTMENT = timedelta(days=2 * 365)
CLOCKS_SKIP = "Clocks go forward over that time on this day. Choose another time"
SCORE = "Write the score as a whole number from 0 to 10, or leave it empty"


class PersonFields(StaffForm):
    given_name = LineField("First name", bounds.NAME_LENGTH, "Write the first name")
    family_name = LineField("Last name", bounds.NAME_LENGTH, "Write the last name")
    born_on = DayField("Date of birth")
    phone = LineField("Phone", bounds.PHONE_LENGTH)
    email = EmailField("Email", bounds.EMAIL_LENGTH)
    language = LineField("Preferred language", bounds.LANGUAGE_LENGTH, "Write the language, such as English")
    needs_interpreter = BooleanField("Needs an interpreter")

    def check_person(self, today: date) -> None:
        first, last = birth_days(today)
        self.require_day(self.born_on, first, last, "Choose the date of birth")
        if self.phone.data and not any(each.isdigit() for each in self.phone.data):
            self.complain(self.phone, "Write the phone number in digits, like 01632 960 123")

    def person(self, zone: str) -> PersonalDetails:
        """Once everything is fine."""
        return PersonalDetails(
            given_name=self.given_name.data,
            family_name=self.family_name.data,
            born_on=self.born_on.data,
            zone=zone,
            phone=self.phone.data,
            email=self.email.data or None,
            language=self.language.data,
            needs_interpreter=bool(self.needs_interpreter.data),
        )


class DetailsForm(PersonFields):
    zone = LineField("Time zone of the patient's days", 64, "Write a time zone, such as Europe/London")

    def read(self, today: date) -> PersonalDetails | None:
        """The corrected details, or None with every problem written beside its field."""
        self.validate()
        self.check_person(today)
        if not self.zone.errors and not is_zone(self.zone.data):
            self.complain(self.zone, "Choose a time zone from the list, such as Europe/London")
        return self.person(self.zone.data) if self.is_fine else None


class OperationFields(StaffForm):
    operated_on = DayField("Date of the operation")
    procedures = WordsField(
        "Procedures",
        {each.value: (each, words) for each, words in PROCEDURE_NAMES.items()},
        "Choose one procedure or more",
    )
    approach = WordField(
        "Approach", {each.value: (each, words) for each, words in APPROACH_NAMES.items()}, "Choose the approach"
    )
    region = WordField(
        "Region", {each.value: (each, words) for each, words in REGION_NAMES.items()}, "Choose the region"
    )
    levels = LineField("Levels", bounds.LEVELS_LENGTH)
    side = WordField("Side", {each.value: (each, words) for each, words in SIDE_NAMES.items()}, "Choose a side")
    surgeon = LineField("Surgeon", bounds.SURGEON_LENGTH)
    surgeon_instructions = NoteField("Surgeon’s instructions", bounds.INSTRUCTIONS_LENGTH)
    is_revision = BooleanField("It is a revision of an earlier operation")
    back_pain_before = WholeNumberField("Back pain before (neck, if cervical)", NRS, SCORE)
    leg_pain_before = WholeNumberField("Leg pain before (arm, if cervical)", NRS, SCORE)

    def check_operation(self, today: date, born_on: date | None) -> None:
        first, last = operation_days(today)
        self.require_day(self.operated_on, first, last, "Choose the date of the operation; it may lie ahead")
        for field, sentence in ((self.approach, "Choose the approach"), (self.region, "Choose the region")):
            if field.data is None and not field.errors:
                self.complain(field, sentence)
        is_before_birth = born_on and self.operated_on.data and self.operated_on.data < born_on
        if is_before_birth and not self.operated_on.errors:
            self.complain(self.operated_on, "The operation cannot be before the date of birth. Check both dates")

    def episode(self) -> EpisodeDetails:
        """Once everything is fine."""
        return EpisodeDetails(
            operation=Operation(
                procedures=frozenset(self.procedures.data),
                approach=self.approach.data,
                region=self.region.data,
                operated_on=self.operated_on.data,
                levels=self.levels.data,
                side=self.side.data,
                surgeon=self.surgeon.data,
            ),
            surgeon_instructions=self.surgeon_instructions.data,
            is_revision=bool(self.is_revision.data),
            back_pain_before=self.back_pain_before.data,
            leg_pain_before=self.leg_pain_before.data,
        )


class OperationForm(OperationFields):
    """A correction, or a new operation."""

    why = NoteField("Why", 500)

    def read(self, today: date, born_on: date) -> EpisodeDetails | None:
        self.validate()
        self.check_operation(today, born_on)
        return self.episode() if self.is_fine else None


class AppointmentFields(StaffForm):
    appointment_on = DayField("Day")
    appointment_at = TimeField("Time")
    purpose = LineField("What for", PURPOSE_LENGTH)
    place = LineField("Where", PLACE_LENGTH)

    def booking(self, today: date, zone: str) -> Booking | None:
        """In the clinic's zone. None when nothing was filled in, or when something is wrong, which is then said."""
        if not any((self.appointment_on.typed, self.appointment_at.typed, self.purpose.data, self.place.data)):
            return None
        self.require_day(self.appointment_on, today, today + LATEST_APPOINTMENT, "Choose the day of the appointment")
        if self.appointment_at.data is None and not self.appointment_at.errors:
            self.complain(self.appointment_at, "Write the time of the appointment, like 9:30")
        if not self.purpose.data and not self.purpose.errors:
            self.complain(self.purpose, "Write what the appointment is for, like 6-week review")
        return self._booking(zone) if self.is_fine else None

    def _booking(self, zone: str) -> Booking | None:
        starts_at = self._instant(zone)
        return Booking(self.purpose.data, starts_at, self.place.data) if starts_at else None

    def _instant(self, zone: str) -> datetime | None:
        try:
            return instant_at(self.appointment_on.data, self.appointment_at.data, zone)
        except ValueError:
            self.complain(self.appointment_at, CLOCKS_SKIP)
            return None


class EnrolForm(PersonFields, OperationFields, AppointmentFields):
    """Fields stand in the order of the page."""

    is_another_person = BooleanField("It is another person. Enrol them")

    def check(self, today: date) -> None:
        self.validate()
        self.check_person(today)
        self.check_operation(today, self.born_on.data)
