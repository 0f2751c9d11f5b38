"""Each role's home at the root address."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from recovery.domain.access import Role
from recovery.web.clinic import overview
from recovery.web.guards import for_signed_in
from recovery.web.identity import signed_in
from recovery.web.patient import today

pages = Blueprint("home", __name__)


@pages.get("/")
@for_signed_in
def show() -> ResponseReturnValue:
    role = signed_in().actor.role
    if role is Role.PATIENT:
        return today.page()
    return overview.page() if role is Role.LEAD else redirect(url_for("caseload.show"), 303)
