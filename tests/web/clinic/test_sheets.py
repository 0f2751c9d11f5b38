"""The page for an appointment and the lines of text: the summary's own numbers, and every one of them is a look."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import CareLink

DAY = timedelta(days=1)
SHEET, TEXT, TODAYS = "/patients/{}/appointment-sheet", "/patients/{}/as-text", "/caseload/sheets-today"


@pytest.fixture
def recorded(app, people):
    with app.app_context():
        for back in range(1, 5):
            make.check_in(
                people.asha, on=TODAY - back * DAY, back_pain_average=6, leg_pain_average=2, walking_minutes=20
            )
        signs = answer_from(["calf-sore-swollen"], {})
        entry = make.check_in(people.asha, back_pain_average=5, warning_signs=signs)
        make.sign_outcome(entry, "calf-sore-swollen", people.ben, SignOutcome.SPOKE)
        make.question(people.asha, "May I <swim>?")


def looks(app) -> list:
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.action == "looked at the record"))
        return [(row.actor_id, row.patient_id) for row in rows]


def lines(answer) -> list[str]:
    return answer.page.find("textarea").get_text().strip("\n").split("\n")


def test_the_sheet_holds_the_numbers_of_the_summary(people, visit, recorded):
    ben = visit(people.ben)
    sheet, summary = ben.get(SHEET.format(people.asha)), ben.get(f"/patients/{people.asha}")
    compared = [" ".join(each.get_text(" ").split()) for each in sheet.page.select(".compared > div")]
    assert compared
    assert all(each in summary.words for each in compared)
    assert sheet.page.select_one(".sheet svg desc").get_text() == summary.page.select_one("svg.ch desc").get_text()
    told = [each.get_text() for each in summary.page.select("dl.stack dd")]
    assert told
    assert all(each in sheet.words for each in told)


def test_who_signs_questions_and_plan_stand_on_it(people, visit, recorded):
    words = visit(people.ben).get(SHEET.format(people.asha)).words
    for told in (
        "Asha Rao day 12",
        "Born 14 Mar 1961 (65). L4–L5 fusion, minimally invasive, 10 Nov 2026",
        "Patient 1 Riverside, 22 Nov 2026, 12:00, by Ben Okoro",
        "Warning signs 0 without outcome",
        "Spoke; told what to do, Ben Okoro, 22 Nov 2026",
        "May I <swim>?",
        "Heel slides: 2 sets of 10, twice a day",
    ):
        assert told in words


def test_the_text_is_twelve_lines_with_the_same_numbers(people, visit, recorded):
    ben = visit(people.ben)
    told, sheet = lines(ben.get(TEXT.format(people.asha))), ben.get(SHEET.format(people.asha))
    assert len(told) == 12
    assert told[3].startswith("Pain, 0 to 10: back 6, leg 2.")
    numbers = [each.get_text() for each in sheet.page.select(".compared strong")]
    assert numbers[:2] == ["6", "2"]
    assert 'Questions for the visit: "May I <swim>?"' in told


def test_nothing_recorded_yet_is_a_sheet_too(people, visit):
    ben = visit(people.ben)
    assert "Nothing recorded since the operation on 10 Nov" in ben.get(SHEET.format(people.asha)).words
    assert "last entry none yet" in lines(ben.get(TEXT.format(people.asha)))[7]


@pytest.mark.parametrize("address", [SHEET, TEXT])
def test_each_is_a_look_and_nobody_else_finds_it(app, people, visit, address):
    path = address.format(people.asha)
    for who in ("cleo", "eli", "lena", "asha"):
        assert visit(getattr(people, who)).get(path).status == 404
    assert looks(app) == []
    assert visit(people.ben).get(path).status == 200
    assert looks(app) == [(people.ben, people.asha)]


def test_a_note_stays_unread_because_the_page_does_not_show_it(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=3, note="It itches")
    ben = visit(people.ben)
    ben.get(SHEET.format(people.asha))
    assert "It itches" in ben.get("/caseload").words


def test_a_record_open_in_an_emergency_can_be_printed(app, people, visit):
    with app.app_context():
        link = db.session.get_one(CareLink, make.care_link(people.asha, people.cleo, ended_at=NOW + DAY / 24))
        link.is_emergency = True
        db.session.commit()
    cleo = visit(people.cleo)
    assert cleo.get(SHEET.format(people.asha)).status == 200
    assert cleo.get(TEXT.format(people.asha)).status == 200
    assert "/export" not in cleo.get(f"/patients/{people.asha}").text


def test_todays_are_those_with_an_appointment_on_the_clinics_day_earliest_first(app, people, visit):
    with app.app_context():
        early, late = (make.patient(people.clinic, name, "New") for name in ("Earl", "Lata"))
        for patient in (early, late):
            make.episode(patient)
            make.care_link(patient, people.ben)
        make.appointment(late, starts_at=NOW + timedelta(hours=11))
        make.appointment(early, starts_at=NOW - timedelta(hours=3))
        make.appointment(early, starts_at=NOW + timedelta(hours=1))
        make.appointment(people.asha, starts_at=NOW + timedelta(hours=13))
        make.appointment(people.dev, starts_at=NOW)
    answer = visit(people.ben).get(TODAYS)
    assert [each.get_text() for each in answer.page.select(".sheet h2")] == ["Earl New day 12", "Lata New day 12"]
    assert "2 patients, one A4 page each" in answer.words
    assert looks(app) == [(people.ben, early), (people.ben, late)]
    ids = [each["id"] for each in answer.page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_where_nobody_comes_in_it_says_so(app, people, visit):
    answer = visit(people.ben).get(TODAYS)
    assert "Nobody in your care has an appointment today." in answer.words
    assert not answer.page.select("[data-print]")
    assert looks(app) == []
