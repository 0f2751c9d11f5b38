"""What every form takes from a request: the fields that were sent as text, and nothing else."""

from typing import Any

from flask import request
from flask_wtf import FlaskForm


class PostedForm(FlaskForm):  # type: ignore[misc]
    """A file or a JSON body in the place of a text is no text: the field counts as not sent."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            taken = None if request.is_json else super().wrap_formdata(form, formdata)
            return taken if formdata is None or taken is None else request.form
