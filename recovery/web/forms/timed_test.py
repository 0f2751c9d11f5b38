"""The forms of timed tests: one result of each test at once, and one put right."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from wtforms import BooleanField, HiddenField

from recovery.domain.timed_tests import TEST_BOUNDS, TEST_NOTE_LENGTH, TimedResult, TimedTest
from recovery.web.forms.entry import uuid_in
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.whole_number import WholeNumberField, number_in
from recovery.web.present.timed_tests_page import TEST_NAMES

NEEDS_A_RESULT = "Write a result: the seconds, the stands, or both"
NEEDS_A_DAY = "Choose the day of the test"
NOT_COMPLETE = "The page was not complete. Press Save once more"


def _number(test: TimedTest, what: str) -> WholeNumberField:
    bounds = TEST_BOUNDS[test]
    return WholeNumberField(
        TEST_NAMES[test], bounds, f"Write the {what} as a whole number from {bounds.low} to {bounds.high}"
    )


class TimedTestsForm(StaffForm):
    """`client_id` makes a resend the same results."""

    client_id = HiddenField()
    seconds = _number(TimedTest.UP_AND_GO, "seconds")
    stands = _number(TimedTest.CHAIR_STAND, "stands")
    done_on = DayField("Day")
    note = NoteField("Note", TEST_NOTE_LENGTH)

    def sent_id(self) -> UUID | None:
        return uuid_in(self.client_id.data)

    def renew(self) -> None:
        """A new id: what is sent next are other results."""
        self.client_id.data = str(uuid4())

    def field_of(self, test: TimedTest) -> WholeNumberField:
        return self.seconds if test is TimedTest.UP_AND_GO else self.stands

    def read(self, days: tuple[date, date], tests: Iterable[TimedTest] = TimedTest) -> list[TimedResult]:
        """Empty when something has to be put right. `days` are the first and the last that are allowed."""
        self.validate()
        self.require_day(self.done_on, *days, NEEDS_A_DAY)
        asked = [(test, self.field_of(test)) for test in tests]
        if not any(field.data is not None or field.errors for _test, field in asked):
            self.complain(asked[0][1], NEEDS_A_RESULT if len(asked) > 1 else asked[0][1].sentence)
        if not self.is_fine:
            return []
        told = [(test, field.data) for test, field in asked if field.data is not None]
        return [TimedResult(test, value, self.done_on.data, self.note.data or "") for test, value in told]


class TimedCorrectionForm(TimedTestsForm):
    """Of one result: only the number of its own test stands on the page."""

    from_revision = HiddenField()
    is_taken_back = BooleanField("Take this result back")

    @property
    def base_revision(self) -> int:
        """0 where the page had lost it: then what stands counts as newer."""
        return number_in(self.from_revision.data or "") or 0

    def read_one(self, test: TimedTest, days: tuple[date, date]) -> TimedResult | None:
        return next(iter(self.read(days, (test,))), None)
