"""What is new on the caseload since one's own last look, and the way from one patient to the next."""

from datetime import timedelta

import make
import pytest
from cast import NOW
from sqlalchemy import select

from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def ben(people, visit):
    return visit(people.ben)


@pytest.fixture
def later(people, visit, clock):
    """later(HOUR) is Ben at his desk again after that time, signed in anew."""

    def back(pause):
        clock.shift(pause)
        return visit(people.ben)

    return back


@pytest.fixture
def nia(app, people):
    """A second patient of Ben's, who recorded something."""
    with app.app_context():
        person = make.patient(people.clinic, "Nia", "Cole")
        make.episode(person)
        make.care_link(person, people.ben)
        make.check_in(person, back_pain_average=3)
    return person


def tick(app, patient, now=NOW):
    with app.app_context():
        make.check_in(patient, warning_signs=answer_from(["calf-sore-swollen"], {}), now=now)


def new(answer):
    """The words of the reasons that are marked."""
    return [" ".join(each.parent.get_text(" ").split()) for each in answer.page.find_all("span", class_="new")]


def test_at_the_first_look_nothing_is_new(app, people, ben):
    tick(app, people.asha)
    answer = ben.get("/caseload")
    assert not new(answer)
    assert "since you looked" not in answer.words


def test_what_came_after_the_last_look_is_marked_and_counted_and_a_refresh_keeps_the_marks(app, people, ben, later):
    ben.get("/caseload")
    tick(app, people.asha, NOW + MINUTE)
    for pause in (HOUR, 30 * MINUTE):
        answer = later(pause).get("/caseload")
        assert [each[:17] for each in new(answer)] == ["New Warning sign:"]
        assert "1 new since you looked this afternoon at 12:00." in answer.words
    answer = later(31 * MINUTE).get("/caseload")
    assert not new(answer)
    assert "Nothing new since you looked this afternoon at 13:30." in answer.words


def test_a_narrowed_list_and_somebody_elses_look_take_no_mark_away(app, people, ben, visit, later):
    ben.get("/caseload")
    tick(app, people.asha, NOW + MINUTE)
    later(HOUR).get("/caseload", query_string={"state": "nothing-raised"})
    visit(people.cleo).get("/caseload")
    assert len(new(later(HOUR).get("/caseload"))) == 1
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.action == "looked at the caseload")).all()
        assert [row.subject for row in rows] == ["", "narrowed", "", ""]


def test_the_list_narrows_to_what_is_new(app, ben, nia, later):
    ben.get("/caseload")
    tick(app, nia, NOW + MINUTE)
    shown = later(HOUR).get("/caseload", query_string={"state": "new"}).page.find_all("li", {"data-name": True})
    assert [row["data-name"] for row in shown] == ["Nia Cole"]


def test_a_reason_leads_to_its_place_on_the_summary_and_to_its_entry(app, people, ben):
    tick(app, people.asha)
    (chip,) = ben.get("/caseload").page.find_all("a", class_="chip")
    address, _hash, anchor = chip["href"].partition("#")
    place = ben.get(address).page.find(id=anchor)
    assert "Warning sign" in place.h3.get_text()
    entry = place.find("a")
    assert entry.get_text().startswith("Received at 12:00: One calf")
    assert ben.get(entry["href"]).status == 200


def test_next_goes_down_the_reasons_and_ends_at_the_list(app, people, ben, nia):
    tick(app, nia)
    assert ben.get(f"/patients/{nia}").page.find("a", href=f"/patients/{nia}/next")
    to_asha = ben.get(f"/patients/{nia}/next")
    assert (to_asha.status, to_asha.response.location) == (303, f"/patients/{people.asha}")
    at_the_end = ben.get(f"/patients/{people.asha}/next")
    assert (at_the_end.status, at_the_end.response.location) == (303, "/caseload")
    assert "That was the last patient with a reason." in ben.get("/caseload").words


def test_from_a_patient_with_nothing_raised_next_is_the_first_who_was_not_opened_just_now(people, ben, nia, later):
    assert ben.get(f"/patients/{nia}/next").response.location == f"/patients/{people.asha}"
    ben.get(f"/patients/{people.asha}")
    assert ben.get(f"/patients/{nia}/next").response.location == "/caseload"
    assert later(31 * MINUTE).get(f"/patients/{nia}/next").response.location == f"/patients/{people.asha}"
