"""On a phone: every place that does not fit into the row at the bottom."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from recovery.web.guards import for_staff

pages = Blueprint("more", __name__)


@pages.get("/more")
@for_staff
def show() -> ResponseReturnValue:
    return render_template("clinic/more.html")
