"""Engine settings, UTC instants, the naming convention, and how a write begins (TRUST.md 13)."""

import sqlite3
from datetime import UTC, datetime
from enum import Enum as PythonEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, Enum, MetaData, Uuid, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import DeclarativeBase, Session, registry, scoped_session
from sqlalchemy.types import TypeDecorator

BUSY_TIMEOUT_MS = 5000  # how long a writer waits for another before 503
CACHE_KB = 64_000
"""SQLite keeps 2 MB by itself: a caseload with years behind it is read from pages all over the file."""
WRITERS = 20261122  # PostgreSQL's name of the writers' lock; any number that nobody else in the database uses

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class PublicId(Uuid[UUID]):
    """A UUID column. A list of many rows repeats few ids, and reading an id from its text is most of what a row costs
    on SQLite: each text is read once.
    """

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        read = super().result_processor(dialect, coltype)
        if read is None or dialect.name != "sqlite":
            return read
        return lambda value: None if value is None else _uuid_of(value)


@lru_cache(maxsize=20_000)
def _uuid_of(text: str) -> UUID:
    return UUID(text)


class Table(DeclarativeBase):
    registry = registry(metadata=metadata, type_annotation_map={UUID: PublicId})


class Instant(TypeDecorator[datetime]):
    """An aware instant. PostgreSQL keeps the zone; SQLite gets UTC without one, and gives it back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def named(values: type[PythonEnum]) -> Enum:
    """A column for a StrEnum, stored as its value, so that rows read without this code."""
    return Enum(values, native_enum=False, length=40, values_callable=lambda enum: [each.value for each in enum])


@event.listens_for(Engine, "connect")
def _settle_connection(connection: Any, _record: Any) -> None:
    """SQLite: durable (FULL), readers beside one writer (WAL), foreign keys on; we emit BEGIN ourselves."""
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        is_write = connection.get_execution_options().get("is_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")


def begin_write(session: Session | scoped_session[Any]) -> None:
    """End the guard's read transaction and take the writer's lock before the first statement.

    A read that is upgraded to a write fails at once on SQLite with "database is locked", whatever the timeout. On
    PostgreSQL what a writer checks would be out of date by the time it writes; the lock ends with the transaction.
    """
    session.rollback()
    connection = session.connection(execution_options={"is_write": True})
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
