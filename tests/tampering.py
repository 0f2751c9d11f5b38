"""What somebody with the database in their hands could do, past the triggers that keep rows as they were written."""

from sqlalchemy import text

from recovery.extensions import db


def change_past_triggers(table: str, statement: str, **values) -> None:
    """Run `statement` with the triggers of `table` out of the way, inside an app context."""
    db.session.rollback()
    with db.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
            for name in connection.execute(triggers, {"table": table}).scalars().all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        connection.execute(text(statement), values)
