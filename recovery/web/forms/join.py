"""The forms of joining: a code with a date of birth or a work email, then a password and agreement."""

import re
from datetime import date

from wtforms import BooleanField, HiddenField, PasswordField

from recovery.actions.choose_password import LONGEST, SHORTEST, Problem, password_problem
from recovery.domain.bounds import Bounds
from recovery.domain.enrolment import EMAIL_LENGTH
from recovery.domain.invitation import read_code
from recovery.web.forms.line import EmailField, LineField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.whole_number import WholeNumberField

CODE_SHAPE = "Write the 10 letters and numbers of your code"
USER_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,63}")
PASSWORD_SENTENCES = {
    Problem.TOO_SHORT: f"Use {SHORTEST} letters or more. Three words that you will remember work well",
    Problem.TOO_LONG: f"Use at most {LONGEST:,} letters",
    Problem.EASY_TO_GUESS: "That password is easy to guess. Three words that do not belong together work well",
}


class CodeForm(StaffForm):
    """`code` is typed or comes from the address behind the #, which never reaches a server."""

    code = LineField("Your code", 60, CODE_SHAPE)

    def read_code(self) -> str | None:
        code = None if self.code.errors else read_code(self.code.data)
        if code is None and not self.code.errors:
            self.complain(self.code, CODE_SHAPE)
        return code


class PatientCodeForm(CodeForm):
    born_day = WholeNumberField("Day", Bounds(1, 31), "Write the day as a number from 1 to 31")
    born_month = WholeNumberField("Month", Bounds(1, 12), "Write the month as a number from 1 to 12")
    born_year = WholeNumberField("Year", Bounds(1900, 2100), "Write the year in 4 numbers, like 1959")

    def read(self) -> tuple[str, date] | None:
        self.validate()
        code, parts = self.read_code(), (self.born_day, self.born_month, self.born_year)
        for field in parts:
            if field.data is None and not field.errors:
                self.complain(field, str(field.sentence))
        if code is None or not self.is_fine:
            return None
        try:
            return code, date(self.born_year.data, self.born_month.data, self.born_day.data)
        except ValueError:
            self.complain(self.born_day, "There is no such day. Check your date of birth")
            return None


class StaffCodeForm(CodeForm):
    email = EmailField("Your work email", EMAIL_LENGTH, "Write your work email")

    def read(self) -> tuple[str, str] | None:
        self.validate()
        code = self.read_code()
        return (code, self.email.data) if code and self.is_fine else None


class NewPasswordFields(StaffForm):
    password = PasswordField("Choose a password")

    def check_password(self, personal: tuple[str, ...]) -> None:
        problem = password_problem(self.password.data or "", personal)
        if problem:
            self.complain(self.password, PASSWORD_SENTENCES[problem])


class JoinForm(NewPasswordFields):
    """The second step. `joining` is our signed word that code and answer were right."""

    joining = HiddenField()
    agrees = BooleanField()
    user_name = LineField("Choose a user name", 64)
    password = PasswordField("Choose a password")

    def check(self, personal: tuple[str, ...], *, wants_user_name: bool, wants_consent: bool) -> bool:
        self.validate()
        if wants_user_name and not USER_NAME.fullmatch(self.user_name.data.casefold()):
            self.complain(
                self.user_name, "Choose a user name of 3 letters or more: letters, numbers, dots and dashes only"
            )
        self.check_password((*personal, self.user_name.data))
        if wants_consent and not self.agrees.data:
            self.complain(self.agrees, "Tick the box if you agree. Without it you cannot start")
        return self.is_fine
