"""Correcting a check-in: the form begins with what was recorded, and nothing is lost, doubled or overwritten unseen."""

from datetime import timedelta

import cast
import make
import pytest
from correcting import change, opened, sent_by, take_back, versions
from progress_page import ago, entries
from sqlalchemy import func, select

from recovery.domain.activities import ActivityScore
from recovery.domain.check_in import CheckIn
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.therapy import Morning
from recovery.domain.warning_answer import NONE_OF_THESE
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.episodes import EpisodeRow

SAVE = "/check-ins/changes"
PLAIN = {
    "recorded_on": ago(2).isoformat(),
    "back_pain_average": "0",
    "back_pain_worst": "5",
    "leg_pain_average": "2",
    "leg_pain_worst": "10",
    "bearable": "no",
    "walking_minutes": "20",
    "longest_walk_minutes": "0",
    "steps": "2500",
    "walking_aid": "none",
    "stairs": "with_rail",
    "sitting_minutes": "0",
    "warning_signs": ["calf-sore-swollen", "fall-or-sleepy"],
    "warning_detail_fall-or-sleepy": "very-sleepy",
    "someone_helped": ["y"],
    "note": "Slept <well>.\nWalked to the shop.",
}


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


@pytest.fixture
def full(app, people):
    """Everything that a check-in can hold."""
    with app.app_context():
        session = make.session(people.asha, on=ago(3), note="x")
        walk, stairs = (make.activity(people.asha, words) for words in ("Walk", "Climb"))
        return CheckIn(
            ago(2),
            back_pain_average=0,
            back_pain_worst=5,
            leg_pain_average=2,
            leg_pain_worst=10,
            bearable=False,
            walking_minutes=20,
            longest_walk_minutes=0,
            steps=2500,
            walking_aid=WalkingAid.NONE,
            stairs=Stairs.WITH_RAIL,
            sitting_minutes=0,
            morning_after=session,
            morning=Morning.NOT_SETTLED,
            activities=tuple(sorted((ActivityScore(walk, 0), ActivityScore(stairs, 10)))),
            warning_signs=answer_from(["calf-sore-swollen", "fall-or-sleepy"], {"fall-or-sleepy": "very-sleepy"}),
            someone_helped=True,
            note="Slept <well>.\nWalked to the shop.",
        )


def record(app, people, content):
    with app.app_context():
        values = {name: getattr(content, name) for name in content.__slots__ if name != "recorded_on"}
        return make.check_in(people.asha, on=content.recorded_on, **values)


def test_the_form_holds_exactly_what_was_recorded(app, people, asha, full):
    entry = record(app, people, full)
    form = opened(asha, "check_in", entry)
    ours = {name: value for name, value in form.items() if not name.startswith(("client", "form_", "activity-"))}
    single = {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in ours.items()}
    expected = {**PLAIN, "morning": "not_settled", "morning_of": str(full.morning_after), "someone_helped": "y"}
    assert single == {**expected, "entry_id": str(entry), "from_revision": "1"}
    scores = {f"activity-{each.activity_id}": [str(each.score)] for each in full.activities}
    assert {name: value for name, value in form.items() if name.startswith("activity-")} == scores


def test_sent_as_it_stands_it_changes_nothing(app, people, asha, full):
    entry = record(app, people, full)
    answer = change(asha, "check_in", entry)
    assert answer.status in {200, 303}
    assert versions(app, people.asha_episode, entry) == [full]


def test_what_was_left_open_is_open_in_the_correction_too(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, leg_pain_average=4))
    form = opened(asha, "check_in", entry)
    assert "warning_signs" not in form
    assert {name for name, value in form.items() if isinstance(value, list)} == {"leg_pain_average"}
    change(asha, "check_in", entry)
    assert len(versions(app, people.asha_episode, entry)) == 1


def test_none_of_these_stands_ticked_where_it_was(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, warning_signs=NONE_OF_THESE))
    assert opened(asha, "check_in", entry)["warning_signs"] == ["none"]


def test_one_value_is_changed_and_everything_else_stays(app, people, asha):
    first = CheckIn(ago(2), back_pain_average=8, steps=900, note="x", warning_signs=NONE_OF_THESE, someone_helped=True)
    entry = record(app, people, first)
    answer = change(asha, "check_in", entry, back_pain_average="3")
    assert answer.response.location == f"/entries/{entry}/saved"
    before, after = versions(app, people.asha_episode, entry)
    assert before == first
    assert after == CheckIn(
        ago(2), back_pain_average=3, steps=900, note="x", warning_signs=NONE_OF_THESE, someone_helped=True
    )
    assert asha.get(answer.response.location).page.h1.get_text() == "Your changes are saved"


@pytest.mark.parametrize(("name", "left"), [("steps", None), ("note", ""), ("someone_helped", False)])
def test_an_answer_can_be_taken_out(app, people, asha, name, left):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3, steps=900, note="x", someone_helped=True))
    form = opened(asha, "check_in", entry)
    form.pop(name)
    assert asha.post(SAVE, form).status == 303
    assert getattr(versions(app, people.asha_episode, entry)[-1], name) == left


def test_the_day_can_be_corrected_and_left_empty_it_stays(app, people, asha):
    entry = record(app, people, CheckIn(ago(4), back_pain_average=3))
    change(asha, "check_in", entry, recorded_on=ago(5).isoformat())
    change(asha, "check_in", entry, recorded_on="", back_pain_average="4")
    told = [(each.recorded_on, each.back_pain_average) for each in versions(app, people.asha_episode, entry)]
    assert told == [(ago(4), 3), (ago(5), 3), (ago(5), 4)]


def test_a_day_outside_is_asked_about_beside_its_field_and_the_rest_is_kept(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    answer = change(asha, "check_in", entry, recorded_on="2027-11-22", note="keep me")
    assert answer.status == 422
    assert answer.page.find("a", href="#recorded_on")
    assert "Choose a day from" in answer.words
    assert sent_by(answer, SAVE)["recorded_on"] == "2027-11-22"
    assert sent_by(answer, SAVE)["note"] == "keep me"
    assert len(versions(app, people.asha_episode, entry)) == 1


def test_the_day_that_stands_is_no_problem_after_the_operation_date_was_put_right(app, people, asha):
    entry = record(app, people, CheckIn(ago(80), back_pain_average=3))
    with app.app_context():
        db.session.get(EpisodeRow, people.asha_episode).operated_on = cast.TODAY + timedelta(days=30)
        db.session.commit()
    assert change(asha, "check_in", entry, back_pain_average="4").status == 303
    assert change(asha, "check_in", entry, recorded_on=ago(79).isoformat()).status == 422


def test_with_a_wrong_field_everything_typed_comes_back(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3, note="x"))
    answer = change(asha, "check_in", entry, walking_minutes="lots", note="keep me", leg_pain_average="7")
    assert answer.status == 422
    assert answer.page.find("a", href="#walking_minutes")
    form = sent_by(answer, SAVE)
    assert (form["walking_minutes"], form["note"], form["leg_pain_average"]) == ("lots", "keep me", ["7"])
    assert (form["entry_id"], form["from_revision"]) == (str(entry), "1")
    assert asha.post(SAVE, {**form, "walking_minutes": "20"}).status == 303
    assert versions(app, people.asha_episode, entry)[-1].walking_minutes == 20


def test_answers_that_rarely_go_together_are_asked_about_once(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    first = change(asha, "check_in", entry, back_pain_average="6", back_pain_worst="4")
    assert first.status == 422
    assert "Average back pain 6, worst 4. Is that right?" in first.words
    assert asha.post(SAVE, sent_by(first, SAVE)).status == 303


def test_of_two_tabs_the_second_is_told_and_can_then_be_saved(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    first, second = opened(asha, "check_in", entry), opened(asha, "check_in", entry)
    assert asha.post(SAVE, {**first, "back_pain_average": "4"}).status == 303
    stale = asha.post(SAVE, {**second, "back_pain_average": "5", "note": "keep me"})
    assert stale.status == 409
    assert "This was changed meanwhile" in stale.page.find(id="errors").get_text()
    assert len(versions(app, people.asha_episode, entry)) == 2
    assert asha.post(SAVE, sent_by(stale, SAVE)).status == 303
    told = versions(app, people.asha_episode, entry)
    assert [each.back_pain_average for each in told] == [3, 4, 5]
    assert told[-1].note == "keep me"


def test_a_double_tap_makes_one_revision_and_twice_the_same_answer(app, people, asha):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    form = {**opened(asha, "check_in", entry), "back_pain_average": "4"}
    answers = [asha.post(SAVE, form).response.location for _tap in range(2)]
    assert answers == [f"/entries/{entry}/saved"] * 2
    assert len(versions(app, people.asha_episode, entry)) == 2


def test_what_is_not_there_has_no_page_and_is_not_saved(app, people, asha, visit):
    mine = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    form = opened(asha, "check_in", mine)
    with app.app_context():
        theirs, session = make.check_in(people.dev, back_pain_average=3), make.session(people.asha, note="x")
    take_back(asha, mine)
    assert asha.get(f"/check-ins/{mine}/change").status == 404
    for strange in (theirs, session):
        assert asha.get(f"/check-ins/{strange}/change").status == 404
        assert asha.post(SAVE, {**form, "entry_id": str(strange)}).status == 404
    assert asha.post(SAVE, {**form, "entry_id": "x"}).status == 404
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(CheckInRow)) == 2


def test_progress_and_the_staffs_timeline_say_the_same_about_it(app, people, asha, visit, clock):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    clock.shift(timedelta(minutes=70))
    change(asha, "check_in", entry, back_pain_average="4")
    told = "Back pain 4 Warning signs: not answered Changed at 13:10."
    assert told in entries(asha.get("/progress"))[0]
    staff = visit(people.ben)
    assert "Changed at 13:10." in staff.get(f"/patients/{people.asha}").words
    clock.shift(timedelta(minutes=5))
    take_back(asha, entry)
    for words in (asha.get("/progress").words, staff.get(f"/patients/{people.asha}").words):
        assert "Changed at 13:10." in words
        assert "Taken back at 13:15. It does not count." in words


def test_the_page_of_the_entry_shows_what_stood_there_before_newest_first(app, people, asha, clock):
    entry = record(app, people, CheckIn(cast.TODAY, back_pain_average=3))
    clock.shift(timedelta(minutes=70))
    change(asha, "check_in", entry, back_pain_average="4")
    answer = asha.get(f"/entries/{entry}")
    cards = [" ".join(each.get_text(" ").split()) for each in answer.page.main.find_all("section")]
    assert cards[0].startswith("What stands now Back pain 4")
    assert cards[1].startswith("What stood there before Back pain 3")
    assert "Changed" not in cards[1]
    assert "First recorded at 12:00" in answer.words
