"""Progress or ease an exercise in a click: the row changes by one step, the facts stand beside it, nothing is saved."""

from datetime import timedelta

import make
import pytest
from moment import TODAY
from sqlalchemy import func, select

from recovery.domain.therapy import Morning, Outcome, Unit, UnitDone, WhyNot
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.plans import plans_of

DAY = timedelta(days=1)
ROW = {"name": "Bridge", "repetitions": "10", "sets": "2", "times_a_day": "1", "weekdays": ["1"]}


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def address(people):
    return f"/patients/{people.asha}/plan"


@pytest.fixture
def prescribed(app, people):
    """Her two exercises: heel slides and a walk."""
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions


def sent(*rows, do, **values):
    told = {f"x{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()}
    return {"do": do, "based_on": "1", "starts": TODAY.isoformat(), "why": "", **told, **values}


def value(answer, name):
    return answer.page.find("input", {"name": name})["value"]


def beside(answer, place=0):
    """What stands beside a row, as words."""
    return " ".join(answer.page.select(".beside")[place].get_text(" ").split())


@pytest.mark.parametrize(("pressed", "after"), [("progress-1", "12"), ("ease-1", "8")])
def test_a_button_changes_its_row_by_one_step_and_saves_nothing(app, people, ben, address, pressed, after):
    answer = ben.post(address, sent(ROW, ROW, do=pressed))
    assert answer.status == 200
    assert (value(answer, "x0-repetitions"), value(answer, "x1-repetitions")) == ("10", after)
    assert f"Reps: {after}, before 10. Not saved yet." in beside(answer, 1)
    assert "Not saved yet" not in beside(answer, 0)
    with app.app_context():
        assert len(plans_of([people.asha_episode])[people.asha_episode]) == 1


@pytest.mark.parametrize(
    ("row", "pressed", "told"),
    [
        ({**ROW, "repetitions": "200", "sets": "20"}, "progress-0", "cannot go further up"),
        ({**ROW, "repetitions": "1", "sets": "1"}, "ease-0", "cannot go further down"),
        ({**ROW, "repetitions": "", "sets": ""}, "ease-0", "nothing to change by a step"),
        ({**ROW, "repetitions": "lots"}, "progress-0", "Put the numbers right first"),
        ({**ROW, "repetitions": "999"}, "ease-0", "Put the numbers right first"),
    ],
)
def test_what_cannot_be_stepped_says_so_and_keeps_what_was_typed(ben, address, row, pressed, told):
    answer = ben.post(address, sent(row, do=pressed))
    assert told in beside(answer)
    assert value(answer, "x0-repetitions") == row["repetitions"]


@pytest.mark.parametrize("pressed", ["progress-7", "ease-x", "ease", "progress-"])
def test_a_button_of_no_row_changes_nothing(ben, address, pressed):
    answer = ben.post(address, sent(ROW, do=pressed))
    assert answer.status == 200
    assert value(answer, "x0-repetitions") == "10"


def test_from_the_summary_one_click_opens_the_editor_with_that_exercise_changed(app, people, ben, address, prescribed):
    slides, walk = prescribed
    links = [link["href"] for link in ben.get(f"/patients/{people.asha}").page.select(".plan .steps a")]
    assert links == [
        f"{address}?ease={slides.id}#row-0",
        f"{address}?progress={slides.id}#row-0",
        f"{address}?ease={walk.id}#row-1",
        f"{address}?progress={walk.id}#row-1",
    ]
    answer = ben.get(f"{address}?progress={walk.id}")
    assert (value(answer, "x0-repetitions"), value(answer, "x1-minutes")) == ("10", "12")
    assert "Minutes: 12, before 10. Not saved yet." in beside(answer, 1)
    with app.app_context():
        assert len(plans_of([people.asha_episode])[people.asha_episode]) == 1


@pytest.mark.parametrize("asked", ["progress=6f8ffa55-0500-4b65-a85a-4dc344817868", "ease=nonsense"])
def test_an_exercise_that_is_not_in_the_plan_changes_nothing(ben, address, asked):
    answer = ben.get(f"{address}?{asked}")
    assert value(answer, "x0-repetitions") == "10"
    assert ("not in the newest plan" in answer.words) is ("nonsense" not in asked)


def test_the_guide_and_what_the_patient_recorded_stand_beside_the_buttons(app, people, ben, address, prescribed):
    slides, walk = prescribed
    with app.app_context():
        yesterday = TODAY - DAY
        units = (
            UnitDone(Unit(slides.id, 1), Outcome.DONE),
            UnitDone(Unit(slides.id, 2), Outcome.NOT_DONE, why=WhyNot.PAIN),
        )
        session = make.session(people.asha, on=yesterday, units=units, pain_during=6, effort=4)
        make.check_in(people.asha, morning_after=session, morning=Morning.NOT_SETTLED)
    page = ben.get(address)
    assert "a guide from tendon evidence (Thomee 1997, Silbernagel 2007; done: MiSpEx). You decide." in page.words
    told = beside(page)
    assert "1 done, 1 not done, 118 not recorded, of 120. Because it hurt: 1" in told
    assert (
        "Pain during (1 session with it) 0 to 3 in none, 4 to 5 in none, over 5 in 1. Last: 6 "
        "Guide: 0 to 3 fine, 4 to 5 acceptable, over 5 too much" in told
    )
    assert "Effort 4 of 10. Last: 4" in told
    assert "Next morning settled after none, not settled after 1" in told
    assert "Pain during (0 sessions with it) not said" in beside(page, 1)
    moved = ben.post(address, sent({**ROW, "of": str(walk.id)}, {**ROW, "of": str(slides.id)}, ROW, do="up-1"))
    assert beside(moved).startswith(told.partition(" Ease ")[0])
    assert beside(moved, 2).startswith("Recorded New here: nothing yet")


def test_a_reason_is_one_tap_and_can_be_changed(ben, address):
    page = ben.post(address, sent(ROW, do="why-1", why="Fewer for now.")).page
    assert page.find("textarea", {"name": "why"}).get_text().strip() == "Fewer for now. It hurt too much."
    unknown = ben.post(address, sent(ROW, do="why-9", why="Fewer for now.")).page
    assert unknown.find("textarea", {"name": "why"}).get_text().strip() == "Fewer for now."


def test_opening_the_editor_is_a_look(app, people, ben, address):
    ben.get(address)
    with app.app_context():
        looks = select(func.count()).where(
            AuditRow.patient_id == people.asha,
            AuditRow.actor_id == people.ben,
            AuditRow.action == "looked at the record",
        )
        assert db.session.scalar(looks) == 1
