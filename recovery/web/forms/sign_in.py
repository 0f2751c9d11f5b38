"""The sign-in form."""

from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from recovery.content.wording import words
from recovery.web.forms.posted import PostedForm

WORDS = words("account")


class SignInForm(PostedForm):
    """`email` takes an email address or a user name."""

    email = StringField(
        WORDS.email_or_user_name,
        [InputRequired(WORDS.write_name), Length(max=254, message=WORDS.name_too_long)],
    )
    password = PasswordField(
        WORDS.password,
        [InputRequired(WORDS.write_password), Length(max=1024, message=WORDS.password_is_too_long)],
    )
    next_page = HiddenField()
