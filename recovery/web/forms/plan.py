"""The plan editor's form around its rows."""

from collections.abc import Sequence
from datetime import date

from wtforms import BooleanField, HiddenField

from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.whole_number import number_in

WHY_LENGTH = 500
LATEST_START_YEARS = 1
IN_THE_PAST = "A plan starts today or later, by the patient’s own day"
RECORDED = "Exercises are already recorded for today. Start the new plan tomorrow"
NOTHING_IN_IT = "Add an exercise, or tick that there are none for now"
NEWER = "Somebody changed this plan since you opened it. Look at theirs, then save yours again if it is right"


class PlanForm(StaffForm):
    based_on = HiddenField()
    starts = DayField("Starts")
    why = NoteField("Why the change?", WHY_LENGTH)
    no_exercises = BooleanField("No exercises for now")

    @property
    def base_version(self) -> int:
        """0 where the page had lost it: then a plan that exists counts as newer."""
        return number_in(self.based_on.data or "") or 0

    def add_why(self, pressed: str, whys: Sequence[str]) -> None:
        """After a button "why-2" that reason, counted from 0, stands after what was typed; other buttons add none."""
        what, _dash, place = pressed.partition("-")
        at = number_in(place)
        if what == "why" and at is not None and at < len(whys):
            self.why.data = f"{self.why.data or ''} {whys[at]}".strip()

    def check_start(self, today: date) -> None:
        if not self.starts.errors and self.starts.data is not None and self.starts.data < today:
            self.complain(self.starts, IN_THE_PAST)
            return
        self.require_day(
            self.starts, today, today.replace(year=today.year + LATEST_START_YEARS, day=1), "Choose the day it starts"
        )
