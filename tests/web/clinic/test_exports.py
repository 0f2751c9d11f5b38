"""Files that leave the app: the same numbers as the screens, written down, and only for who lastingly cares."""

import csv
import io
from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.confirm_password import confirm_password
from recovery.domain.activities import ActivityScore
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import CareLink, Person
from recovery.records.plans import plans_of
from recovery.records.sign_ins import SignIn

DAY = timedelta(days=1)


@pytest.fixture
def confirmed(app, people, visit):
    """confirmed(name) is somebody who typed the password again."""

    def visitor(name):
        somebody, person_id = visit(getattr(people, name)), getattr(people, name)
        with app.app_context():
            db.session.get_one(Person, person_id).password_hash = make.PASSWORD_HASH
            db.session.commit()
            sign_in = db.session.scalars(select(SignIn.id).where(SignIn.person_id == person_id)).one()
            confirm_password(make.actor(person_id), sign_in, make.PASSWORD, NOW)
        return somebody

    return visitor


def rows(answer) -> list[dict[str, str]]:
    assert answer.status == 200
    return list(csv.DictReader(io.StringIO(answer.response.get_data().decode("utf-8-sig"), newline="")))


def held(row: dict[str, str]) -> dict[str, str]:
    return {head: cell for head, cell in row.items() if cell}


@pytest.fixture
def recorded(app, people):
    """Asha's days: one before the operation, one with a formula for a note, one taken back, and exercises."""
    with app.app_context():
        slides, _walk = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions
        swim = make.activity(people.asha, "+ swim")
        make.check_in(people.asha, on=TODAY - 15 * DAY, leg_pain_average=7)
        make.check_in(
            people.asha,
            on=TODAY - DAY,
            back_pain_average=3,
            walking_minutes=0,
            bearable=True,
            note='=HYPERLINK("https://example.org")\nsecond line',
            activities=(ActivityScore(swim, 4),),
            warning_signs=answer_from(["calf-sore-swollen"], {}),
        )
        units = (UnitDone(Unit(slides.id, 1), Outcome.DONE), UnitDone(Unit(slides.id, 2), Outcome.PARTLY, 50))
        make.session(people.asha, on=TODAY - DAY, now=NOW + timedelta(minutes=1), units=units, pain_during=0)
        gone = make.check_in(people.asha, now=NOW + timedelta(minutes=2), back_pain_average=9)
        make.take_back(people.asha, gone, now=NOW + timedelta(minutes=30))


def test_an_episode_has_a_row_an_entry_with_what_was_recorded_and_nothing_else(people, confirmed, recorded):
    answer = confirmed("ben").post(f"/patients/{people.asha}/export")
    before, check_in, session, gone = rows(answer)
    assert (before["Days before the operation"], before["Days after the operation"]) == ("3", "")
    assert {head: check_in[head] for head in ("Day", "Days after the operation", "Kind", "Version", "Recorded by")} == {
        "Day": "2026-11-21",
        "Days after the operation": "11",
        "Kind": "Check-in",
        "Version": "1",
        "Recorded by": "the patient",
    }
    assert check_in["First received"] == "2026-11-22T12:00:00+00:00"
    assert check_in["Back pain, average in 24 hours (0 to 10)"] == "3"
    assert check_in["Leg pain, average in 24 hours (0 to 10)"] == ""
    assert (check_in["Walking (minutes)"], check_in["Steps"], check_in["Bearable"]) == ("0", "", "yes")
    assert check_in["Note"] == '\'=HYPERLINK("https://example.org")\nsecond line'
    assert check_in["What matters (0 to 10)"] == "'+ swim: 4"
    assert "calf" in check_in["Warning signs"]
    assert before["Warning signs"] == "not answered"
    assert (session["Exercises done (units)"], session["Exercises not done (units)"]) == ("1.5", "0.5")
    assert session["Pain during exercises (0 to 10)"] == "0"
    assert session["Exercises"].startswith("Heel slides, first time: done")
    assert "Walking (minutes)" not in held(session)
    assert gone["Taken back"].startswith("2026-11-22T12:30")
    assert not [
        cell for row in (before, check_in, session, gone) for cell in row.values() if cell[:1] in "=+-@" and cell
    ]


def test_a_file_has_a_number_for_a_name_and_is_kept_nowhere(people, confirmed):
    headers = confirmed("ben").post(f"/patients/{people.asha}/export").response.headers
    assert headers["Content-Disposition"] == "attachment; filename=recovery-patient-1-2026-11-22.csv"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Type"].startswith("text/csv")


def test_the_caseload_has_a_row_a_patient_with_the_numbers_of_the_list(app, people, confirmed, recorded):
    ben = confirmed("ben")
    with app.app_context():
        make.appointment(people.asha, starts_at=NOW + timedelta(days=2))
        fresh = make.patient(people.clinic, "=Nils", "New")
        make.episode(fresh, region="cervical", day=-3)
        make.care_link(fresh, people.ben)
    page = ben.get("/caseload")
    told = {row["Number"]: row for row in rows(ben.post("/caseload/export"))}
    asha, nils = told["1"], told["3"]
    assert asha["Name"] == "Asha Rao"
    assert asha["Group"] == "Warning signs: look now"
    assert all(reason in page.words for reason in asha["Reasons"].split("; "))
    assert asha["Back or neck pain, average of the last 7 complete days (0 to 10)"] == "3"
    assert asha["Walking, newest of the last 7 days (minutes)"] == "0"
    assert "0 min" in page.words
    counts = [asha[f"Exercises {each}, last 7 complete days (units)"] for each in ("done", "not done", "not recorded")]
    assert counts == ["1.5", "0.5", "26"]
    assert "1½ done, ½ not done, 26 not recorded, of 28" in page.words
    assert (asha["Last entry"], asha["Next appointment"]) == ("2026-11-21", "2026-11-24T12:00:00+00:00")
    assert (nils["Name"], nils["Days before the operation"], nils["Stage"]) == ("'=Nils New", "3", "")
    assert nils["Exercises planned, last 7 complete days (units)"] == ""


def test_every_file_is_in_the_audit_and_the_patient_reads_of_it(app, people, visit, confirmed):
    ben = confirmed("ben")
    ben.post(f"/patients/{people.asha}/export")
    ben.post("/caseload/export")
    with app.app_context():
        exports = db.session.scalars(select(AuditRow).where(AuditRow.action.startswith("exported"))).all()
        assert [(row.action, row.patient_id, row.fields) for row in exports] == [
            ("exported the entries", people.asha, []),
            ("exported the caseload", None, ["1"]),
        ]
    told = visit(people.asha).get("/account/looks").words
    assert "Took a copy of your entries out of the app as a file" in told
    assert "Took a list with your name on it out of the app as a file" in told
    assert "exported the caseload" in visit(people.lena).get("/audit?kind=exports").words


@pytest.mark.parametrize("who", ["cleo", "eli"])
def test_another_physiotherapist_gets_404_and_only_their_own_caseload(people, confirmed, who):
    visitor = confirmed(who)
    assert visitor.get(f"/patients/{people.asha}/export").status == 404
    assert visitor.post(f"/patients/{people.asha}/export").status == 404
    assert "Asha" not in visitor.post("/caseload/export").text


def test_a_record_that_is_open_in_an_emergency_leaves_in_no_file(app, people, confirmed):
    with app.app_context():
        link = db.session.get_one(CareLink, make.care_link(people.asha, people.cleo, ended_at=NOW + DAY / 24))
        link.is_emergency = True
        db.session.commit()
    cleo = confirmed("cleo")
    assert cleo.get(f"/patients/{people.asha}").status == 200
    assert cleo.post(f"/patients/{people.asha}/export").status == 404
    assert [row["Name"] for row in rows(cleo.post("/caseload/export"))] == ["Dev Patel"]


def test_a_timed_test_has_a_row_of_its_own_with_its_unit_in_the_head(app, people, confirmed):
    with app.app_context():
        make.timed_test(people.asha, people.ben, 14, on=TODAY - DAY)
    (row,) = rows(confirmed("ben").post(f"/patients/{people.asha}/export"))
    assert held(row).items() >= {
        ("Kind", "Timed test"),
        ("Day", (TODAY - DAY).isoformat()),
        ("Timed up and go (seconds)", "14"),
        ("Recorded by", "Ben Okoro"),
    }
