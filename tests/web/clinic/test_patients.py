"""One patient's summary: exactly what the patient recorded, the same figures as their own pages."""

from datetime import timedelta

import cast
import make
import pytest
from sqlalchemy import select

from recovery.domain.therapy import Outcome, Unit, UnitDone, WhyNot
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.plans import plans_of

DAY = timedelta(days=1)


@pytest.fixture
def summary(people, visit):
    """summary() is Asha's, as Ben opens it."""
    return lambda query="": visit(people.ben).get(f"/patients/{people.asha}{query}")


@pytest.fixture
def plan(app, people):
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][0].prescriptions


def facts(answer):
    listed = answer.page.find("dl", class_="facts")
    return {each.dt.get_text(): each.dd.get_text() for each in listed.find_all("div")}


def chart_rows(answer):
    """Cells by day of the table behind the chart."""
    rows = answer.page.find("table").tbody.find_all("tr")
    cells = ([cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] for row in rows)
    return {first: rest for first, *rest in cells}


def events(answer):
    return [" ".join(each.get_text(" ").split()) for each in answer.page.select("ol.time > li")]


def test_who_it_is_stands_on_top(summary):
    answer = summary()
    assert answer.page.h1.get_text(" ", strip=True) == "Asha Rao day 12"
    assert "Born 14 Mar 1961 (65). L4–L5 fusion, minimally invasive, 10 Nov 2026" in answer.words


def test_the_name_stands_in_no_title_where_a_browser_keeps_it(summary):
    assert "Asha" not in summary().page.title.get_text()


def test_nothing_recorded_reads_as_nothing(summary):
    answer = summary()
    assert facts(answer)["Last entry"] == "None yet"
    assert facts(answer)["Walks with"] == "–"
    assert "No entry yet, 12 days" in answer.words


def test_the_physiotherapist_reads_the_patients_own_values(app, people, summary, visit, plan):
    slides, walk = plan
    with app.app_context():
        make.check_in(
            people.asha,
            back_pain_average=6,
            back_pain_worst=8,
            leg_pain_average=3,
            walking_minutes=25,
            steps=2400,
            note="Slept badly",
            warning_signs=answer_from(["calf-sore-swollen"], {}),
        )
        units = (
            UnitDone(Unit(slides.id, 1), Outcome.DONE),
            UnitDone(Unit(walk.id, 1), Outcome.NOT_DONE, why=WhyNot.PAIN),
        )
        make.session(people.asha, units=units, pain_during=4)
    answer = summary()
    assert chart_rows(answer)["Day 12"][:3] == ["6", "3", "25"]
    told = " ".join(events(answer))
    for said in ("Back pain 6 (worst 8), leg pain 3", "Walked 25 minutes, 2400 steps", "Slept badly"):
        assert said in told
        assert said in visit(people.asha).get("/progress").words
    assert "Heel slides, first time: done" in told
    assert "Walk, first time: not done: it hurt" in told
    assert "Pain during: 4" in told
    assert "Warning sign: " in answer.words
    assert facts(answer)["Last entry"] == "Today"


def test_several_a_day_are_the_same_figure_on_both_sides(app, people, summary, visit):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=2, walking_minutes=10)
        make.check_in(people.asha, back_pain_average=7, walking_minutes=25)
    assert chart_rows(summary())["Day 12, 2 entries"][:3] == ["4.5", "–", "25"]
    assert "Back 4.5, walked 25 minutes (2 entries)" in visit(people.asha).get("/").words


def test_adherence_is_in_units_with_what_was_not_recorded(app, people, summary, visit, plan):
    slides, walk = plan
    with app.app_context():
        units = (
            UnitDone(Unit(slides.id, 1), Outcome.DONE),
            UnitDone(Unit(slides.id, 2), Outcome.PARTLY, 50),
            UnitDone(Unit(walk.id, 1), Outcome.NOT_DONE),
        )
        make.session(people.asha, on=cast.TODAY - DAY, units=units)
    said = "1½ done, 1½ not done, 25 not recorded, of 28"
    assert said in summary().words
    assert said in visit(people.asha).get("/progress").words


def test_the_timeline_is_newest_first_and_older_entries_are_one_press_away(app, people, summary):
    with app.app_context():
        for back in (1, 2, 20):
            make.check_in(people.asha, on=cast.TODAY - back * DAY, back_pain_average=back % 11)
    first = summary()
    told = [each for each in events(first) if "Back pain" in each]
    assert [each[: each.index(",")] for each in told] == ["Yesterday", "Friday 20 November"]
    older = first.page.find("a", string="Older entries")["href"]
    assert len([each for each in events(summary(older[older.index("?") :])) if "Back pain" in each]) == 3


def test_two_plans_of_one_day_stand_newest_first(app, people, summary):
    with app.app_context():
        for version in (2, 3):
            make.plan(people.asha_episode, people.ben, from_on=cast.TODAY, version=version)
    titles = [event.split(" Heel slides")[0] for event in events(summary()) if "Plan changed" in event]
    assert titles == ["Today Plan changed, version 3", "Today Plan changed, version 2"]


def test_every_look_is_written_down(app, people, summary):
    summary()
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.action == "looked at the record")).all()
        assert [(row.actor_id, row.patient_id) for row in rows] == [(people.ben, people.asha)]


@pytest.mark.parametrize("who", ["cleo", "eli", "lena", "asha", "dev"])
def test_anybody_else_finds_nothing_and_leaves_no_look(app, people, visit, who):
    answer = visit(getattr(people, who)).get(f"/patients/{people.asha}")
    assert answer.status == 404
    assert "Rao" not in answer.text
    with app.app_context():
        assert not db.session.scalars(select(AuditRow).where(AuditRow.action == "looked at the record")).all()


def test_missing_and_denied_look_the_same(people, visit):
    denied = visit(people.cleo).get(f"/patients/{people.asha}")
    missing = visit(people.cleo).get("/patients/00000000-0000-4000-8000-000000000000")
    assert (denied.status, denied.words) == (missing.status, missing.words)


def test_an_ended_link_closes_the_record_at_once(app, people, visit):
    with app.app_context():
        make.care_link(people.dev, people.ben, ended_at=cast.NOW + DAY)
    ben = visit(people.ben)
    assert ben.get(f"/patients/{people.dev}").status == 200
    with app.app_context():
        db.session.execute(db.text("UPDATE care_links SET ended_at = started_at"))
        db.session.commit()
    assert ben.get(f"/patients/{people.dev}").status == 404


def test_a_patient_without_an_episode_has_a_page_that_says_so(app, people, visit):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.care_link(nia, people.ben)
    assert visit(people.ben).get(f"/patients/{nia}").status == 200
