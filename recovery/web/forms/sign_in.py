"""The sign-in form."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length


class SignInForm(FlaskForm):  # type: ignore[misc]
    """`email` takes an email address or a user name."""

    email = StringField(
        "Email or user name",
        [InputRequired("Write your email address or user name"), Length(max=254, message="That name is too long")],
    )
    password = PasswordField(
        "Password",
        [InputRequired("Write your password"), Length(max=1024, message="That password is too long")],
    )
    next_page = HiddenField()
