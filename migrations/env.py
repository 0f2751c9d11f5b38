"""Alembic's entry: runs every migration on the app's own engine, in one transaction."""

from alembic import context
from flask import current_app

from recovery.extensions import db


def run() -> None:
    engine = db.engine
    with engine.connect().execution_options(is_write=True) as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
