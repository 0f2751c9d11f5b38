"""The plan editor: buttons change the form and nothing else; Save makes a version; past days stay as they were."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY

from recovery.actions.stock_library import stock_library
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.extensions import db
from recovery.records.plans import plans_of

DAY = timedelta(days=1)
WALK = {
    "name": "Walk",
    "how_to": "Turn back while it is easy.",
    "minutes": "10",
    "times_a_day": "2",
    "weekdays": ["1", "3", "5"],
}


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def address(people):
    return f"/patients/{people.asha}/plan"


@pytest.fixture
def library(app, people):
    with app.app_context():
        stock_library(people.clinic)
        db.session.commit()


def sent(*rows, do="save", **values):
    """What the form sends: rows by their place, and what was pressed."""
    told = {f"x{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()}
    return {"do": do, "based_on": "1", "starts": TODAY.isoformat(), "why": "", **told, **values}


def rows_on(answer):
    return [each["value"] for each in answer.page.select('input[name$="-name"]') if each["name"].startswith("x")]


def versions(app, people):
    with app.app_context():
        return plans_of([people.asha_episode]).get(people.asha_episode, ())


def test_it_begins_with_the_plan_in_force(ben, address):
    page = ben.get(address)
    assert rows_on(page) == ["Heel slides", "Walk"]
    assert page.fields(address)["based_on"] == "1"
    assert "2 exercises, 28 times a week in all" in page.words


def test_saving_makes_the_next_version_that_the_patient_sees_with_why(app, people, visit, ben, address):
    assert ben.post(address, sent(WALK, why="Fewer things while your leg settles.")).status == 303
    new = versions(app, people)[-1]
    assert (new.version, new.from_on, new.made_by, new.units_a_week) == (2, TODAY, "Ben Okoro", 6)
    asha = visit(people.asha)
    for path in ("/", "/therapy-sessions/new"):
        assert "Ben Okoro changed your plan, today. Fewer things while your leg settles." in asha.get(path).words
    timeline = ben.get(f"/patients/{people.asha}").words
    assert "Plan changed, version 2" in timeline
    assert "Fewer things while your leg settles. By Ben Okoro" in timeline


def test_the_preview_is_what_today_shows_after_saving(people, clock, visit, ben, address):
    every_day = {**WALK, "weekdays": list("1234567"), "sets": ""}
    rows = (every_day, {**every_day, "name": "Bridge", "minutes": "", "repetitions": "6"})
    page = ben.post(address, sent(*rows, do="preview")).page
    first_day = page.select_one("#preview").find_parent("section").select_one(".row > div")
    promised = [" ".join(line.get_text(" ").split()) for line in first_day.select("li")]
    ben.post(address, sent(*rows))
    today = visit(people.asha).get("/").page.select('.list a[href="/therapy-sessions/new"] .g')
    assert (
        promised
        == [" ".join(line.get_text(" ").split()) for line in today]
        == [
            "Walk 10 minutes, twice a day",
            "Bridge 6 times, twice a day",
        ]
    )


@pytest.mark.parametrize(
    ("pressed", "names"),
    [
        ("up-1", ["B", "A", "C"]),
        ("down-0", ["B", "A", "C"]),
        ("remove-1", ["A", "C"]),
        ("up-0", ["A", "B", "C"]),
        ("down-2", ["A", "B", "C"]),
        ("remove-9", ["A", "B", "C"]),
        ("up-x", ["A", "B", "C"]),
        ("add", ["A", "B", "C", ""]),
    ],
)
def test_buttons_change_the_rows_and_save_nothing_and_lose_nothing(app, people, ben, address, pressed, names):
    rows = [{**WALK, "name": name, "minutes": "lots" if name == "B" else "5"} for name in "ABC"]
    answer = ben.post(address, sent(*rows, do=pressed, why="Typed before"))
    assert answer.status == 200
    assert rows_on(answer) == names
    assert "Typed before" in answer.page.find("textarea", {"name": "why"}).get_text()
    if "B" in names:
        place = names.index("B")
        assert answer.page.find("input", {"name": f"x{place}-minutes"})["value"] == "lots"
    assert len(versions(app, people)) == 1


def test_an_exercise_is_added_and_a_template_takes_the_place_of_the_rows(app, people, ben, address, library):
    page = ben.get(address).page
    options = {option.text: option["value"] for option in page.select("#exercise option, #template option")}
    added = ben.post(address, sent(WALK, do="add-exercise", exercise=options["Bridge"]))
    assert rows_on(added) == ["Walk", "Bridge"]
    used = ben.post(address, sent(WALK, do="use-template", template=options["Fusion, first days"]))
    assert rows_on(used) == ["Ankle pumps", "Log roll practice", "Short walk"]
    unknown = ben.post(address, sent(WALK, do="use-template", template="nothing"))
    assert rows_on(unknown) == ["Walk"]
    assert len(versions(app, people)) == 1


def test_templates_of_the_patients_operation_and_stage_come_first(ben, address, library):
    page = ben.get(address).page
    options = [option.text for option in page.select("#template option")]
    assert options[1] == "Fusion, first days"
    assert all(name.startswith("Fusion") for name in options[1:6])
    labels = [group["label"] for group in page.select("#template optgroup")]
    assert labels == ["Fits: fusion, first days", "The same operation, other stages", "Other operations"]
    used = ben.post(address, sent(WALK, do="use-template", template=page.select_one("#template [selected]")["value"]))
    assert rows_on(used) == ["Ankle pumps", "Log roll practice", "Short walk"]


def test_past_five_exercises_a_warning_stands_and_the_plan_can_be_saved(app, people, ben, address):
    rows = [{**WALK, "name": f"Exercise {number}"} for number in range(6)]
    assert "more than five exercises" in ben.post(address, sent(*rows, do="preview")).words
    assert "more than five exercises" not in ben.post(address, sent(*rows[:5], do="preview")).words
    assert ben.post(address, sent(*rows)).status == 303


def test_a_surgeons_instructions_stand_above_the_editor(app, people, ben, address):
    with app.app_context():
        db.session.execute(db.text("UPDATE episodes SET surgeon_instructions = 'No bending.'"))
        db.session.commit()
    assert "Surgeon’s instructions: No bending." in ben.get(address).words


@pytest.mark.parametrize(
    ("row", "field", "sentence"),
    [
        ({"name": ""}, "x0-name", "Write the name of the exercise"),
        ({"weekdays": []}, "x0-weekdays", "Tick one day or more"),
        ({"weekdays": ["8"]}, "x0-weekdays", "Tick one day or more"),
        ({"minutes": "", "how_to": ""}, "x0-repetitions", "Write how much"),
        ({"minutes": "241"}, "x0-minutes", "from 0 to 240"),
        ({"sets": "-1"}, "x0-sets", "from 0 to 20"),
        ({"times_a_day": "7"}, "x0-times_a_day", "from 1 to 6"),
        ({"from_on": "2026-12-02", "until_on": "2026-12-01"}, "x0-until_on", "cannot be before the first"),
        ({"until_on": "soon"}, "x0-until_on", "Choose the day from the calendar"),
    ],
)
def test_a_bad_row_is_said_beside_its_field_and_saves_nothing(app, people, ben, address, row, field, sentence):
    answer = ben.post(address, sent({**WALK, **row}, why="Typed before"))
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()
    assert sentence in answer.page.select_one("#errors").get_text()
    assert "Typed before" in answer.page.find("textarea", {"name": "why"}).get_text()
    assert len(versions(app, people)) == 1


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"starts": ""}, "starts", "Choose the day it starts"),
        ({"starts": (TODAY - DAY).isoformat()}, "starts", "starts today or later"),
        ({"starts": "2030-01-01"}, "starts", "Choose a day from"),
    ],
)
def test_a_bad_start_is_said(app, people, ben, address, values, field, sentence):
    answer = ben.post(address, sent(WALK, **values))
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()
    assert len(versions(app, people)) == 1


def test_an_empty_plan_has_to_be_meant(app, people, ben, address):
    asked = ben.post(address, sent())
    assert asked.status == 422
    assert "tick that there are none for now" in asked.words
    assert ben.post(address, sent(no_exercises="y")).status == 303
    assert versions(app, people)[-1].prescriptions == ()


def test_once_exercises_are_recorded_today_the_next_plan_starts_tomorrow(app, people, ben, address):
    (slides, _walk) = versions(app, people)[0].prescriptions
    with app.app_context():
        make.session(people.asha, units=(UnitDone(Unit(slides.id, 1), Outcome.DONE),))
    tomorrow = (TODAY + DAY).isoformat()
    assert ben.get(address).page.find("input", {"name": "starts"})["value"] == tomorrow
    refused = ben.post(address, sent(WALK))
    assert refused.status == 422
    assert "already recorded for today" in refused.words
    assert ben.post(address, sent(WALK, starts=tomorrow)).status == 303


def test_a_plan_that_somebody_changed_meanwhile_is_not_overwritten_unseen(app, people, visit, ben, address):
    with app.app_context():
        make.care_link(people.asha, people.cleo)
    visit(people.cleo).post(address, sent({**WALK, "name": "Swim"}))
    answer = ben.post(address, sent(WALK))
    assert answer.status == 409
    assert "The newer plan: version 2, by Cleo Marsh Swim" in answer.words
    assert rows_on(answer) == ["Walk"]
    assert len(versions(app, people)) == 2
    assert ben.post(address, sent(WALK, based_on=answer.fields(address)["based_on"])).status == 303


def test_an_exercise_is_due_from_its_first_to_its_last_day(app, people, clock, visit, ben, address):
    row = {**WALK, "weekdays": list("1234567"), "from_on": "2026-11-24", "until_on": "2026-11-25"}
    ben.post(address, sent(row))
    due = {}
    for day in (22, 23, 24, 25, 26):
        clock.move_to(NOW.replace(day=day))
        due[day] = "10 minutes, twice a day" in visit(people.asha).get("/").words
    assert due == {22: False, 23: False, 24: True, 25: True, 26: False}


def test_others_cannot_change_the_plan(app, visit, people, address):
    for who in (people.cleo, people.eli, people.lena, people.asha):
        assert visit(who).post(address, sent(WALK)).status == 404
    assert len(versions(app, people)) == 1
