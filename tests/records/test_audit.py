"""The audit: rows only added, each chained to the one before."""

from contextlib import closing

import cast
import make
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tampering import change_past_triggers

from recovery.actions.transaction import Note, audit_key, write_down, writing
from recovery.extensions import db
from recovery.records.audit import AuditRow, audit_head, audit_in_order, first_break


def broken():
    """After a fresh look; the cursor is closed where the reading stops."""
    db.session.rollback()
    with closing(audit_in_order()) as rows:
        return first_break(rows, audit_head(), audit_key())


def change(statement, **values):
    change_past_triggers("audit", statement, **values)


@pytest.fixture
def rows(context, people):
    """Five changes, each with its row."""
    for score in range(5):
        make.check_in(people.asha, back_pain_average=score)
    return db.session.query(AuditRow).count()


def test_a_whole_audit_is_whole_and_numbered_without_gaps(rows):
    assert broken() is None
    assert [row.number for row in audit_in_order()] == list(range(1, rows + 1))
    assert audit_head().count == rows


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET action = 'nothing' WHERE number = 3",
        "UPDATE audit SET request_id = 'x' WHERE number = 3",
        "UPDATE audit SET fields = '[\"other\"]' WHERE number = 3",
        "DELETE FROM audit WHERE number = 3",
    ],
)
def test_a_changed_or_removed_row_is_found_where_it_stood(rows, statement):
    change(statement)
    assert broken() in {3, 4}


def test_a_row_cut_off_at_the_end_is_found(rows):
    change("DELETE FROM audit WHERE number = :last", last=rows)
    assert broken() == 0


def test_a_head_wound_back_with_the_last_row_is_found_by_the_row_count(rows):
    change("UPDATE audit_head SET count = count - 1")
    assert broken() == 0


def test_another_key_fits_nothing(rows):
    assert first_break(list(audit_in_order()), audit_head(), b"another key") == 1


@pytest.mark.parametrize("statement", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_a_row(rows, statement):
    db.session.rollback()
    with pytest.raises(DBAPIError), db.engine.begin() as connection:
        connection.execute(text(statement))
    assert broken() is None


def test_a_row_names_what_was_recorded_and_never_its_value(rows):
    row = list(audit_in_order())[-1]
    assert "back_pain_average" in row.fields
    assert "4" not in row.fields


def test_an_action_that_fails_leaves_no_row(context, people):
    def fail():
        with writing():
            write_down(make.actor(people.ben), Note("looked at the record", people.asha), cast.NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert audit_head() is None
