"""Enrolling: what is stored, who is warned about whom, and what bad input is told."""

from datetime import UTC, date, datetime

import make
import pytest
from enrolling import MIA, code_on, enrol
from sqlalchemy import select

from recovery.extensions import db
from recovery.records.episodes import Appointment, EpisodeRow
from recovery.records.people import CareLink, Patient, Person


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


def mia() -> Person:
    return db.session.scalars(select(Person).where(Person.given_name == "Mia")).one()


def test_everything_that_was_written_is_in_the_record(app, people, ben):
    booked = {"appointment_on": "2026-12-01", "appointment_at": "9.30", "purpose": "6-week review", "place": "Room 4"}
    enrol(ben, needs_interpreter="y", language="Polish", is_revision="y", **booked)
    with app.app_context():
        person = mia()
        patient = person.patient
        assert (patient.born_on, patient.phone, patient.number) == (date(1970, 5, 3), "01632 960 555", 3)
        assert (patient.language, patient.needs_interpreter, patient.joined_at) == ("Polish", True, None)
        episode = db.session.scalars(select(EpisodeRow).where(EpisodeRow.patient_id == person.id)).one()
        assert (episode.surgeon, episode.surgeon_instructions) == ("Mr T. Hale", "No lifting over 2 kg.")
        assert (episode.back_pain_before, episode.leg_pain_before, episode.is_revision) == (4, 8, True)
        booking = db.session.scalars(select(Appointment).where(Appointment.patient_id == person.id)).one()
        assert booking.starts_at == datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
        link = db.session.scalars(select(CareLink).where(CareLink.patient_id == person.id)).one()
        assert link.physiotherapist_id == people.ben


def test_invited_and_not_joined_is_a_state_of_its_own(ben):
    enrol(ben)
    page = ben.get("/patients/new")
    assert "Mia Lund Born 3 May 1970. Not joined yet. The code works until Wednesday 25 November, 12:00." in page.words
    assert "first days, not joined yet" in ben.get("/caseload?state=not-joined").words


def test_the_card_says_how_to_join_and_the_code_stands_in_no_address(ben):
    answer = ben.post("/patients", MIA)
    code = code_on(answer)
    assert "Write your date of birth, and choose a password." in answer.words
    assert not [link for link in answer.page.find_all("a") if code in link.get("href", "")]
    assert "Mia" not in answer.response.request.path


@pytest.mark.parametrize(
    "changes",
    [
        {"given_name": "Asha", "family_name": "Ráo", "born_on": "1990-01-01"},
        {"given_name": "Asha", "family_name": "Smith", "born_on": "1961-03-14"},
        {"given_name": "A.", "family_name": "RAO", "born_on": "1961-03-14"},
    ],
)
def test_a_likely_duplicate_is_asked_about_by_number_and_enrolled_when_it_is_another_person(app, ben, changes):
    sent = {**MIA, **changes}
    asked = ben.post("/patients", sent)
    assert asked.status == 409
    assert "patient 1" in asked.words
    assert asked.page.find("input", {"name": "levels"})["value"] == "L5-S1"
    with app.app_context():
        assert len(db.session.scalars(select(Patient)).all()) == 3
    assert ben.post("/patients", {**sent, "is_another_person": "y"}).status == 200


def test_patients_of_another_clinic_are_nobodys_duplicates(ben):
    enrol(ben, given_name="Fay", family_name="Hunt", born_on="1961-03-15")


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"given_name": " "}, "given_name", "Write the first name"),
        ({"family_name": "x" * 81}, "family_name", "Make this shorter"),
        ({"born_on": ""}, "born_on", "Choose the date of birth"),
        ({"born_on": "2027-01-01"}, "born_on", "Choose a day from"),
        ({"born_on": "14 March"}, "born_on", "Choose the day from the calendar"),
        ({"phone": "ask"}, "phone", "Write the phone number in digits"),
        ({"email": "mia@"}, "email", "Write the whole email address"),
        ({"email": "ASHA.rao@example.org"}, "email", "Somebody signs in with this email"),
        ({"operated_on": ""}, "operated_on", "Choose the date of the operation"),
        ({"operated_on": "1970-05-02"}, "operated_on", "Choose a day from"),
        ({"operated_on": "2026-11-01", "born_on": "2026-11-02"}, "operated_on", "cannot be before the date of birth"),
        ({"procedures": ""}, "procedures", "Choose one procedure or more"),
        ({"procedures": "lobotomy"}, "procedures", "Choose one procedure or more"),
        ({"approach": ""}, "approach", "Choose the approach"),
        ({"region": "thoracic"}, "region", "Choose the region"),
        ({"back_pain_before": "11"}, "back_pain_before", "from 0 to 10"),
        ({"surgeon_instructions": "x" * 301}, "surgeon_instructions", "301 letters and spaces, and 300 fit"),
        ({"appointment_on": "2026-12-01"}, "appointment_at", "Write the time of the appointment"),
        ({"appointment_at": "9:30"}, "appointment_on", "Choose the day of the appointment"),
        ({"appointment_on": "2026-12-01", "appointment_at": "25:00", "purpose": "x"}, "appointment_at", "like 9:30"),
        ({"appointment_on": "2027-03-28", "appointment_at": "1:30", "purpose": "x"}, "appointment_at", "Clocks go"),
    ],
)
def test_bad_input_is_said_beside_its_field_keeps_what_was_typed_and_stores_nothing(app, ben, changes, field, sentence):
    answer = ben.post("/patients", {**MIA, **changes})
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()
    assert sentence in answer.page.select_one("#errors").get_text()
    assert answer.page.find("input", {"name": "surgeon"})["value"] == "Mr T. Hale"
    with app.app_context():
        assert len(db.session.scalars(select(Patient)).all()) == 3


def test_a_lead_or_a_patient_cannot_enrol(visit, people):
    for who in (people.lena, people.asha):
        assert visit(who).post("/patients", MIA).status == 404


def test_another_physiotherapist_neither_sees_nor_invites_the_new_patient(app, visit, people, ben):
    enrol(ben)
    with app.app_context():
        patient_id = mia().id
    cleo = visit(people.cleo)
    assert "Mia" not in cleo.get("/patients/new").text
    assert cleo.post(f"/patients/{patient_id}/invitation").status == 404


def test_numbers_go_on_where_the_clinic_is(app, people, ben):
    enrol(ben)
    enrol(ben, given_name="Una", family_name="Berg", born_on="1980-01-01", phone="")
    with app.app_context():
        numbers = db.session.scalars(select(Patient.number).where(Patient.clinic_id == people.clinic)).all()
        assert sorted(numbers) == [1, 2, 3, 4]
        assert make.actor(mia().id).zone == "Europe/London"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("", "date"), ("1850-01-01", "date"), ("the third of May", "text")],
    ids=["none", "old", "words"],
)
def test_a_calendar_stays_one_unless_what_was_typed_fits_in_none(ben, typed, kind):
    field = ben.post("/patients", {"born_on": typed}).page.find("input", id="born_on")
    assert (field["type"], field.get("value", "")) == (kind, typed)


def test_from_the_card_the_way_leads_to_the_new_patient_by_name(ben):
    link = ben.post("/patients", MIA).page.main.find("a")
    assert link.get_text() == "Mia Lund"
    assert "Mia Lund" in ben.get(link["href"]).words
