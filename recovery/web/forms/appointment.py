"""The form of an appointment."""

from datetime import date
from uuid import UUID

from recovery.records.appointments import Booking
from recovery.web.forms.care import ColleagueForm
from recovery.web.forms.enrolment import AppointmentFields


class AppointmentForm(AppointmentFields, ColleagueForm):
    """`colleague` is whom it is with; nobody chosen is an answer."""

    def read(self, today: date, zone: str) -> Booking | None:
        self.validate()
        booking = self.booking(today, zone)
        if booking is None and self.is_fine:
            self.complain(self.appointment_on, "Choose the day of the appointment")
        with_id: UUID | None = self.colleague.data
        return Booking(booking.purpose, booking.starts_at, booking.place, with_id) if booking else None
