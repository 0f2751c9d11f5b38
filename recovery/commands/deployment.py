"""The app of this deployment, or a sentence that says why it cannot start."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Flask
from sqlalchemy.exc import OperationalError, ProgrammingError

import config
from recovery import create_app

NO_DATABASE = (
    "The database does not answer, or has no tables yet. Check RECOVERY_DATABASE_URL and run: recovery db upgrade"
)


def deployed_app() -> Flask:
    """From the environment. Raises ClickException, which prints its message and exits with 1."""
    try:
        return create_app(config.production())
    except config.BadSettings as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def at_the_database(app: Flask) -> Iterator[None]:
    """An app context in which a missing database is said in a sentence."""
    with app.app_context():
        try:
            yield
        except (OperationalError, ProgrammingError) as error:
            raise click.ClickException(NO_DATABASE) from error
