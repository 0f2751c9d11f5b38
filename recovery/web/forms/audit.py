"""What the audit is narrowed to. Numbers, ids and days may stand in the address; names never do."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from werkzeug.datastructures import MultiDict

from recovery.domain.bounds import Bounds
from recovery.domain.calendar import start_of_day
from recovery.records.audit_reading import AuditFilter
from recovery.records.people import Person
from recovery.records.scope import account_of_number
from recovery.web.forms.plain_text import DayField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.present.audit_page import COMMAND_LINE, KINDS, OTHER
from recovery.web.present.staff_page import NO_SUCH_NUMBER

CHOOSE = "Choose from the list"
BY_NOBODY = "command-line"
FIRST_DAY = date(2000, 1, 1)
EVERYTHING_NAMED = tuple(beginning for _words, beginnings in KINDS.values() for beginning in beginnings)
"""What is none of the other kinds begins like none of these."""


class AuditForm(StaffForm):
    """Made from the address of the page; nothing in it changes anything, so it needs no token. `offer` comes first."""

    patient = WholeNumberField("Patient number", Bounds(1, 999_999), "Write the patient’s number in digits")
    person = WordField("Member of staff", {}, CHOOSE)
    kind = WordField("Kind of action", {key: (key, words) for key, (words, _) in KINDS.items()}, CHOOSE)
    since = DayField("From")
    until = DayField("To")

    def __init__(self, sent: MultiDict[str, str]) -> None:
        self._sent = sent
        super().__init__(sent, meta={"csrf": False})

    def offer(self, people: Iterable[Person]) -> None:
        """What was sent is read again against the list."""
        offered = {str(person.id): (person.id, person.full_name) for person in people}
        self.person.choices = {**offered, BY_NOBODY: (BY_NOBODY, COMMAND_LINE.capitalize())}
        self.person.process(self._sent)

    def read(self, clinic_id: UUID, zone: str, today: date) -> AuditFilter | None:
        """None when something cannot be read; the sentences stand beside the fields."""
        self.validate()
        for field in (self.since, self.until):
            self.require_day(field, FIRST_DAY, today)
        if self.is_fine and self.since.data and self.until.data and self.since.data > self.until.data:
            self.complain(self.until, "Choose a day that is not before the first")
        patient_id = account_of_number(clinic_id, self.patient.data) if self.patient.data else None
        if self.patient.data and patient_id is None:
            self.complain(self.patient, NO_SUCH_NUMBER)
        return self._filter(patient_id, zone) if self.is_fine else None

    @property
    def used(self) -> tuple[str, ...]:
        """Which fields narrow the list."""
        return tuple(field.name for field in self if field.data is not None)

    @property
    def in_address(self) -> dict[str, str]:
        """What another page of the same list is asked for with."""
        return {name: value for name, value in self._sent.items() if name in self and value}

    def _filter(self, patient_id: UUID | None, zone: str) -> AuditFilter:
        person, kind = self.person.data, self.kind.data
        return AuditFilter(
            patient_id=patient_id,
            actor_id=person if person != BY_NOBODY else None,
            is_command_line=person == BY_NOBODY,
            beginnings=KINDS[kind][1] if kind else (),
            but=EVERYTHING_NAMED if kind == OTHER else (),
            since=start_of_day(self.since.data, zone) if self.since.data else None,
            until=start_of_day(self.until.data + timedelta(days=1), zone) if self.until.data else None,
        )
