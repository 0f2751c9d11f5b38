"""The database's tables."""

import click

from recovery.commands.deployment import at_the_database, deployed_app


@click.group("db")
def database() -> None:
    """The database."""


@database.command()
def upgrade() -> None:
    """Bring the tables to this version of the app. Safe to run again."""
    from flask_migrate import upgrade as to_newest

    with at_the_database(deployed_app()):
        to_newest()
    click.echo("The database is up to date.")
