"""The cohort: groups of the clinic's own patients, without a name, and nothing of groups under five."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.episodes import EpisodeRow

FUSIONS = 6


@pytest.fixture
def fusions(app, people):
    """Asha's and five more fusions of day 60, each with days of week 6; one was worse, one recorded nothing then."""
    with app.app_context():
        for number in range(FUSIONS - 1):
            patient = make.patient(people.clinic, f"Given{number}", "Secret")
            episode = make.episode(patient, procedures=("fusion",), approach="minimally_invasive", day=60)
            db.session.get(EpisodeRow, episode).leg_pain_before = 6
            db.session.commit()
            for day in (17, 16) if number else (17, 16, 15):
                on = TODAY - timedelta(days=day)
                make.check_in(patient, on=on, now=NOW, leg_pain_average=min(10, 2 * number + 1), walking_minutes=30)
    return people


def panel(answer, name):
    return next(each for each in answer.page.find_all("section") if each.h2.get_text() == name)


def row(answer, caption, first):
    table = next(each for each in answer.page.find_all("table") if each.caption.get_text() == caption)
    found = next(each for each in table.tbody.find_all("tr") if each.th.get_text().startswith(first))
    return [each.get_text() for each in found.find_all("td")]


def test_the_heading_says_the_answer_and_the_numbers_stand_behind_the_chart(fusions, visit):
    answer = visit(fusions.ben).get("/cohort")
    assert answer.page.h1.get_text() == "Half of the fusion patients had leg pain of 5 or less in week 6"
    assert row(answer, "Fusion, leg pain by week", "6") == ["5", "5", "3 to 7"]
    assert row(answer, "Fusion, leg pain by week", "5") == ["not shown", "–", "–"]
    told = panel(answer, "Fusion")
    assert "6 patients had this operation: 5 recorded in week 6" in told.get_text()
    assert told.svg.desc.get_text() == "The middle patient goes from 5 in week 6 to 5 in week 6."


def test_a_group_under_five_is_hidden_and_says_why(fusions, visit):
    told = panel(visit(fusions.lena).get("/cohort"), "Discectomy")
    assert "Fewer than 5 patients: not shown, so that nobody can be made out." in told.get_text()
    assert not told.svg
    assert not told.table


def test_what_became_of_pain_is_told_with_n_and_what_is_missing(fusions, visit):
    answer = visit(fusions.ben).get("/cohort?procedure=fusion")
    assert row(answer, "Fusion, pain since before surgery", "6 weeks") == ["Leg", "5", "2", "2", "1", "0", "0"]
    assert "6 weeks back, 3 months, 6 months, 12 months: not shown" in answer.words
    assert len(answer.page.find_all("svg", class_="ch")) == 1


@pytest.mark.parametrize("measure", ["walking", "exercises", "back", "nonsense"])
def test_every_measure_has_a_page_and_an_unknown_one_is_leg_pain(fusions, visit, measure):
    answer = visit(fusions.ben).get(f"/cohort?measure={measure}&procedure=x&approach=y")
    expected = {
        "walking": "Half of the fusion patients walked 30 minutes a day or more in week 6",
        "nonsense": "Half of the fusion patients had leg pain of 5 or less in week 6",
    }
    assert answer.page.h1.get_text() == expected.get(measure, "Not enough patients yet to show a week")


def test_one_approach_is_hidden_where_the_other_is_a_group_under_five(app, fusions, visit):
    address = "/cohort?approach=minimally_invasive"
    assert panel(visit(fusions.ben).get(address), "Fusion").svg
    with app.app_context():
        make.episode(make.patient(fusions.clinic, "Nia", "Cole"), procedures=("fusion",), approach="open")
    hidden = panel(visit(fusions.ben).get(address), "Fusion")
    assert "could be worked out from both together" in hidden.get_text()
    assert not hidden.svg
    assert "7 patients had" in panel(visit(fusions.ben).get("/cohort"), "Fusion").get_text()


def test_it_names_nobody_links_to_nobody_and_warns_who_stops_recording(fusions, visit):
    answer = visit(fusions.ben).get("/cohort")
    for name in ("Secret", "Rao", "Patel"):
        assert name not in answer.text
    assert not [
        link for link in answer.page.find_all("a") if "/patients/" in link["href"] and "new" not in link["href"]
    ]
    assert "People who feel well may stop recording, and so may people who feel worse." in answer.words
    assert "so that somebody who records often does not count more" in answer.words


def test_it_is_no_look_at_a_record(app, fusions, visit):
    visit(fusions.ben).get("/cohort")
    with app.app_context():
        assert not db.session.scalars(select(AuditRow).where(AuditRow.action.startswith("looked at"))).all()


def test_another_clinics_patients_never_count(fusions, visit):
    answer = visit(fusions.eli).get("/cohort")
    assert answer.page.h1.get_text() == "Not enough patients yet to show a week"
    assert not answer.page.main.find("svg", class_="ch")
    assert "patients had this operation" not in answer.words


def test_staff_find_it_and_patients_do_not(people, visit):
    for who in (people.ben, people.lena):
        assert visit(who).get("/more").page.main.find("a", href="/cohort")
    assert visit(people.asha).get("/cohort").status == 404
