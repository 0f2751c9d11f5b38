"""The command refuses to start on unsafe settings, in one sentence, and makes the tables on both databases."""

import databases
import pytest
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from recovery import create_app
from recovery.extensions import db


@pytest.mark.parametrize("command", [("serve",), ("db", "upgrade"), ("verify-audit",)])
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"RECOVERY_SECRET_KEY": None}, "RECOVERY_SECRET_KEY is missing or short"),
        ({"RECOVERY_SECRET_KEY": "x" * 31}, "RECOVERY_SECRET_KEY is missing or short"),
        ({"RECOVERY_DEBUG": "1"}, "RECOVERY_DEBUG is on"),
        ({"FLASK_DEBUG": "1"}, "RECOVERY_DEBUG is on"),
        ({"RECOVERY_PROXIES": "two"}, "RECOVERY_PROXIES must be a whole number, and is 'two'"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_unsafe_settings_stop_every_command(run, command, settings, said):
    ran = run(*command, **settings)
    assert ran.code == 1
    assert said in ran.error
    assert "Traceback" not in ran.error


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_tables_the_way_out_is_said(run, tmp_path):
    empty = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    ran = run("verify-audit", RECOVERY_DATABASE_URL=empty)
    assert (ran.code, "recovery db upgrade" in ran.error) == (1, True)
    ran = run("db", "upgrade", RECOVERY_DATABASE_URL=empty)
    assert (ran.code, ran.out) == (0, "The database is up to date.\n")
    assert run("verify-audit", RECOVERY_DATABASE_URL=empty).code == 0


def test_upgrading_again_is_safe(run):
    assert [run("db", "upgrade").code for _time in range(2)] == [0, 0]


def test_the_tables_go_down_and_up_again_and_are_those_of_the_models(database_url):
    app = create_app(databases.settings(database_url))
    with app.app_context():
        names = set(inspect(db.engine).get_table_names())
        assert names == {*db.metadata.tables, "alembic_version"}
        for name, table in db.metadata.tables.items():
            assert {each["name"] for each in inspect(db.engine).get_columns(name)} == set(table.columns.keys())
        downgrade(revision="base")
        assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
        upgrade()
        assert set(inspect(db.engine).get_table_names()) == names
        db.session.remove()
        db.engine.dispose()
