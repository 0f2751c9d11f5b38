"""Today: this week's exercises with the figures of every other screen, and what the next check-in's day costs."""

from datetime import timedelta

import cast
import make
from statements import statements

from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.records.plans import plans_of


def test_this_week_stands_as_dots_with_the_same_figures_as_progress_and_the_caseload(app, people, visit):
    yesterday = cast.TODAY - timedelta(days=1)
    with app.app_context():
        slides, walk = plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions
        done = [UnitDone(Unit(each.id, 1), Outcome.DONE) for each in (slides, walk)]
        make.session(people.asha, on=yesterday, units=(*done, UnitDone(Unit(slides.id, 2), Outcome.NOT_DONE)))
        make.not_well(people.asha, on=yesterday - timedelta(days=1))
    told = "2 done, 1 not done, 21 not recorded, of 24"
    for address in ("/", "/therapy-sessions/new", "/progress"):
        assert f"Exercises in the last 7 days: {told}." in visit(people.asha).get(address).words
    assert told in visit(people.ben).get("/caseload").text
    page = visit(people.asha).get("/").page
    assert "Saturday partly done, Sunday still to come." in page.find(id="week-d").get_text()
    assert "Days: 1 partly done, 4 not recorded, 1 not well, excused." in " ".join(page.get_text(" ").split())


def test_who_set_the_rhythm_costs_one_statement_and_the_next_day_none_more(app, people, visit):
    asha = visit(people.asha)
    asha.get("/")
    with statements() as by_stage:
        asha.get("/")
    visit(people.ben).post(f"/patients/{people.asha}/rhythm", {"rhythm": "weekly", "why": "Doing well"})
    with statements() as as_set:
        asha.get("/")
    assert len(as_set) == len(by_stage) + 1
