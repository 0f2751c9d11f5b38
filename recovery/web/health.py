"""Is it running, and does the database answer? Says nothing else."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from recovery.extensions import db
from recovery.web.guards import open_to_everybody

pages = Blueprint("health", __name__)


@pages.get("/healthz")
@open_to_everybody
def show() -> ResponseReturnValue:
    db.session.execute(text("SELECT 1"))
    return {"status": "ok"}
