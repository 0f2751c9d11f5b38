"""Appointments: booked in the clinic's time, on Today, caseload and summary; past ones stand in the timeline."""

from datetime import UTC, datetime, timedelta

import make
import pytest
from moment import NOW


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


def book(ben, people, **changes):
    sent = {
        "appointment_on": "2026-11-26",
        "appointment_at": "9:30",
        "purpose": "Check-up",
        "place": "Room 4",
        "colleague": str(people.ben),
    }
    return ben.post(f"/patients/{people.asha}/appointments", {**sent, **changes})


def test_it_is_on_today_caseload_and_summary(visit, people, ben):
    assert book(ben, people).status == 303
    assert "Check-up with Ben Thursday 26 November, 9:30 In 4 days. Room 4" in visit(people.asha).get("/").words
    assert "Comes in 26 Nov, 9:30" in ben.get("/caseload").words
    assert "Thursday 26 November, 9:30" in ben.get(f"/patients/{people.asha}").words


def test_a_cancelled_one_is_gone_and_stays_readable(visit, people, ben):
    book(ben, people)
    page = ben.get(f"/patients/{people.asha}/appointments").page
    form = page.find("form", action=lambda action: action.endswith("/cancel"))
    assert visit(people.cleo).post(form["action"]).status == 404
    assert ben.post(form["action"]).status == 303
    assert ben.post(form["action"]).status == 404
    assert "Check-up" not in visit(people.asha).get("/").words
    assert "cancelled" in ben.get(f"/patients/{people.asha}/appointments").words


def test_a_past_one_stands_in_the_timeline(app, people, clock, visit):
    with app.app_context():
        make.appointment(people.asha, starts_at=NOW + timedelta(hours=1), purpose="Wound check")
    assert "Appointment: Wound check" not in visit(people.ben).get(f"/patients/{people.asha}").words
    clock.move_to(NOW + timedelta(days=1))
    assert "Appointment: Wound check" in visit(people.ben).get(f"/patients/{people.asha}").words


def test_coming_in_today_and_this_week_are_the_clinics_days(app, people, visit, ben):
    """Today is 22 November in London; the week is today and the six days after."""
    comes = {"Asha": NOW + timedelta(hours=11), "Nia": datetime(2026, 11, 28, 23, 59, tzinfo=UTC)}
    comes["Omar"] = comes["Nia"] + timedelta(minutes=1)
    with app.app_context():
        patients = {"Asha": people.asha}
        for name in ("Nia", "Omar"):
            patients[name] = make.patient(people.clinic, name, "Cole")
            make.episode(patients[name])
            make.care_link(patients[name], people.ben)
        for name, at in comes.items():
            make.appointment(patients[name], starts_at=at)

    def shown(coming):
        return sorted(
            row["data-name"].split()[0] for row in ben.get(f"/caseload?coming={coming}").page.select(".rows li")
        )

    assert shown("today") == ["Asha"]
    assert shown("week") == ["Asha", "Nia"]
    assert shown("anything") == ["Asha", "Nia", "Omar"]


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"appointment_on": "2026-11-21"}, "appointment_on", "Choose a day from"),
        ({"appointment_on": ""}, "appointment_on", "Choose the day"),
        ({"appointment_at": "half nine"}, "appointment_at", "like 9:30"),
        ({"purpose": ""}, "purpose", "what the appointment is for"),
        ({"purpose": "x" * 121}, "purpose", "Make this shorter"),
        ({"colleague": "somebody"}, "colleague", "Choose a colleague"),
    ],
)
def test_bad_input_is_said_and_books_nothing(people, ben, changes, field, sentence):
    answer = book(ben, people, **changes)
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()
    assert "No appointment is booked." in answer.words


def test_a_colleague_of_another_clinic_is_no_choice(people, ben):
    assert book(ben, people, colleague=str(people.eli)).status == 422
