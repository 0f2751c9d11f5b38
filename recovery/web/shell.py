"""What every page stands in: the words and numbers its frame needs, none of them from the database."""

from flask import Flask, current_app, request
from jinja2 import Environment
from markupsafe import Markup, escape

from config import Settings
from recovery.content.wording import words
from recovery.web.present import dates
from recovery.web.present.destinations import destinations
from recovery.web.present.warning_page import PhoneNumbers


def wire(app: Flask) -> None:
    app.jinja_env.globals["here"] = _here
    wire_words(app.jinja_env)
    app.jinja_env.globals["destinations"] = destinations
    for name in ("day_words", "day_and_year", "short_day", "short_day_and_year"):
        app.jinja_env.filters[name] = getattr(dates, name)


def wire_words(environment: Environment) -> None:
    """Templates of patients' pages take their sentences from content/words and fill in their {places}."""
    environment.globals["words"] = words
    environment.filters["filled"] = filled


def fallback_numbers() -> PhoneNumbers:
    """From configuration, so that the public page needs no database."""
    settings: Settings = current_app.config["SETTINGS"]
    return PhoneNumbers(
        emergency=settings.emergency_number,
        team=settings.team_number,
        crisis=settings.crisis_number,
        team_hours=settings.team_hours,
    )


def filled(sentence: str, **values: object) -> Markup:
    """A sentence with its {places} filled in; markup only where the value is markup."""
    return Markup(escape(sentence)).format(**values)  # noqa: S704 - escaped first; values are escaped by format


def _here(endpoint: str) -> bool:
    """Whether a link in the frame leads to this page."""
    return request.endpoint == endpoint
