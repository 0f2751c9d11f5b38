"""What every page stands in: the words and numbers its frame needs, none of them from the database."""

from flask import Flask, current_app, request

from config import Settings
from recovery.web.present import dates
from recovery.web.present.destinations import destinations
from recovery.web.present.warning_page import PhoneNumbers


def wire(app: Flask) -> None:
    app.jinja_env.globals["here"] = _here
    app.jinja_env.globals["destinations"] = destinations
    for name in ("day_words", "day_and_year", "short_day", "short_day_and_year"):
        app.jinja_env.filters[name] = getattr(dates, name)


def fallback_numbers() -> PhoneNumbers:
    """From configuration, so that the public page needs no database."""
    settings: Settings = current_app.config["SETTINGS"]
    return PhoneNumbers(
        emergency=settings.emergency_number,
        team=settings.team_number,
        crisis=settings.crisis_number,
        team_hours=settings.team_hours,
    )


def _here(endpoint: str) -> bool:
    """Whether a link in the frame leads to this page."""
    return request.endpoint == endpoint
