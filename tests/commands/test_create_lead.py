"""`recovery create-lead` begins a clinic, and says what is missing."""

import re

import pytest
from sqlalchemy import func, select

from recovery.extensions import db
from recovery.records.documents import Approval, PassageRow
from recovery.records.library import Exercise, PlanTemplate
from recovery.records.people import Clinic, Person

LENA = ("--email", "Lena@Lakeside.example", "--name", "Lena Fox")
NEW = ("create-lead", "--clinic", "Lakeside", "--zone", "Europe/Lisbon", "--team-number", "01632 960 777", *LENA)


def count(app, table) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))


def test_it_makes_the_clinic_with_an_unapproved_document_a_library_and_a_lead_who_can_join(app, visit, run):
    ran = run(*NEW)
    assert ran.code == 0, ran.error
    code = re.search(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b", ran.out)[0]
    with app.app_context():
        clinic = db.session.scalars(select(Clinic)).one()
        assert (clinic.name, clinic.zone, clinic.team_number) == ("Lakeside", "Europe/Lisbon", "01632 960 777")
    assert count(app, PassageRow) > 9
    assert count(app, Approval) == 0
    assert count(app, Exercise) >= 15
    assert count(app, PlanTemplate) >= 12
    second = visit().post("/join/staff", {"code": code, "email": "lena@lakeside.example"})
    assert "Hello Lena" in second.words


def test_a_second_lead_joins_the_same_clinic(app, run):
    run(*NEW)
    ran = run("create-lead", "--clinic", "lakeside", "--email", "kim@lakeside.example", "--name", "Kim Day")
    assert (ran.code, "Found the clinic" in ran.out) == (0, True)
    assert (count(app, Clinic), count(app, Person)) == (1, 2)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("create-lead", "--clinic", "Lakeside", *LENA), "add --zone"),
        (("create-lead", "--clinic", "Lakeside", "--zone", "Lisbon", *LENA), "('Lisbon' is none)"),
        (("create-lead", "--clinic", "Lakeside", "--zone", "Europe/Lisbon", *LENA), "add --team-number"),
        ((*NEW[:-2], "--name", "Lena"), "a given and a family name"),
        ((*NEW[:-4], "--email", "lena", "--name", "Lena Fox"), "is no email address"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(app, run, arguments, sentence):
    ran = run(*arguments)
    assert ran.code == 1
    assert sentence in ran.error
    assert "Traceback" not in ran.error
    assert count(app, Clinic) == 0


def test_a_used_email_changes_nothing(app, run):
    run(*NEW)
    ran = run(*(*NEW[:2], "Elsewhere", *NEW[3:]))
    assert (ran.code, "has an account with" in ran.error) == (1, True)
    assert count(app, Clinic) == 1
