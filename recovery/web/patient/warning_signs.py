"""What to do about a warning sign: open to everybody, without signing in, script or database."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from recovery.web.guards import open_to_everybody
from recovery.web.present.warning_page import public_page
from recovery.web.team_line import is_patients_phone, numbers_known

pages = Blueprint("warning_signs", __name__)


@pages.get("/warning-signs")
@open_to_everybody
def show() -> ResponseReturnValue:
    return render_template(
        "patient/warning_signs.html", page=public_page(None, numbers_known()), has_list=is_patients_phone()
    )
