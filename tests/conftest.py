"""Fixtures: a database, an app on it, the cast, and a way to visit as any of them. Time stands at cast.NOW.

The cast is assembled once for each kind of database and copied for every test that asks for `people`.
"""

from pathlib import Path
from uuid import UUID

import cast
import databases
import pytest
import time_machine
from hypothesis import settings
from reset_postgres import ResetPostgres
from shared_app import SharedApp, app_on, close
from visitor import Visitor

PAGES = Path(__file__).parent / "web"

settings.register_profile("recovery", deadline=None)  # how long a case takes says nothing on a busy machine
settings.load_profile("recovery")


def pytest_addoption(parser):
    parser.addoption("--run-long", action="store_true", help="run the large fault and property tests too")


def pytest_collection_modifyitems(config, items):
    """What differs between the databases stands in records and actions, whose tests run on both, and the route matrix
    asks for every page on both. Of the tests of pages the first of each file runs on PostgreSQL too; the others only
    with --run-long, which keeps the usual run short.
    """
    if config.getoption("--run-long"):
        return
    skip = pytest.mark.skip(reason="the large version; run with --run-long")
    for item in items:
        if "long" in item.keywords:
            item.add_marker(skip)
    on_postgres = [item for item in items if item.path.is_relative_to(PAGES) and "postgres" in item.keywords]
    first = {item.path: item for item in reversed(on_postgres)}
    left_out = {item for item in on_postgres if first[item.path] is not item}
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=list(left_out))


def assembled(url: str) -> cast.Cast:
    app = app_on(url)
    with time_machine.travel(cast.NOW, tick=False), app.app_context():
        people = cast.assemble()
    close(app)
    return people


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    return databases.sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def sqlite_cast(sqlite_template, tmp_path_factory):
    """The path of a database with the cast in it, and the cast."""
    url = databases.copy_of_sqlite(sqlite_template, tmp_path_factory.mktemp("cast"))
    return databases.sqlite_path(url), assembled(url)


@pytest.fixture(scope="session")
def postgres_server():
    return databases.postgres_server()


@pytest.fixture(scope="session")
def postgres_empty(postgres_server):
    url = databases.make_postgres(postgres_server)
    yield ResetPostgres(url)
    databases.drop_postgres(postgres_server, url)


@pytest.fixture(scope="session")
def postgres_cast(postgres_server, postgres_empty):
    """A database with the cast in it, and the cast."""
    url = databases.make_postgres(postgres_server, databases.database_name(postgres_empty.as_made()))
    people = assembled(url)
    yield ResetPostgres(url), people
    databases.drop_postgres(postgres_server, url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request, tmp_path):
    """A migrated database on each kind in turn: empty, or with the cast where the test asks for people."""
    wants_people = "people" in request.fixturenames
    if request.param == "sqlite":
        template = (
            request.getfixturevalue("sqlite_cast")[0] if wants_people else request.getfixturevalue("sqlite_template")
        )
        yield databases.copy_of_sqlite(template, tmp_path)
        return
    reused = request.getfixturevalue("postgres_cast")[0] if wants_people else request.getfixturevalue("postgres_empty")
    if request.node.get_closest_marker("own_database") is None:
        yield reused.as_made()
        return
    address = request.getfixturevalue("postgres_server")
    url = databases.make_postgres(address, databases.database_name(reused.as_made()))
    yield url
    databases.drop_postgres(address, url)


@pytest.fixture
def clock():
    """Stands still at cast.NOW; move it with clock.move_to or clock.shift."""
    with time_machine.travel(cast.NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="session")
def shared_app(sqlite_template):
    return SharedApp(f"sqlite:///{sqlite_template}")


@pytest.fixture
def app(shared_app, database_url, clock):
    app = shared_app.on(database_url)
    yield app
    close(app)


@pytest.fixture
def app_of_its_own(database_url, clock):
    """For a test that changes more of the app than its configuration and its views."""
    app = app_on(database_url)
    yield app
    close(app)


@pytest.fixture
def context(app):
    with app.app_context():
        yield app


@pytest.fixture
def people(request, app):
    """The cast, in this test's database."""
    kind = "sqlite_cast" if app.config["SETTINGS"].database_url.startswith("sqlite") else "postgres_cast"
    return request.getfixturevalue(kind)[1]


@pytest.fixture
def visit(app):
    """visit(person_id) is somebody signed in; visit() is nobody."""

    def as_person(person_id: UUID | None = None) -> Visitor:
        return Visitor(app, person_id)

    return as_person
