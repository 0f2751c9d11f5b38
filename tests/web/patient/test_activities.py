"""What matters to me: chosen, let go, and drawn on Progress."""

from datetime import timedelta

import make
import pytest
from moment import NOW
from progress_page import ago, table

from recovery.domain.activities import ActivityScore
from recovery.records.activities import activities_of

PAGE = "/activities"


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


def add(visitor, words):
    return visitor.post(PAGE, {**visitor.get(PAGE).fields(PAGE), "words": words})


def ids(app, people):
    with app.app_context():
        return {each.words: each.id for each in activities_of(people.asha_episode)}


def test_up_to_three_are_added_and_today_leads_there(app, people, asha):
    assert PAGE in {link["href"] for link in asha.get("/").page.main.find_all("a")}
    for number in range(3):
        assert add(asha, f"Walk {number} miles").status == 303
    page = asha.get(PAGE)
    assert not page.page.find(id="words")
    assert "You have three. Let one go to add a new one." in page.words
    assert "Walk 0 miles No score yet." in page.words
    assert set(ids(app, people)) == {"Walk 0 miles", "Walk 1 miles", "Walk 2 miles"}


def test_a_fourth_from_another_tab_is_kept_as_typed(app, people, asha):
    form = asha.get(PAGE).fields(PAGE)
    for number in range(3):
        add(asha, f"Walk {number} miles")
    answer = asha.post(PAGE, {**form, "words": "Swim"})
    assert answer.status == 409
    assert answer.page.find(id="words")["value"] == "Swim"
    assert answer.page.find("a", href="#words")
    assert "Swim" not in ids(app, people)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Write what you want to do"),
        (" \t ", "Write what you want to do"),
        ("a" * 81, "Make this shorter: it has 81 letters, and 80 fit"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_field(app, people, asha, words, sentence):
    answer = add(asha, words)
    assert answer.status == 422
    assert sentence in answer.page.find(id="words-error").get_text()
    assert answer.page.find(id="words")["value"] == words.strip()
    assert ids(app, people) == {}


def test_a_double_tap_is_one(app, people, asha):
    assert [add(asha, "Swim").status for _tap in range(3)] == [303] * 3
    assert list(ids(app, people)) == ["Swim"]


def test_one_is_let_go_and_can_be_chosen_again(app, people, asha):
    add(asha, "Swim")
    let_go = f"{PAGE}/{ids(app, people)['Swim']}/let-go"
    assert [asha.post(let_go).status for _tap in range(2)] == [303, 303]
    assert "You let it go. Its scores stay on Progress." in asha.get(PAGE).words
    again = next(each for each in asha.get(PAGE).page.find_all("button") if "Choose it again" in each.get_text())
    assert again.find_parent("form").find("input", {"name": "words"})["value"] == "Swim"
    assert asha.post(PAGE, {"words": "Swim"}).status == 303
    assert list(ids(app, people)) == ["Swim"]


def test_choosing_one_again_is_carried_along_after_the_sign_in_ended(app, people, asha, clock):
    add(asha, "Swim")
    asha.post(f"{PAGE}/{ids(app, people)['Swim']}/let-go")
    again = asha.get(PAGE).page.find("input", {"name": "words", "type": "hidden"}).find_parent("form")
    sent = {each["name"]: each["value"] for each in again.find_all("input")}
    clock.shift(timedelta(days=100))
    answer = asha.post(PAGE, sent)
    assert answer.status == 401
    assert answer.page.find("input", {"name": "kept-words"})["value"] == "Swim"


def test_another_patients_is_not_there(app, people, visit, asha):
    add(asha, "Swim")
    assert visit(people.dev).post(f"{PAGE}/{ids(app, people)['Swim']}/let-go").status == 404
    assert list(ids(app, people)) == ["Swim"]


def test_without_a_running_recovery_the_team_is_named(app, people, visit):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia, status="moved")
    assert "01632 960 123" in visit(nia).get(PAGE).words
    assert visit(nia).post(PAGE, {"words": "Swim"}).status == 409


@pytest.fixture
def scored(app, people):
    """scored({"Swim": {40: 2, 0: 6}}) chooses and scores by days ago; gives the ids."""

    def chosen(told):
        with app.app_context():
            found = {
                words: make.activity(people.asha, words, now=NOW + timedelta(minutes=place))
                for place, words in enumerate(told)
            }
            for days in sorted({each for days_of in told.values() for each in days_of}, reverse=True):
                scores = {words: days_of[days] for words, days_of in told.items() if days in days_of}
                activities = tuple(sorted(ActivityScore(found[words], score) for words, score in scores.items()))
                make.check_in(people.asha, on=ago(days), activities=activities)
        return found

    return chosen


def part(answer):
    return next(each for each in answer.page.find_all("section") if each.h2.get_text() == "What matters to me")


def test_progress_says_how_well_each_goes_and_draws_each_with_its_own_mark_and_dash(asha, scored):
    scored({"Swim": {20: 2, 0: 6}, "Cycle": {20: 0, 0: 10}, "Dig": {20: 5, 0: 5}})
    section = part(asha.get("/progress"))
    lines = [" ".join(each.get_text(" ").split()) for each in section.ol.find_all("li")]
    assert lines[0] == "Swim: 6 of 10 today. It was 2 on Monday 2 November."
    svg = section.svg
    marks = (("circle", "a1"), ("path", "a2"), ("rect", "a3"))
    assert [len(svg.find_all(name, class_=mark)) for name, mark in marks] == [2, 2, 2]
    assert all("L" in svg.find("path", class_=f"a{number}l")["d"] for number in (1, 2, 3))
    assert {"1", "2", "3"} <= {each.get_text() for each in svg.find_all("text", class_="t")}
    assert "1: Swim, 6 of 10 today." in svg.desc.get_text()


def test_the_table_has_every_day_and_a_dash_where_nothing_was_scored(asha, scored):
    scored({"Swim": {20: 2, 0: 6}, "Cycle": {0: 10}})
    rows = table(asha.get("/progress"), "How well it goes, by day")
    assert rows == [["Day", "Swim", "Cycle"], ["Day 12", "6", "10"], ["Day -8", "2", "–"]]


def test_one_that_was_let_go_stays_in_the_table_only(asha, scored):
    found = scored({"Swim": {0: 6}, "Cycle": {0: 10}})
    asha.post(f"{PAGE}/{found['Swim']}/let-go")
    section = part(asha.get("/progress"))
    assert [each.strong.get_text() for each in section.ol.find_all("li")] == ["Cycle:"]
    assert len(section.svg.find_all("circle", class_="a1")) == 1
    assert "Swim" not in section.svg.desc.get_text()
    assert table(asha.get("/progress"), "How well it goes, by day")[0] == ["Day", "Cycle", "Swim (let go)"]


def test_a_gap_of_more_than_six_weeks_stays_open(asha, scored):
    scored({"Swim": {50: 2, 5: 6, 0: 7}})
    line = part(asha.get("/progress")).svg.find("path", class_="a1l")["d"]
    assert (line.count("M"), line.count("L")) == (2, 1)


def test_without_scores_there_is_no_chart_and_without_activities_no_part(app, people, asha):
    assert "What matters to me" not in asha.get("/progress").words
    with app.app_context():
        make.activity(people.asha, "Swim")
    section = part(asha.get("/progress"))
    assert "Swim: No score yet." in " ".join(section.get_text(" ").split())
    assert section.svg is None
