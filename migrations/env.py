"""Alembic's entry: runs every migration on the app's own engine, in one transaction."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from recovery.extensions import db
from recovery.records import tables  # noqa: F401 - reading it makes the metadata whole


def run() -> None:
    with db.engine.connect().execution_options(is_write=True) as connection:
        _let_tables_be_copied(connection)
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
            _refuse_orphans(connection)
        connection.invalidate()  # what comes next gets a connection of its own, with the usual settings


def _let_tables_be_copied(connection: Connection) -> None:
    """SQLite changes a table by copying it, and dropping the old one would count as deleting its rows. This can only
    be switched off outside a transaction.
    """
    if connection.dialect.name == "sqlite":
        connection.connection.execute("PRAGMA foreign_keys = OFF")


def _refuse_orphans(connection: Connection) -> None:
    """Nothing was checked on the way, so all of it is checked before the end."""
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("the migration would leave rows that refer to nothing; nothing was changed")


run()
