"""One PostgreSQL database that every test finds as it was made: making and dropping one for each costs a second a test.

Its rows are kept beside it, in a schema of their own, and are put back before each test. Rows are deleted as a replica
does, past the triggers that keep them append-only; a table whose triggers a test switched off has them again.
"""

import psycopg
from sqlalchemy import make_url

KEPT = "kept"
_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_SWITCHED_OFF = "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal"


class ResetPostgres:
    def __init__(self, url: str) -> None:
        self.url = url
        with self._connect() as connection:
            tables = [
                name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname='public'")
            ]
            connection.execute(f"DROP SCHEMA IF EXISTS {KEPT} CASCADE")
            connection.execute(f"CREATE SCHEMA {KEPT}")
            for table in tables:
                connection.execute(f"CREATE TABLE {KEPT}.{table} AS TABLE public.{table}")
            self.script = "\n".join(self._script(connection, tables))

    def _connect(self) -> psycopg.Connection:
        plain = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        return psycopg.connect(plain, autocommit=True)

    def _script(self, connection: psycopg.Connection, tables: list[str]):
        """What puts every table and every sequence back."""
        yield "BEGIN; SET LOCAL session_replication_role = replica;"
        yield from (f"DELETE FROM public.{table};" for table in tables)
        for table in tables:
            if connection.execute(f"SELECT EXISTS (SELECT FROM {KEPT}.{table})").fetchone()[0]:
                yield f"INSERT INTO public.{table} SELECT * FROM {KEPT}.{table};"
        for name, last in connection.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
        ):
            yield f"SELECT setval('public.{name}', {last or 1}, {'true' if last else 'false'});"
        yield "COMMIT;"

    def as_made(self) -> str:
        """The address, with nothing left of the test before."""
        with self._connect() as connection:
            connection.execute(_OTHERS)
            for (table,) in connection.execute(_SWITCHED_OFF).fetchall():
                connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            connection.execute(self.script)
        return self.url
