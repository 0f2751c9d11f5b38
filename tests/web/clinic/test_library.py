"""The library: a clinic's own words. A change in it changes no plan, and no other clinic's."""

import pytest
from sqlalchemy import select

from recovery.actions.stock_library import stock_library
from recovery.content.starter_library import EXERCISES, TEMPLATES
from recovery.domain.pathway import PATHWAYS
from recovery.domain.readability import flesch_kincaid
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.library import Exercise, PlanTemplate

STRENGTH = {"Bridge", "Step-ups", "Mini squats, holding on", "Standing heel raises", "Sit to stand", "Tummy hold"}


@pytest.fixture
def stocked(app, people):
    with app.app_context():
        for clinic in (people.clinic, people.other_clinic):
            stock_library(clinic)
        db.session.commit()


@pytest.fixture
def ben(visit, people, stocked):
    return visit(people.ben)


def of(app, table, clinic, name):
    with app.app_context():
        return db.session.scalars(select(table.id).filter_by(clinic_id=clinic, name=name)).one()


def listed(visitor):
    return [each.get_text(strip=True) for each in visitor.get("/library").page.select(".rows .entry strong")]


def test_every_text_is_plain_and_every_template_fits_its_pathway_and_pushes_nobody():
    assert all(flesch_kincaid(each.how_to) <= 6 for each in EXERCISES.values())
    for template in TEMPLATES:
        assert template.stage in PATHWAYS[template.procedure].stages
        assert 3 <= len(template.exercises) <= 5
        is_early = template.procedure.value == "fusion" and template.stage in {
            Stage.FIRST_DAYS,
            Stage.EARLY_HEALING,
            Stage.BUILDING_UP,
        }
        is_gentle = is_early or template.stage in {Stage.BEFORE, Stage.FIRST_DAYS}
        assert not is_gentle or not STRENGTH & {each.name for each in template.exercises}


def test_every_stage_of_every_procedure_has_a_template_to_start_from():
    stages = {(procedure, stage) for procedure, pathway in PATHWAYS.items() for stage in pathway.stages}
    assert {(each.procedure, each.stage) for each in TEMPLATES} == stages


def test_an_exercise_is_added_edited_and_taken_out(app, people, ben):
    assert ben.post("/library/exercises", {"x0-name": "Wall slides", "x0-repetitions": "6"}).status == 303
    assert "Wall slides" in listed(ben)
    found = of(app, Exercise, people.clinic, "Wall slides")
    ben.post(f"/library/exercises/{found}", {"x0-name": "Wall glides", "x0-repetitions": "8", "x0-how_to": "Slowly."})
    assert "Wall glides 8 times Slowly." in ben.get("/library").words
    assert ben.post(f"/library/exercises/{found}/retire").status == 303
    assert "Wall glides" not in listed(ben)
    assert ben.get(f"/library/exercises/{found}").status == 404


def test_a_template_is_made_row_by_row(app, people, ben):
    bridge = of(app, Exercise, people.clinic, "Bridge")
    form = {"name": "Quiet week", "procedure": "fusion", "stage": ""}
    grown = ben.post("/library/templates", {**form, "do": "add-exercise", "exercise": str(bridge)})
    assert grown.status == 200
    assert grown.page.find("input", {"name": "x0-name"})["value"] == "Bridge"
    row = {"x0-name": "Bridge", "x0-repetitions": "6", "x0-weekdays": ["1", "3"], "x0-times_a_day": "1"}
    assert ben.post("/library/templates", {**form, **row, "do": "save"}).status == 303
    assert "Quiet week Fusion, any stage Bridge" in ben.get("/library").words
    found = of(app, PlanTemplate, people.clinic, "Quiet week")
    assert ben.get(f"/library/templates/{found}").page.find("input", {"name": "name"})["value"] == "Quiet week"
    assert ben.post(f"/library/templates/{found}/retire").status == 303
    assert "Quiet week" not in listed(ben)


@pytest.mark.parametrize(
    ("address", "sent", "sentence"),
    [
        ("/library/exercises", {"x0-name": ""}, "Write the name of the exercise"),
        ("/library/exercises", {"x0-name": "Bow", "x0-minutes": "x"}, "from 0 to 240"),
        ("/library/templates", {"name": "", "x0-name": "Bow", "x0-minutes": "1", "x0-weekdays": "1"}, "Write a name"),
        ("/library/templates", {"name": "Quiet week"}, "Add one exercise or more"),
        ("/library/templates", {"name": "Quiet week", "stage": "soon"}, "Choose from the list"),
    ],
)
def test_bad_input_is_said_and_saves_nothing(ben, address, sent, sentence):
    before = listed(ben)
    answer = ben.post(address, sent)
    assert answer.status == 422
    assert sentence in answer.page.select_one("#errors").get_text()
    assert listed(ben) == before


def test_one_clinic_never_reaches_anothers_library(app, visit, people, ben):
    theirs = of(app, Exercise, people.other_clinic, "Bridge")
    template = of(app, PlanTemplate, people.other_clinic, "Fusion, first days")
    sent = {"x0-name": "Mine", "x0-minutes": "1", "name": "Mine", "x0-weekdays": "1"}
    for address in (f"/library/exercises/{theirs}", f"/library/templates/{template}"):
        assert ben.get(address).status == 404
        assert ben.post(address, sent).status == 404
        assert ben.post(f"{address}/retire").status == 404
    assert visit(people.eli).get(f"/library/exercises/{theirs}").status == 200
