"""Real databases for the tests: a migrated template each for SQLite and PostgreSQL, copied for every test."""

import shutil
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from flask_migrate import upgrade
from sqlalchemy import make_url

import config
from recovery import create_app
from recovery.extensions import db

SECRET = "a secret of the tests, long enough to start the app with"
WHY_NO_POSTGRES = "no PostgreSQL: set RECOVERY_TEST_POSTGRES to a server where databases may be made"


def settings(url: str, **extra) -> config.Settings:
    return config.Settings(
        secret_key=SECRET,
        database_url=url,
        testing=True,
        is_loopback_only=True,
        emergency_number="999",
        crisis_number="116 123",
        team_number="01632 960 999",
        team_hours="8am to 6pm",
        extra=extra,
    )


def migrate(url: str) -> None:
    app = create_app(settings(url))
    with app.app_context():
        upgrade()
        db.session.remove()
        db.engine.dispose()


def sqlite_template(folder: Path) -> Path:
    path = folder / "template.sqlite3"
    migrate(f"sqlite:///{path}")
    return path


def sqlite_path(url: str) -> Path:
    return Path(make_url(url).database)


def database_name(url: str) -> str:
    return make_url(url).database


def copy_of_sqlite(template: Path, folder: Path) -> str:
    path = folder / "test.sqlite3"
    shutil.copy(template, path)
    return f"sqlite:///{path}"


def postgres_server() -> str:
    """The server's address, or a skip with the reason; where the tests are required, a failure instead."""
    address = config.test_postgres()
    if address is None:
        if config.is_ci():
            pytest.fail(WHY_NO_POSTGRES)
        pytest.skip(WHY_NO_POSTGRES)
    return address


@contextmanager
def on_server(address: str):
    url = make_url(address).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        yield connection


def make_postgres(address: str, template: str | None = None) -> str:
    """A new database, migrated or copied from `template`; returns its address."""
    name = f"recovery_test_{uuid4().hex[:12]}"
    with on_server(address) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    url = make_url(address).set(database=name).render_as_string(hide_password=False)
    if template is None:
        migrate(url)
    return url


def drop_postgres(address: str, url: str) -> None:
    with on_server(address) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")
