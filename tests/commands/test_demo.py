"""`recovery demo`: a throw-away clinic in its own folder, and nobody else's files."""

import json
import socket
import sqlite3
import urllib.request
from contextlib import closing

import pytest
from serving import running_demo

from recovery.commands import demo_folder
from recovery.content.expected_course import shipped_course
from recovery.domain.thresholds import BY_SIGN_OFF

ACCOUNTS = ("fusion", "discectomy", "laminectomy", "physio", "physio2", "lead")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_it_answers_on_this_computer_and_comes_back_with_the_same_people(run, tmp_path):
    with running_demo(tmp_path) as address:
        with urllib.request.urlopen(f"{address}/warning-signs") as answer:  # noqa: S310 - our own loopback address
            assert answer.status == 200
        made = (tmp_path / "demo" / demo_folder.DATABASE).stat().st_ino
    with running_demo(tmp_path):
        assert (tmp_path / "demo" / demo_folder.DATABASE).stat().st_ino == made


def test_its_lead_has_approved_the_usual_ranges_and_signed_off_every_rule(run, tmp_path):
    with running_demo(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "demo" / demo_folder.DATABASE)) as made:
        rows = made.execute(
            "SELECT source, email, withdrawn_at FROM range_approvals JOIN people ON people.id = approved_by_id"
        )
        assert rows.fetchall() == [(shipped_course().source, "lead@demo.example", None)]
        signed = made.execute(
            "SELECT number, rules, email, is_withdrawal FROM threshold_sign_offs "
            "JOIN people ON people.id = signed_off_by_id"
        )
        ((number, rules, email, is_withdrawal),) = signed.fetchall()
        assert (number, set(json.loads(rules)), email, is_withdrawal) == (1, BY_SIGN_OFF, "lead@demo.example", 0)


def test_a_document_can_be_imported_into_it_and_its_folder_is_checked(run, tmp_path):
    guide = tmp_path / "guide.txt"
    guide.write_text("Guide\n\nWalk a little every day.")
    ran = run("import-document", guide, "--clinic", "Riverside", "--data", tmp_path / "none")
    assert (ran.code, "There is no demo in" in ran.error) == (1, True)


@pytest.mark.parametrize("patients", ["0", "23", "501", "many"])
def test_a_number_of_patients_it_cannot_make_is_refused(run, patients):
    ran = run("demo", "--patients", patients)
    assert (ran.code, "--patients" in ran.error) == (2, True)


def test_a_taken_port_is_said_with_another_one(run, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("demo", "--port", port, "--data", tmp_path / "demo")
    assert ran.code == 1
    assert f"Port {port} is taken" in ran.error
    assert not (tmp_path / "demo").exists()


def test_a_folder_with_other_files_is_refused_and_left_alone(run, tmp_path):
    (tmp_path / "mine.txt").write_text("precious")
    ran = run("demo", "--port", "8999", "--data", tmp_path)
    assert (ran.code, "holds other files" in ran.error) == (1, True)
    assert (tmp_path / "mine.txt").read_text() == "precious"
    ran = run("demo", "--port", "8999", "--data", tmp_path / "mine.txt")
    assert (ran.code, "cannot be used as a folder" in ran.error) == (1, True)
