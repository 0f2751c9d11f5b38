"""Back to the list where a form stood in one of its rows: as it was narrowed, at the row after."""

import re

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from recovery.web.forms.caseload_filter import read_filter

PLACE = re.compile(r"list|p-[0-9a-f]{32}")
"""The top of the list, or the id of a row."""


def back_to_list() -> ResponseReturnValue | None:
    """None where the form stood elsewhere."""
    place = request.form.get("from_list", "")
    if not PLACE.fullmatch(place):
        return None
    narrowed = read_filter(request.form)
    return redirect(url_for("caseload.show", **narrowed.as_address, _anchor=place), 303)
