"""Each migration keeps what was there, on both databases, and leaves the tables as the code describes them."""

import fifty
import make
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from reading import approve_shipped
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from recovery.actions.approve_ranges import approve_ranges
from recovery.content.expected_course import shipped_course
from recovery.domain.warning_answer import TickedSign, Tier, WarningAnswer
from recovery.extensions import db
from recovery.records import tables
from recovery.records.clinic_scores import own_offer
from recovery.records.expected_ranges import approvals_of_ranges, standing_ranges

pytestmark = pytest.mark.own_database

OLD_TABLES = ("people", "patients", "episodes", "check_ins", "ticked_signs", "passages", "placements", "audit")
GUARDED = ("audit", "check_ins", "approvals")
A_SIGN = WarningAnswer(is_answered=True, ticked=(TickedSign(Tier.TODAY, "calf-sore-swollen"),))


def counts():
    with db.engine.connect() as connection:
        return {table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in OLD_TABLES}


def refused(statement):
    with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
        connection.execute(text(statement))
    return True


@pytest.fixture
def filled(context, people):
    """Rows in the tables that later migrations copy."""
    make.check_in(people.asha, back_pain_average=4, warning_signs=A_SIGN)
    approve_shipped(people.clinic, people.lena)
    db.session.remove()
    return counts()


def test_the_tables_are_what_the_code_describes(context):
    with db.engine.connect() as connection:
        assert tables.MODULES
        found = compare_metadata(MigrationContext.configure(connection), db.metadata)
    assert not found


def test_going_back_to_the_first_and_up_again_keeps_every_row_and_every_trigger(filled):
    downgrade(revision="0001")
    assert counts() == filled
    assert refused("UPDATE check_ins SET back_pain_average = 0")
    upgrade()
    assert counts() == filled
    assert all(refused(f"DELETE FROM {table}") for table in GUARDED)


def test_timed_tests_are_off_for_every_recovery_that_was_there_before(filled, people):
    downgrade(revision="0004")
    upgrade()
    assert counts() == filled
    with db.engine.connect() as connection:
        assert not any(connection.execute(text("SELECT timed_tests_on FROM episodes")).scalars())


def test_a_recorded_timed_test_is_never_changed(context, people):
    make.timed_test(people.asha, people.ben)
    db.session.remove()
    for table in ("timed_tests", "timed_test_results"):
        assert refused(f"DELETE FROM {table}")
    assert refused("UPDATE timed_test_results SET value = 9")


def test_references_are_checked_again_after_a_migration(context, people):
    upgrade()
    with pytest.raises(DBAPIError), db.engine.begin() as connection:
        connection.execute(text("INSERT INTO episode_procedures VALUES ('00000000000000000000000000000000', 'fusion')"))


def test_an_approval_of_a_clinics_own_ranges_shows_nothing_once_its_numbers_are_gone(context, people):
    fifty.fusions(people.clinic)
    approve_ranges(make.actor(people.lena), own_offer(people.clinic, make.NOW).course.source, make.NOW)
    db.session.remove()
    downgrade(revision="0004")
    upgrade()
    (kept,) = approvals_of_ranges(people.clinic)
    assert (kept.approved_by, kept.own) == ("Lena Fox", None)
    assert standing_ranges(people.clinic, shipped_course().source) == (None, None)
