"""Triggers that keep append-only tables append-only, on SQLite and PostgreSQL.

Migrations call `guard` after they make or copy such a table: SQLite's table copies drop triggers.
"""

from sqlalchemy import Connection, inspect, text

APPEND_ONLY = (
    "audit",
    "check_ins",
    "ticked_signs",
    "sign_outcomes",
    "therapy_sessions",
    "session_units",
    "session_extras",
    "not_well_days",
    "reviews",
    "reviewed_reasons",
    "threshold_sign_offs",
    "calls",
    "approvals",
    "record_changes",
    "consents",
    "withdrawals",
    "activity_scores",
    "timed_tests",
    "timed_test_results",
    "stages_versions",
    "stages_sign_offs",
    "stage_decisions",
)


def guard(connection: Connection) -> None:
    """Refuse UPDATE and DELETE on every append-only table that there is by this migration."""
    tables = [table for table in APPEND_ONLY if inspect(connection).has_table(table)]
    if connection.dialect.name == "sqlite":
        for table in tables:
            for statement in ("UPDATE", "DELETE"):
                connection.execute(text(_sqlite_trigger(table, statement)))
    else:
        connection.execute(text(_POSTGRESQL_FUNCTION))
        for table in tables:
            connection.execute(text(_postgresql_trigger(table)))


def unguard(connection: Connection) -> None:
    for table in (table for table in APPEND_ONLY if inspect(connection).has_table(table)):
        if connection.dialect.name == "sqlite":
            for statement in ("UPDATE", "DELETE"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{statement.lower()}"))
        else:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION IF EXISTS refuse_change()"))


def _sqlite_trigger(table: str, statement: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{statement.lower()} BEFORE {statement} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def _postgresql_trigger(table: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
