"""The forms of joining: a code with a date of birth or a work email, then a password and agreement."""

import re
from datetime import date

from wtforms import BooleanField, HiddenField, PasswordField

from recovery.actions.choose_password import LONGEST, SHORTEST, Problem, password_problem
from recovery.content.wording import words
from recovery.domain.bounds import Bounds
from recovery.domain.enrolment import EMAIL_LENGTH
from recovery.domain.invitation import read_code
from recovery.web.forms.line import EmailField, LineField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.whole_number import WholeNumberField

WORDS = words("account")
USER_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,63}")
PASSWORD_SENTENCES = {
    Problem.TOO_SHORT: WORDS.password_too_short.format(shortest=SHORTEST),
    Problem.TOO_LONG: WORDS.password_too_long.format(longest=f"{LONGEST:,}"),
    Problem.EASY_TO_GUESS: WORDS.password_easy,
}


class CodeForm(StaffForm):
    """`code` is typed or comes from the address behind the #, which never reaches a server."""

    code = LineField(WORDS.your_code, 60, WORDS.code_shape)

    def read_code(self) -> str | None:
        code = None if self.code.errors else read_code(self.code.data)
        if code is None and not self.code.errors:
            self.complain(self.code, WORDS.code_shape)
        return code


class PatientCodeForm(CodeForm):
    born_day = WholeNumberField(WORDS.day, Bounds(1, 31), WORDS.write_day)
    born_month = WholeNumberField(WORDS.month, Bounds(1, 12), WORDS.write_month)
    born_year = WholeNumberField(WORDS.year, Bounds(1900, 2100), WORDS.write_year)

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
            self.complain(self.born_day, WORDS.no_such_day)
            return None


class StaffCodeForm(CodeForm):
    email = EmailField(WORDS.your_work_email, EMAIL_LENGTH, WORDS.write_work_email)

    def read(self) -> tuple[str, str] | None:
        self.validate()
        code = self.read_code()
        return (code, self.email.data) if code and self.is_fine else None


class NewPasswordFields(StaffForm):
    password = PasswordField(WORDS.choose_password)

    def check_password(self, personal: tuple[str, ...]) -> None:
        problem = password_problem(self.password.data or "", personal)
        if problem:
            self.complain(self.password, PASSWORD_SENTENCES[problem])


class JoinForm(NewPasswordFields):
    """The second step, in the order of its page. `joining` is our signed word that code and answer were right."""

    joining = HiddenField()
    agrees = BooleanField()
    user_name = LineField(WORDS.choose_user_name, 64)
    password = PasswordField(WORDS.choose_password)

    def check(self, personal: tuple[str, ...], *, wants_user_name: bool, wants_consent: bool) -> bool:
        self.validate()
        if wants_user_name and not USER_NAME.fullmatch(self.user_name.data.casefold()):
            self.complain(self.user_name, WORDS.user_name_shape)
        self.check_password((*personal, self.user_name.data))
        if wants_consent and not self.agrees.data:
            self.complain(self.agrees, WORDS.tick_to_start)
        return self.is_fine
