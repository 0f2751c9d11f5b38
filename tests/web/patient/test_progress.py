"""Progress: the newest scores first, and charts whose numbers stand beside them."""

import make
import pytest
from check_in_form import stored
from progress_page import ago, entries, pain_table, table

from recovery.domain.day_figures import day_figures
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.web.present.numbers import show


def test_the_heading_says_the_newest_scores_while_no_day_of_the_week_is_complete(record, progress):
    record(0, leg_pain_average=0)
    assert progress().page.h1.get_text() == "Today: leg pain 0"


def test_the_heading_says_how_the_week_went_and_the_newest_scores_stand_below(record, progress):
    for days in (10, 9, 8):
        record(days, back_pain_average=5, leg_pain_average=6, walking_minutes=15)
    for days in (7, 6, 5, 4, 3, 2):
        record(days, back_pain_average=4, leg_pain_average=4, walking_minutes=25)
    record(0, leg_pain_average=0)
    answer = progress()
    assert answer.page.h1.get_text() == "Your leg pain is down 2 points since last week"
    told = " ".join(answer.page.main.p.find_next("p").get_text().split())
    assert told.startswith(
        "Your back pain is about the same as last week. You walked 25 minutes a day, 10 more than last"
    )
    assert "There is no check-in for Saturday. Today: leg pain 0." in told


def test_a_day_of_the_week_without_a_check_in_can_be_added_from_here(visit, people, record, progress):
    for days in (4, 1):
        record(days, back_pain_average=3)
    links = [each for each in progress().page.find_all("a") if each["href"].startswith("/check-ins/new?on=")]
    assert [each.get_text() for each in links] == ["Friday 20 November", "Thursday 19 November"]
    form = visit(people.asha).get(links[0]["href"]).page
    assert form.find(id="recorded_on")["value"] == "2026-11-20"
    assert form.find(id="recorded_on").find_parent("details").has_attr("open")


def test_before_the_first_entry_the_page_says_so(progress):
    answer = progress()
    assert answer.page.h1.get_text() == "Nothing is recorded yet"
    assert "There is no entry yet." in answer.words
    assert "Older entries" not in answer.words


def test_the_page_never_says_that_nothing_is_recorded_when_something_is(record, progress):
    record(walking_minutes=20)
    assert "Nothing is recorded" not in progress().words


def test_several_a_day_are_averaged_and_the_worst_and_the_most_stand(record, progress):
    record(back_pain_average=2, back_pain_worst=9, walking_minutes=30, steps=100)
    record(back_pain_average=3, back_pain_worst=5, walking_minutes=10, steps=900)
    answer = progress()
    assert answer.page.h1.get_text() == "Today: back pain 2.5"
    assert pain_table(answer)["Day 12, 2 entries"] == ["2.5", "9", "–", "–"]
    assert table(answer, "Walking by day")[1] == ["Day 12, 2 entries", "30", "900"]


def test_a_missing_day_is_absent_and_a_missing_value_is_no_zero(record, progress):
    record(4, back_pain_average=3)
    record(1, leg_pain_average=5)
    rows = pain_table(progress())
    assert rows == {
        "Day": ["Back, average", "Back, worst", "Leg, average", "Leg, worst"],
        "Day 11": ["–", "–", "5", "–"],
        "Day 8": ["3", "–", "–", "–"],
    }


def test_a_recorded_zero_is_shown_as_zero(record, progress):
    record(back_pain_average=0, back_pain_worst=0, leg_pain_average=0, walking_minutes=0, steps=0)
    answer = progress()
    assert pain_table(answer)["Day 12"] == ["0", "0", "0", "–"]
    assert table(answer, "Walking by day")[1] == ["Day 12", "0", "0"]
    assert "Back pain 0 (worst 0), leg pain 0" in entries(answer)[0]
    assert "Walked 0 minutes, 0 steps" in entries(answer)[0]


def test_the_tables_hold_the_days_own_figures(app, people, record, progress):
    for days, score in ((0, 3), (0, 4), (0, 4), (2, 10), (7, 0)):
        record(days, back_pain_average=score, leg_pain_worst=score, walking_minutes=score * 3, steps=score * 100)
    answer, walking = progress(), {}
    told = {day: [show(value) for value in values] for day, values in figures(app, people).items()}
    told["Day 12, 3 entries"] = told.pop("Day 12")
    rows = pain_table(answer)
    walking = {row[0]: row[1:] for row in table(answer, "Walking by day")}
    assert {day: [rows[day][0], rows[day][3], *walking[day]] for day in told} == told
    assert len(rows) == len(walking) == len(told) + 1
    assert rows["Day 12, 3 entries"][0] == "3.7"


def figures(app, people):
    by_day = day_figures(stored(app, people.asha_episode))
    return {
        f"Day {(day - ago(12)).days}": (each.back_average, each.leg_worst, each.walking_minutes, each.steps)
        for day, each in by_day.items()
    }


def test_every_chart_has_a_title_a_description_and_its_numbers_in_a_table(record, progress):
    record(back_pain_average=3, leg_pain_average=2, walking_minutes=20)
    page = progress().page
    charts = [each for each in page.main.find_all("svg") if each.get("role") == "img"]
    assert [chart.title.get_text() for chart in charts] == [
        "Back pain and leg pain since surgery",
        "Minutes walked each day",
        "Exercises by day",
    ]
    for chart in charts:
        ids = chart["aria-labelledby"].split()
        assert [page.find(id=each).name for each in ids] == ["title", "desc"]
        assert chart.desc.get_text().endswith(".")
        assert chart.find_next("table").find_parent("section") is chart.find_parent("section")
        assert chart.find_next("table").tbody.find("tr")
    assert "Back pain 3 on day 12. Leg pain 2 on day 12." in charts[0].desc.get_text()


def test_after_a_neck_operation_everything_says_neck_and_arm(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
        make.episode(patient, region="cervical", day=5)
        make.check_in(patient, back_pain_average=4, leg_pain_average=2)
    answer = visit(patient).get("/progress")
    assert answer.page.h1.get_text() == "Today: neck pain 4, arm pain 2"
    assert table(answer, "Neck and arm pain by day")[0][1:] == [
        "Neck, average",
        "Neck, worst",
        "Arm, average",
        "Arm, worst",
    ]
    assert "Neck pain 4, arm pain 2" in entries(answer)[0]
    for word in ("back", "leg", "Back", "Leg"):
        assert f"{word} pain" not in answer.text


@pytest.fixture
def exercise(app, people):
    """One exercise, twice a day on every day of the last week."""
    with app.app_context():
        (only,) = make.plan(people.asha_episode, people.ben, [make.prescription()], from_on=ago(30), version=2)
    return only


def do(app, people, exercise, days, *outcomes):
    units = tuple(UnitDone(Unit(exercise.id, time), outcome) for time, outcome in enumerate(outcomes, 1))
    with app.app_context():
        make.session(people.asha, on=ago(days), units=units)


def test_exercises_are_told_in_units_with_what_was_not_recorded(app, people, exercise, progress):
    do(app, people, exercise, 0, Outcome.DONE, Outcome.DONE)
    for days in range(1, 5):
        do(app, people, exercise, days, Outcome.DONE, Outcome.DONE)
    do(app, people, exercise, 5, Outcome.NOT_DONE, Outcome.NOT_DONE)
    answer = progress()
    assert "Exercises in the last 7 days: 8 done, 2 not done, 4 not recorded, of 14." in answer.words
    rows = {row[0]: row[1:] for row in table(answer, "Exercises by day")}
    assert rows["Sunday 22/11"] == ["all done", "2 of 2"]
    assert rows["Tuesday 17/11"] == ["not done", "0 of 2"]
    assert rows["Monday 16/11"] == ["not recorded", "0 of 2"]


def test_the_newest_entries_stand_open_and_the_rest_of_two_weeks_is_folded(visit, people, record, progress):
    for days in range(4):
        record(days, note=f"note of {days}")
    assert not progress().page.select("ol .own-words, details .own-words")[4:]
    assert "from before" not in progress().words
    for days in range(4, 7):
        record(days, note=f"note of {days}")
    answer = progress()
    assert [each.get_text() for each in answer.page.select("details .own-words")] == [f"note of {n}" for n in (4, 5, 6)]
    folded = answer.page.select_one("details:has(.own-words)")
    assert folded.summary.get_text() == "See 3 from before"
    assert not folded.has_attr("open")
    everything = visit(people.asha).get("/progress?entries=all").page
    assert everything.select_one("details:has(.own-words)").has_attr("open")


@pytest.mark.parametrize(
    ("days", "first"), [(0, "16/11"), (6, "16/11"), (7, "9/11"), (13, "9/11"), (14, "2/11"), (60, "19/10")]
)
def test_the_weeks_drawn_begin_with_the_plan_and_are_five_at_most(app, people, visit, days, first):
    """Today is Sunday 22 November."""
    with app.app_context():
        make.plan(people.dev_episode, people.ben, [make.prescription()], from_on=ago(days), version=1)
    rows = table(visit(people.dev).get("/progress"), "Exercises by day")
    assert rows[-1][0] == f"Monday {first}"


def test_an_excused_day_leaves_both_sides(app, people, exercise, progress):
    do(app, people, exercise, 1, Outcome.DONE, Outcome.NOT_DONE)
    with app.app_context():
        make.not_well(people.asha, on=ago(2))
    answer = progress()
    assert "1 done, 1 not done, 10 not recorded, of 12." in answer.words
    assert ["Friday 20/11", "not well, excused", "–"] in table(answer, "Exercises by day")


def test_without_a_plan_no_sentence_about_exercises_stands(people, visit):
    assert "Exercises in the last 7 days" not in visit(people.dev).get("/progress").words
