"""Many writers, the same form at once, and a database that is held or gone (TRUST.md: fault catalogue)."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from databases import sqlite_path
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from recovery.actions.transaction import audit_key
from recovery.extensions import db
from recovery.records import audit, database
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow

RESENDS = 20
CLIENTS = 8
ENTRIES_EACH = 6


def counts(app):
    with app.app_context():
        tables = (EntryRow, CheckInRow)
        return tuple(db.session.scalar(select(func.count()).select_from(table)) for table in tables)


def test_the_same_form_twenty_times_at_once_is_one_entry(app, people, visit):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    cookies = [(each.key, each.value) for each in visitor.client._cookies.values()]

    def send(_turn):
        client = app.test_client()
        for name, value in cookies:
            client.set_cookie(name, value)
        return client.post("/check-ins", data={**fields, "back_pain_average": "3"}).status_code

    with ThreadPoolExecutor(RESENDS) as pool:
        statuses = list(pool.map(send, range(RESENDS)))
    assert set(statuses) == {303}
    assert counts(app) == (1, 1)


def test_many_clients_at_once_lose_and_double_nothing_and_the_audit_stays_whole(app, people, visit):
    visitors = [visit(people.asha if turn % 2 else people.dev) for turn in range(CLIENTS)]

    def send(visitor):
        statuses = []
        for score in range(ENTRIES_EACH):
            same = str(uuid4())
            statuses += [visitor.record(client_id=same, back_pain_average=str(score)).status for _twice in range(2)]
        return statuses

    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = [status for answered in pool.map(send, visitors) for status in answered]
    assert set(statuses) == {303}
    assert counts(app) == (CLIENTS * ENTRIES_EACH,) * 2
    with app.app_context():
        assert audit.first_break(audit.audit_in_order(), audit.audit_head(), audit_key()) is None


@pytest.fixture
def held(app, monkeypatch):
    """Another process holds SQLite's writer lock."""
    if not app.config["SETTINGS"].database_url.startswith("sqlite"):
        pytest.skip("SQLite has one writer; PostgreSQL has many")
    with app.app_context():
        db.engine.dispose()
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 50)
    other = sqlite3.connect(sqlite_path(app.config["SETTINGS"].database_url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_while_the_lock_is_held_nothing_is_acknowledged_and_afterwards_all_is_saved(app, people, visit, held):
    held.execute("ROLLBACK")
    visitor = visit(people.asha)
    fields = {**visitor.get("/check-ins/new").fields("/check-ins"), "back_pain_average": "3"}
    held.execute("BEGIN IMMEDIATE")
    answer = visitor.post("/check-ins", fields)
    assert answer.status == 503
    assert answer.response.headers["Retry-After"]
    assert "not saved" in answer.words
    held.execute("ROLLBACK")
    assert visitor.post("/check-ins", answer.fields("/check-ins")).status == 303
    assert counts(app) == (1, 1)


def test_pages_can_be_read_while_somebody_else_writes(people, visit, held):
    held.execute("ROLLBACK")
    visitor = visit(people.asha)
    held.execute("BEGIN IMMEDIATE")
    assert visitor.get("/check-ins/new").status == 200


def test_a_read_that_turns_into_a_write_fails_at_once_and_begin_write_does_not(app, people):
    """Why begin_write ends the read first: a stale snapshot cannot be upgraded, however long one waits."""
    if not app.config["SETTINGS"].database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL upgrades a read to a write")
    other = sqlite3.connect(sqlite_path(app.config["SETTINGS"].database_url), isolation_level=None)
    change = text("UPDATE people SET given_name = 'X' WHERE given_name = 'Asha'")
    with app.app_context():
        db.session.execute(text("SELECT count(*) FROM people"))
        other.execute("UPDATE clinics SET team_number = '1'")
        with pytest.raises(OperationalError, match="database is locked"):
            db.session.execute(change)
        database.begin_write(db.session)
        db.session.execute(change)
        db.session.rollback()
    other.close()
