"""The forms of one's own account: another password, and agreeing again."""

from wtforms import BooleanField, HiddenField, PasswordField

from recovery.actions.choose_password import LONGEST
from recovery.content.wording import words
from recovery.web.forms.join import NewPasswordFields
from recovery.web.forms.staff_form import StaffForm

WORDS = words("account")


class ChangePasswordForm(NewPasswordFields):
    """`password` is the new one. Neither is ever shown again."""

    present = PasswordField(WORDS.your_password_now)

    def check(self, personal: tuple[str, ...]) -> bool:
        self.validate()
        present = self.present.data or ""
        if not present:
            self.complain(self.present, WORDS.write_password_now)
        elif len(present) > LONGEST:
            self.complain(self.present, WORDS.wrong_password)
        self.check_password(personal)
        if present and present == self.password.data:
            self.complain(self.password, WORDS.same_password)
        return self.is_fine

    def problems(self) -> list[tuple[str, str]]:
        """In the order of the page: the present password is asked first."""
        told = super().problems()
        return sorted(told, key=lambda problem: problem[0] != self.present.id)


class ConfirmPasswordForm(StaffForm):
    """`next_page` is where to go on; the password is never shown again."""

    present = PasswordField(WORDS.your_password_now)
    next_page = HiddenField()

    def check(self) -> bool:
        self.validate()
        if not self.present.data:
            self.complain(self.present, WORDS.write_password_now)
        elif len(self.present.data) > LONGEST:
            self.complain(self.present, WORDS.wrong_password)
        return self.is_fine


class AgreementForm(StaffForm):
    """`version` is that of the words which stood on the page."""

    version = HiddenField()
    agrees = BooleanField()

    def check(self, version: int) -> bool:
        self.validate()
        if self.version.data != str(version):
            self.complain(self.agrees, WORDS.words_have_changed)
        elif not self.agrees.data:
            self.complain(self.agrees, WORDS.tick_if_you_agree)
        return self.is_fine
