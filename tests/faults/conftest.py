"""What the tests of races share."""

import pytest
from crowding import CROWD
from sqlalchemy import func, select

from recovery.actions.transaction import audit_key
from recovery.extensions import db
from recovery.records import audit


@pytest.fixture
def crowd(visit):
    """crowd(person) are as many visitors signed in as that person; each has a token."""

    def of(person=None, count=CROWD):
        visitors = [visit(person) for _turn in range(count)]
        assert all(visitor.token for visitor in visitors)
        return visitors

    return of


@pytest.fixture
def count(app):
    def rows(table, *conditions):
        with app.app_context():
            return db.session.scalar(select(func.count()).select_from(table).where(*conditions))

    return rows


@pytest.fixture
def audit_stays_whole(app):
    yield
    with app.app_context():
        assert audit.first_break(audit.audit_in_order(), audit.audit_head(), audit_key()) is None
