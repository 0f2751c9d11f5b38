"""Corrections: what was wrong is put right, what stood there before stays readable, and no entry moves."""

from datetime import date, timedelta

import make
import pytest
from moment import TODAY
from sqlalchemy import select

from recovery.domain.warning_answer import TickedSign, Tier, WarningAnswer
from recovery.extensions import db
from recovery.records.entries import EntryRow
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person

DETAILS = {
    "given_name": "Asha",
    "family_name": "Rao",
    "born_on": "1961-03-14",
    "phone": "",
    "email": "asha.rao@example.org",
    "language": "English",
    "zone": "Europe/London",
}
OPERATION = {
    "operated_on": "2026-11-10",
    "procedures": "fusion",
    "approach": "minimally_invasive",
    "region": "lumbar",
    "levels": "L4-L5",
    "surgeon": "Ms H. Lindqvist",
}


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def record(ben, people):
    """record(path) and record(path, data): a page about Asha."""

    def asked(path="", data=None):
        address = f"/patients/{people.asha}{path}"
        return ben.get(address) if data is None else ben.post(address, data)

    return asked


def entries(app):
    with app.app_context():
        rows = db.session.scalars(select(EntryRow).order_by(EntryRow.received_at)).all()
        return [(row.id, row.episode_id, row.recorded_on, row.revision, row.taken_back_at) for row in rows]


def test_the_form_holds_what_is_known(record):
    page = record("/details").page
    assert {name: page.find("input", {"name": name})["value"] for name in DETAILS} == DETAILS
    page = record("/operation").page
    assert page.find("input", {"name": "operated_on"})["value"] == "2026-11-10"
    assert page.select_one('input[name="procedures"][checked]')["value"] == "fusion"
    assert page.select_one('input[name="approach"][checked]')["value"] == "minimally_invasive"


def test_a_corrected_birth_date_is_written_in_the_timeline_by_name(app, people, record):
    assert record("/details", {**DETAILS, "born_on": "1962-03-14", "phone": "01632 960 001"}).status == 303
    words = record().words
    assert "Born 14 Mar 1962 (64)" in words
    assert "Date of birth: 14 March 1962, before that 14 March 1961 By Ben Okoro" in words
    assert "Phone: 01632 960 001, before that nothing" in words


def test_nothing_changed_leaves_no_trace(record):
    record("/details", DETAILS)
    assert "By Ben Okoro" not in record().words


def test_names_and_zone_follow_on_the_patients_own_pages(visit, people, record):
    record("/details", {**DETAILS, "given_name": "Aisha", "zone": "Pacific/Kiritimati"})
    assert "Day 13" in visit(people.asha).get("/").words


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"zone": "Atlantis"}, "zone", "Choose a time zone"),
        ({"email": "dev.patel@example.org"}, "email", "Somebody signs in with this email"),
        ({"email": ""}, "email", "without it they could not sign in"),
        ({"born_on": "1800-01-01"}, "born_on", "Choose a day from"),
    ],
)
def test_bad_details_are_said_and_change_nothing(app, people, record, changes, field, sentence):
    answer = record("/details", {**DETAILS, "given_name": "Other", **changes})
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()
    assert answer.page.find("input", {"name": "given_name"})["value"] == "Other"
    with app.app_context():
        assert db.session.get(Person, people.asha).given_name == "Asha"


def test_a_corrected_date_moves_day_stage_and_reading_and_no_entry(app, visit, people, record):
    with app.app_context():
        for back in (0, 3, 9):
            make.check_in(people.asha, on=TODAY - timedelta(days=back), back_pain_average=4)
    before = entries(app)
    assert "Day 12" in visit(people.asha).get("/").words
    assert record("/operation", {**OPERATION, "operated_on": "2026-10-10", "why": "The letter says so"}).status == 303
    today = visit(people.asha).get("/").words
    assert "Day 43" in today
    assert "Building up" in today
    assert entries(app) == before
    words = record().words
    assert "Date of the operation: 10 October 2026, before that 10 November 2026" in words
    assert "The letter says so" in words


def test_procedures_can_be_added_and_taken_away_again(app, people, record):
    record("/operation", {**OPERATION, "procedures": ["fusion", "laminectomy"]})
    record("/operation", {**OPERATION, "procedures": ["laminectomy"]})
    with app.app_context():
        episode = db.session.get(EpisodeRow, people.asha_episode).as_value()
        assert [each.value for each in episode.operation.in_order] == ["laminectomy"]
    assert "Procedures: laminectomy, before that fusion, laminectomy" in record().words


def test_a_surgeons_instructions_stand_on_the_summary(record):
    record("/operation", {**OPERATION, "surgeon_instructions": "Brace for six weeks."})
    assert "Surgeon’s instructions: Brace for six weeks." in record().words


@pytest.mark.parametrize(
    ("status", "can_record", "word"),
    [
        ("in_hospital", True, "In hospital"),
        ("paused", True, "Paused"),
        ("discharged", False, "Discharged"),
        ("moved", False, "Moved away"),
        ("died", False, "Died"),
    ],
)
def test_a_status_has_a_date_and_decides_whether_can_be_recorded(visit, people, record, status, can_record, word):
    assert record("/status", {"status": status, "since": "2026-11-20", "note": "As told"}).status == 303
    words = record().words
    assert f"Status {word}" in words
    assert f"Status: {word.lower()} since 20 November 2026, before that active since 10 November 2026" in words
    asha = visit(people.asha)
    assert ("How are you today?" in asha.get("/check-ins/new").words) is can_record
    assert asha.get("/progress").status == 200


def test_a_discharged_patient_can_still_read(visit, people, app, record):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=4)
    record("/status", {"status": "discharged", "since": "2026-11-22"})
    asha = visit(people.asha)
    assert "You can still read what you recorded" in asha.get("/").words
    assert "back pain 4" in asha.get("/progress").words.lower()


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({"status": "discharged", "since": ""}, "since", "Choose the day since when"),
        ({"status": "discharged", "since": "2026-11-23"}, "since", "Choose a day from"),
        ({"status": "lost", "since": "2026-11-20"}, "status", "Choose the status"),
        ({"since": "2026-11-20"}, "status", "Choose the status"),
    ],
)
def test_a_bad_status_is_said(record, sent, field, sentence):
    answer = record("/status", sent)
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()


def test_a_new_operation_begins_a_new_episode_and_the_old_keeps_its_entries(app, visit, people, record):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=4)
    before = entries(app)
    sent = {**OPERATION, "operated_on": "2026-11-21", "procedures": "discectomy", "is_revision": "y"}
    assert record("/new-operation", sent).status == 303
    asha = visit(people.asha)
    assert "Day 1" in asha.get("/").words
    asha.record(back_pain_average="5")
    with app.app_context():
        rows = db.session.scalars(select(EpisodeRow).where(EpisodeRow.patient_id == people.asha)).all()
        assert {row.operated_on: row.status.value for row in rows} == {
            date(2026, 11, 10): "discharged",
            date(2026, 11, 21): "active",
        }
    assert entries(app)[0] == before[0]
    assert len({episode for _id, episode, *_rest in entries(app)}) == 2
    assert "A new recovery begins, with the operation of 21 November 2026" in record().words


def test_every_page_that_saves_names_the_patient_birth_date_and_operation(record):
    for path in ("/details", "/operation", "/new-operation", "/status", "/care", "/appointments", "/check-ins/new"):
        ident = record(path).page.select_one(".ident").get_text()
        assert "Asha Rao. Born 14 Mar 1961 (65). L4–L5 fusion, minimally invasive, 10 Nov 2026" in ident


def test_a_warning_sign_stays_listed_after_discharge_and_silence_does_not(app, people, record, ben):
    def chips():
        return [chip.get_text(" ", strip=True) for chip in ben.get("/caseload").page.select(".chip")]

    assert chips() == ["No entry yet, 12 days"]
    with app.app_context():
        signs = WarningAnswer(is_answered=True, ticked=(TickedSign(Tier.TODAY, "calf-sore-swollen"),))
        make.check_in(people.asha, on=TODAY - timedelta(days=8), warning_signs=signs)
    assert [words[:12] for words in chips()] == ["Warning sign", "No entry for"]
    record("/status", {"status": "discharged", "since": "2026-11-22"})
    assert [words[:12] for words in chips()] == ["Warning sign"]
    record("/status", {"status": "died", "since": "2026-11-22"})
    assert chips() == []
