"""One patient's stage, decided by their physiotherapist: on the summary, in the timeline, to the patient."""

from datetime import timedelta

import make
import pytest
from moment import TODAY
from reading import approve_shipped

from recovery.domain.stage import Stage
from recovery.records.episodes import current_episode


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def address(people):
    return f"/patients/{people.asha}/stage"


@pytest.fixture
def send(ben, address):
    """send(stage="first_days", why="…") as the page on the screen does; send("/days", building_up="49")."""

    def sent(path="", **values):
        page = ben.get(address)
        known = {"from_on": TODAY.isoformat()} if not path else {}
        if path == "/days":
            form = page.page.find("form", action=f"{address}{path}")
            known = {each["name"]: each["value"] for each in form.find_all("input", type="text")}
        return ben.post(f"{address}{path}", {**page.fields(address), **known, **values})

    return sent


def stage_in(app, people, days):
    with app.app_context():
        return current_episode(people.asha).stage_on(TODAY + timedelta(days=days))


def errors(answer):
    return answer.page.find(id="errors").get_text()


def test_the_page_says_what_stands_and_what_each_choice_is(ben, address):
    told = ben.get(address).words
    assert "Stage now 1 of 5, first days Since Day 0, Tuesday 10 November" in told
    assert "Next Early healing on day 14, Tuesday 24 November" in told
    assert "First days: hold it Early healing: move on" in told


def test_a_hold_stands_in_the_facts_in_the_timeline_and_is_told_to_the_patient_without_a_date(
    app, people, visit, ben, send
):
    with app.app_context():
        approve_shipped(people.clinic, people.lena)
    asha = visit(people.asha)
    assert "New reading from Tuesday 24 November. Your physiotherapist decides" in asha.get("/").words
    assert send(stage="first_days", why="Wound still wet").status == 303
    told = ben.get(f"/patients/{people.asha}").words
    assert "Stage 1 of 5, first days, held until it is lifted" in told
    assert "Held in first days from day 12, until it is lifted Wound still wet By Ben Okoro" in told
    home, learn = asha.get("/").words, asha.get("/learn").words
    kept = "Your physiotherapist Ben keeps you in “First days” for now. Your physiotherapist decides what you can do."
    assert kept in home
    assert kept in learn
    assert "Building up Later" in learn
    assert "New reading from" not in home + learn
    assert "Wound still wet" not in home + learn
    assert stage_in(app, people, 300) is Stage.FIRST_DAYS


def test_lifting_it_follows_the_days_again(app, people, visit, send):
    send(stage="first_days", why="Wound still wet")
    assert send("/end", end="lift", end_why="Dry now").status == 303
    assert "New reading from Tuesday 24 November." in visit(people.asha).get("/").words
    assert stage_in(app, people, 2) is Stage.EARLY_HEALING


def test_moved_on_the_reading_and_the_rhythm_follow_and_the_patient_reads_by_whom(app, people, visit, ben, send):
    assert send(stage="building_up", why="Very fit").status == 303
    home = visit(people.asha).get("/").words
    assert "Stage 3 of 5" in home
    assert "Your physiotherapist Ben moved you on to “Building up”. New reading from" in home
    assert "Check-ins due Every second day, as the stage says" in ben.get(f"/patients/{people.asha}").words
    assert stage_in(app, people, -1) is Stage.FIRST_DAYS
    assert send(stage="early_healing", next_on=(TODAY + timedelta(days=9)).isoformat(), why="Too soon").status == 303
    assert stage_in(app, people, 8) is Stage.EARLY_HEALING
    assert stage_in(app, people, 9) is Stage.BUILDING_UP


def test_a_single_day_is_moved(app, people, visit, ben, send):
    assert send("/days", early_healing="16", days_why="Slow wound").status == 303
    told = ben.get(f"/patients/{people.asha}").words
    assert "Early healing begins on day 16 instead of 14 Slow wound By Ben Okoro" in told
    home = visit(people.asha).get("/").words
    assert "New reading from Thursday 26 November. Your physiotherapist Ben set this day." in home
    assert send("/end", end="by_clinic", end_why="Not needed").status == 303
    assert stage_in(app, people, 2) is Stage.EARLY_HEALING


@pytest.mark.parametrize(
    ("path", "values", "told"),
    [
        ("", {"why": "x"}, "Choose a stage"),
        ("", {"stage": "before", "why": "x"}, "Choose a stage"),
        ("", {"stage": "first_days"}, "Write why"),
        ("", {"stage": "first_days", "why": "x", "from_on": "2026-11-21"}, "Choose a day from 22 November 2026"),
        ("", {"stage": "first_days", "why": "x", "next_on": "2026-11-24"}, "This stage lasts until then anyway"),
        ("", {"stage": "first_days", "why": "x", "next_on": "2026-11-22"}, "Choose a day from 23 November 2026"),
        ("", {"stage": "early_healing", "why": "x", "next_on": "2026-12-24"}, "Leave this empty: a stage"),
        ("/days", {"early_healing": "x", "days_why": "x"}, "whole number from 1 to 3650"),
        ("/days", {"early_healing": "12", "days_why": "x"}, "Choose a day after day 12"),
        ("/days", {"building_up": "84", "days_why": "x"}, "Choose a day after day 84"),
        ("/days", {"days_why": "x"}, "It is so already"),
        ("/end", {"end_why": "x"}, "Choose what ends"),
        ("/end", {"end": "lift", "end_why": "x"}, "No stage is held"),
    ],
)
def test_what_cannot_be_saved_is_asked_again_and_kept(app, people, send, path, values, told):
    answer = send(path, **values)
    assert answer.status == 422
    assert told in errors(answer)
    why = next((name for name in values if name.endswith("why")), None)
    if why and path != "/end":
        assert answer.page.find("textarea", {"name": why}).get_text().strip() == values[why]
    assert stage_in(app, people, 2) is Stage.EARLY_HEALING


@pytest.mark.parametrize(("first", "following"), [("9999-12-31", ""), ("9998-06-01", "9999-01-01"), ("0001-01-01", "")])
def test_a_day_at_the_ends_of_the_calendar_is_asked_again(send, first, following):
    answer = send(stage="first_days", from_on=first, next_on=following, why="x")
    assert answer.status == 422
    assert "Choose a day from 22 November 2026" in errors(answer)


def test_what_was_decided_after_the_page_was_opened_is_looked_at_first(ben, address, send):
    page = ben.get(address).fields(address)
    send(stage="first_days", why="Wound still wet")
    values = {**page, "stage": "building_up", "from_on": TODAY.isoformat(), "why": "Fit"}
    answer = ben.post(address, values)
    assert answer.status == 409
    assert "Somebody decided about this stage after you opened the page" in errors(answer)
    assert "Held in first days" in answer.words
    assert ben.post(address, {**values, **answer.fields(address)}).status == 303


def test_after_a_neck_operation_no_stage_is_named_until_one_is_set(app, people, visit, ben):
    with app.app_context():
        mia = make.patient(people.clinic, "Mia", "Vale")
        make.episode(mia, region="cervical", day=20)
        make.care_link(mia, people.ben)
        approve_shipped(people.clinic, people.lena)
    own, address = visit(mia), f"/patients/{mia}/stage"
    assert "Your physiotherapist tells you which stage you are in" in own.get("/learn").words
    page = ben.get(address)
    assert "Stage now Not set" in page.words
    values = {"stage": "getting_stronger", "from_on": TODAY.isoformat(), "why": "Agreed with the surgeon"}
    assert ben.post(address, {**page.fields(address), **values}).status == 303
    assert "Stage 4 of 5" in own.get("/").words
    assert "Your physiotherapist Ben set this stage for you." in own.get("/").words
    assert "Check-ins due Twice a week, as the stage says" in ben.get(f"/patients/{mia}").words
    assert "tells you which stage" not in own.get("/learn").words


def test_a_corrected_operation_keeps_what_was_decided_and_says_so(app, people, ben, send):
    send(stage="first_days", why="Wound still wet")
    path = f"/patients/{people.asha}/operation"
    kind = {"procedures": "laminectomy", "approach": "open", "region": "lumbar"}
    assert ben.post(path, {"operated_on": "2026-11-09", **kind, "why": "x"}).status == 303
    assert "What was decided about their stages is kept" in ben.get(f"/patients/{people.asha}").words
    assert stage_in(app, people, 100) is Stage.FIRST_DAYS
