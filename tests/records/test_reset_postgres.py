"""The tests' own PostgreSQL database is as it was made before each of them, whatever the one before did to it."""

import make
import pytest
from check_in_form import count
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tampering import change_past_triggers

from recovery.extensions import db
from recovery.records.audit import AuditRow


@pytest.fixture
def reset(request, app, people):
    """Puts this test's database back as it was made, in the middle of the test."""
    if app.config["SETTINGS"].database_url.startswith("sqlite"):
        pytest.skip("SQLite's tests each have a file of their own")
    return request.getfixturevalue("postgres_cast")[0].as_made


def test_what_was_written_is_gone_and_append_only_tables_are_guarded_again(app, people, reset):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=3)
        change_past_triggers("audit", "UPDATE audit SET action = 'made up'")
    reset()
    assert count(app) == count(app, AuditRow) == 0
    with app.app_context():
        make.check_in(people.asha, back_pain_average=3)
        with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
            connection.execute(text("UPDATE audit SET action = 'made up'"))
