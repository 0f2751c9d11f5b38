"""The clinic's own details: what patients read changes with them, and two leads never overwrite each other unseen."""

import pytest

from recovery.records.clinics import clinic_details


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


def sent(lena, **changes):
    page = lena.get("/clinic").page
    form = page.find("form", action="/clinic")
    fields = {each["name"]: each.get("value", "") for each in form.find_all("input") if each["name"] != "csrf_token"}
    return {**fields, "holidays": form.find("textarea").get_text().strip(), **changes}


def save(lena, **changes):
    return lena.post("/clinic", sent(lena, **changes))


def details(app, people):
    with app.app_context():
        return clinic_details(people.clinic)


def test_number_and_hours_are_what_patients_read(people, visit, lena):
    hours = {f"{which}_{day}": at for day in range(1, 6) for which, at in (("opens", "8:30"), ("closes", "17:00"))}
    assert save(lena, team_number="01632 960 777", holidays="2026-12-25 Christmas Day", **hours).status == 303
    told = visit(people.asha).get("/account").words
    assert "01632 960 777" in told
    assert "Monday to Friday 8:30am to 5pm." in told
    assert "Closed on Saturday and Sunday." in told
    assert "Closed on Friday 25 December, Christmas Day." in told


def test_saving_what_stands_there_changes_nothing(lena):
    assert save(lena).status == 303
    assert "Nothing was changed." in lena.get("/clinic").words


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Write the name of the clinic"),
        ({"name": "hilltop"}, "Another clinic here has this name"),
        ({"zone": "Europe/Atlantis"}, "There is no such time zone"),
        ({"team_number": "ask at the desk"}, "Write the telephone number in digits"),
        ({"opens_1": "9:00", "closes_1": ""}, "Write when it closes on Monday"),
        ({"opens_2": "17:00", "closes_2": "9:00"}, "On Tuesday it must close later than it opens"),
        ({"opens_3": "25:00", "closes_3": "9:00"}, "Write the time like 9:30"),
        ({"holidays": "Christmas"}, "Line 1"),
        ({"holidays": "2026-12-25 One\n2026-12-25 Two"}, "Line 2 has the same day as line 1"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(app, people, lena, changes, sentence):
    before = details(app, people)
    answer = save(lena, **changes)
    assert answer.status == 422
    assert sentence in answer.words
    assert details(app, people) == before


def test_a_lead_who_opened_the_page_earlier_does_not_overwrite_what_another_saved(app, people, lena):
    stale = sent(lena, name="Riverside North")
    save(lena, team_number="01632 960 777")
    answer = lena.post("/clinic", stale)
    assert answer.status == 409
    assert "Somebody else changed the clinic while this page was open" in answer.words
    assert (details(app, people).name, details(app, people).team_number) == ("Riverside", "01632 960 777")


def test_another_zone_moves_the_clinics_clock_and_no_appointment(app, people, visit, lena):
    ben = visit(people.ben)
    booking = {"appointment_on": "2026-11-26", "appointment_at": "9:30", "purpose": "Check-up", "place": "Room 4"}
    ben.post(f"/patients/{people.asha}/appointments", booking)
    assert save(lena, zone="Europe/Berlin").status == 303
    assert "Thursday 26 November, 10:30 (clinic time)" in visit(people.asha).get("/").words
