"""The caseload: who needs a look first, what each row says, and how it is narrowed."""

from datetime import timedelta

import cast
import make
import pytest
from sqlalchemy import select, update
from statements import statements

from recovery.domain.episode import EpisodeStatus
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.episodes import EpisodeRow
from recovery.records.plans import plans_of

DAY = timedelta(days=1)


@pytest.fixture
def ben(people, visit):
    return visit(people.ben)


@pytest.fixture
def add(app, people):
    """add("Nia", "Cole", day=20, …) is a new patient of Ben's, with an entry today unless told otherwise."""

    def patient(given_name, family_name, *, is_heard=True, signs=(), zone="Europe/London", **episode):
        with app.app_context():
            person = make.patient(people.clinic, given_name, family_name, zone=zone)
            make.episode(person, **episode)
            make.care_link(person, people.ben)
            if signs:
                make.check_in(person, warning_signs=answer_from(list(signs), {}))
            elif is_heard:
                make.check_in(person, back_pain_average=3)
        return person

    return patient


def groups(answer):
    """Names by the heading of their group, in order."""
    return {
        section.h2.get_text(" ", strip=True): [row["data-name"] for row in section.find_all("li", {"data-name": True})]
        for section in answer.page.find_all("section", {"aria-labelledby": True})
    }


def row(answer, name):
    return " ".join(answer.page.find("li", {"data-name": name}).get_text(" ").split())


def test_warning_signs_stand_on_top_then_silence_then_the_rest(ben, add):
    add("Nia", "Cole")
    add("Uma", "Bell", signs=["chest-pain"])
    add("Tom", "Adair", signs=["calf-sore-swollen"])
    answer = ben.get("/caseload")
    assert groups(answer) == {
        "Warning signs: look now 2": ["Uma Bell", "Tom Adair"],
        "Not heard from 1": ["Asha Rao"],
        "Nothing raised 1": ["Nia Cole"],
    }
    assert answer.page.h1.get_text() == "2 patients to look at today"
    assert "2 with a warning sign, 1 not heard from, 1 nothing raised." in answer.words


def test_only_ones_own_patients_stand_on_it(people, visit, ben):
    assert [name for names in groups(ben.get("/caseload")).values() for name in names] == ["Asha Rao"]
    assert groups(visit(people.cleo).get("/caseload")) == {"Not heard from 1": ["Dev Patel"]}


def test_nobody_in_care_says_so(app, people, visit):
    with app.app_context():
        new = make.staff(people.clinic, "Ivy", "Lane")
    answer = visit(new).get("/caseload")
    assert "Nobody is in your care." in answer.words
    assert answer.page.h1.get_text() == "No warning sign to look at today"
    assert "/patients/new" in {link["href"] for link in answer.page.main.find_all("a")}


def test_a_row_says_why_and_shows_the_same_figures_as_the_other_screens(app, people, ben):
    with app.app_context():
        slides, _walk = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions
        make.session(people.asha, on=cast.TODAY - DAY, units=(UnitDone(Unit(slides.id, 1), Outcome.DONE),))
        make.check_in(
            people.asha,
            back_pain_average=4,
            leg_pain_average=2,
            walking_minutes=25,
            note="Leg is <b>numb</b>",
            warning_signs=answer_from(["calf-sore-swollen"], {}),
        )
    words = row(ben.get("/caseload"), "Asha Rao")
    for said in (
        "L4–L5 fusion, minimally invasive",
        "Day 12, first days",
        "Warning sign: ",
        "recorded at 12:00, told to call the team",
        "Unread note: Leg is <b>numb</b>",
        "Walking 25 min",
        "1 of 28",
        "Last entry Today",
    ):
        assert said in words


def test_silence_is_said_in_days(app, people, ben):
    assert "No entry yet, 12 days" in row(ben.get("/caseload"), "Asha Rao")
    with app.app_context():
        make.check_in(people.asha, on=cast.TODAY - 5 * DAY, back_pain_average=3)
    assert "No entry for 4 days" in row(ben.get("/caseload"), "Asha Rao")


def test_a_long_note_is_cut_at_eighty_characters_and_goes_once_the_summary_was_opened(app, people, ben, clock):
    with app.app_context():
        make.check_in(people.asha, note="word " * 60)
    assert ("word " * 16).strip() + "…" in row(ben.get("/caseload"), "Asha Rao")
    clock.shift(timedelta(minutes=1))
    assert "Unread note" in ben.get("/caseload").words
    ben.get(f"/patients/{people.asha}")
    assert "word" not in row(ben.get("/caseload"), "Asha Rao")


@pytest.mark.parametrize("status", ["in_hospital", "paused", "discharged", "moved"])
def test_a_patient_who_is_not_active_is_not_silent_but_a_sign_stays(app, ben, add, status):
    add("Nia", "Cole", is_heard=False)
    add("Uma", "Bell", signs=["chest-pain"])
    with app.app_context():
        db.session.execute(update(EpisodeRow).values(status=EpisodeStatus(status)))
        db.session.commit()
    shown = groups(ben.get("/caseload"))
    assert shown["Nothing raised 2"] == ["Nia Cole", "Asha Rao"]
    assert shown["Warning signs: look now 1"] == ["Uma Bell"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"procedure": "laminectomy"}, ["Nia Cole"]),
        ({"procedure": "fusion"}, ["Asha Rao", "Uma Bell"]),
        ({"stage": "first_days"}, ["Asha Rao"]),
        ({"stage": "building_up"}, []),
        ({"state": "warning-sign"}, ["Uma Bell"]),
        ({"state": "not-heard-from"}, ["Asha Rao"]),
        ({"state": "nothing-raised"}, ["Nia Cole"]),
        ({"state": "not-active"}, ["Uma Bell"]),
        ({"state": "unread-note"}, []),
        ({"state": "warning-sign", "procedure": "fusion"}, ["Uma Bell"]),
        ({"state": "<script>", "procedure": "x", "stage": "%00"}, ["Asha Rao", "Nia Cole", "Uma Bell"]),
    ],
)
def test_it_is_narrowed_by_operation_stage_and_state(ben, add, query, names):
    add("Nia", "Cole", procedures=("laminectomy",), day=200)
    add("Uma", "Bell", signs=["chest-pain"], status="in_hospital", day=300)
    answer = ben.get("/caseload", query_string=query)
    assert answer.status == 200
    assert sorted(name for shown in groups(answer).values() for name in shown) == names
    if not names:
        assert "Nobody on your list fits" in answer.words
    assert "1 with a warning sign" in answer.words


@pytest.mark.parametrize("typed", ["jose", "JOSÉ", "  muñoz ", "munoz jose", "Jose\u0301"])
def test_a_name_is_found_without_accents_and_capitals_and_never_stands_in_an_address(ben, add, typed):
    add("José", "Muñoz")
    answer = ben.post("/caseload", {"name": typed})
    assert [name for names in groups(answer).values() for name in names] == ["José Muñoz"]
    assert answer.page.find("input", {"name": "name"})["value"] == typed.strip()
    assert ben.get("/caseload", query_string={"name": typed}).page.find("input", {"name": "name"})["value"] == ""


@pytest.mark.parametrize("typed", ["x" * 10_000, "<script>alert(1)</script>", "%", "_", "\x00'; --"])
def test_a_strange_name_finds_nobody_and_breaks_nothing(ben, typed):
    answer = ben.post("/caseload", {"name": typed})
    assert (answer.status, groups(answer)) == (200, {})
    assert "<script>alert" not in answer.text


def test_every_look_is_written_down_with_the_numbers_shown_and_no_names(app, people, ben, add):
    add("Nia", "Cole")
    ben.get("/caseload")
    ben.get("/caseload", query_string={"state": "nothing-raised"})
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.action == "looked at the caseload")).all()
        assert [(each.actor_id, each.fields) for each in rows] == [(people.ben, ["1", "3"]), (people.ben, ["3"])]


def test_the_page_costs_the_same_for_one_patient_and_for_twenty(ben, add):
    def asked():
        with statements() as sent:
            assert ben.get("/caseload").status == 200
        return len(sent)

    ben.get("/caseload")
    few = asked()
    for number in range(20):
        add("Nia", f"Cole{number}", signs=["chest-pain"] if number % 2 else ())
    assert asked() == few


def test_before_the_operation_staff_are_not_told_of_an_operation_of_theirs(app, people, ben):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia, day=-18)
        make.care_link(nia, people.ben)
    for address in ("/caseload", f"/patients/{nia}"):
        words = ben.get(address).words
        assert "18 days to the operation" in words
        assert "your operation" not in words
