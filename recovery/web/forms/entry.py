"""What the forms of every kind of entry have in common: an id, an owner and a day."""

from datetime import date, datetime
from uuid import UUID, uuid4

from wtforms import Form, HiddenField

from recovery.content.wording import words
from recovery.domain.check_in import allowed_days
from recovery.web.forms.plain_text import DayField
from recovery.web.forms.posted import PostedForm
from recovery.web.present.dates import day_and_year

WORDS = words("check_in")


class EntryForm(PostedForm):
    """`client_id` makes a resend the same entry; `form_owner` lets only its owner finish a form that was kept."""

    client_id = HiddenField()
    form_owner = HiddenField()
    recorded_on = DayField(WORDS.which_day)

    def sent_id(self) -> UUID | None:
        return uuid_in(self.client_id.data)

    def renew(self) -> None:
        """A new id: what is sent next is another entry."""
        self.client_id.data = str(uuid4())

    def read_day(self, today: date, operated_on: date, now: datetime, stands: date | None = None) -> bool:
        """Read the plain fields; whether there is a day that an entry may be for. Left empty it is today, and in a
        correction the day that `stands`, which may stay also where the operation's date was put right since.
        """
        self.validate()
        if self.recorded_on.data is None and not self.recorded_on.errors:
            self.recorded_on.data = stands or today
        outside = day_outside(self.recorded_on.data, operated_on, now)
        if outside and self.recorded_on.data != stands:
            self.recorded_on.errors = [outside]
        return not self.recorded_on.errors


def uuid_in(text: str | None) -> UUID | None:
    """None for anything else."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


class DayChoice(Form):  # type: ignore[misc]
    """Which day to record, from the address of a page: a day is no secret."""

    on = DayField(WORDS.another_day)

    def read(self, today: date, operated_on: date, now: datetime) -> date:
        """The day chosen. What cannot be chosen keeps what was typed, with a sentence, and it is today."""
        self.validate()
        outside = day_outside(self.on.data, operated_on, now)
        if outside:
            self.on.errors = [outside]
        return today if self.on.errors or self.on.data is None else self.on.data


def day_outside(day: date | None, operated_on: date, now: datetime) -> str:
    """What to say about a day that no entry may be for; "" when it may."""
    first, last = allowed_days(operated_on, now)
    if day is None or first <= day <= last:
        return ""
    return WORDS.choose_a_day.format(first=day_and_year(first), last=day_and_year(last))
