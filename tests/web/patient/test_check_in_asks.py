"""What the check-in asks beside the day's questions: last time's answers, the next morning, what matters."""

from datetime import timedelta

import cast
import make
import pytest
from check_in_form import stored
from correcting import sent_by
from progress_page import ago

from recovery.domain.activities import ActivityScore
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.therapy import Morning
from recovery.extensions import db
from recovery.records.activities import ActivityRow

NEW, SAVE = "/check-ins/new", "/check-ins"


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


def hint(answer, name):
    found = answer.page.find(id=f"{name}-hint")
    return found.get_text() if found else ""


def test_last_times_answers_stand_beside_each_question_and_nothing_is_selected(asha, record):
    record(3, back_pain_average=6, back_pain_worst=9, steps=1, sitting_minutes=1, walking_aid=WalkingAid.FRAME)
    record(1, back_pain_average=4, leg_pain_average=0, walking_minutes=20, stairs=Stairs.WITH_RAIL)
    answer = asha.get(NEW)
    assert "Last time: 4." in hint(answer, "back_pain_average")
    assert "Last time: 0." in hint(answer, "leg_pain_average")
    assert hint(answer, "back_pain_worst") == "Last time: 9."
    assert "Last time: 20 minutes." in hint(answer, "walking_minutes")
    assert "Last time: 1 step." in hint(answer, "steps")
    assert hint(answer, "sitting_minutes") == "Last time: 1 minute."
    assert hint(answer, "walking_aid") == "Last time: a frame."
    assert hint(answer, "stairs") == "Last time: holding a rail."
    assert not answer.page.find_all("input", checked=True)
    assert not [each for each in answer.page.find_all("input", type="text") if each["value"]]


def test_without_an_earlier_answer_nothing_is_said_about_last_time(asha, record):
    record(29, back_pain_average=4)
    assert "Last time" not in asha.get(NEW).words


def test_last_time_is_not_what_was_taken_back_and_not_another_patients(app, people, asha):
    with app.app_context():
        make.check_in(people.dev, back_pain_average=9)
    location = asha.record(back_pain_average="8").response.location
    form = sent_by(asha.get(location), "/entries/take-back")
    asha.post("/entries/take-back", form)
    assert "Last time" not in asha.get(NEW).words


def test_same_as_last_time_covers_aid_and_stairs_and_never_minutes_or_scores(app, people, asha, record):
    record(1, walking_aid=WalkingAid.ONE_STICK, stairs=Stairs.FREELY, walking_minutes=30, back_pain_average=7)
    answer = asha.get(NEW)
    tick = answer.page.find("input", {"name": "same_as_last"})
    label = answer.page.find("label", {"for": tick["id"]}).get_text()
    assert label.startswith("Same as last time: one stick and stairs ")
    assert asha.record(same_as_last=tick["value"], leg_pain_average="2").status == 303
    now = stored(app, people.asha_episode)[-1]
    assert (now.walking_aid, now.stairs) == (WalkingAid.ONE_STICK, Stairs.FREELY)
    assert (now.walking_minutes, now.back_pain_average, now.leg_pain_average) == (None, None, 2)


def test_what_was_chosen_goes_before_same_as_last_time(app, people, asha, record):
    record(1, walking_aid=WalkingAid.ONE_STICK, stairs=Stairs.FREELY)
    asha.record(same_as_last="one_stick,freely", walking_aid="frame")
    now = stored(app, people.asha_episode)[-1]
    assert (now.walking_aid, now.stairs) == (WalkingAid.FRAME, Stairs.FREELY)


@pytest.mark.parametrize("sent", ["", ",", "rubbish", "<script>,x", "one_stick,rubbish", "None,None"])
def test_same_as_last_time_takes_only_what_we_know(app, people, asha, sent):
    asha.record(same_as_last=sent, back_pain_average="3")
    now = stored(app, people.asha_episode)[-1]
    assert now.stairs is None
    assert now.walking_aid in {None, *([WalkingAid.ONE_STICK] if "one" in sent else [])}


def test_where_neither_was_ever_said_nothing_is_the_same(asha, record):
    record(1, back_pain_average=3)
    assert not asha.get(NEW).page.find("input", {"name": "same_as_last"})


def test_the_morning_after_the_newest_session_is_asked_about_once(app, people, asha):
    with app.app_context():
        make.session(people.asha, on=ago(3), note="older")
        session = make.session(people.asha, on=ago(1), note="x")
        make.session(people.asha, note="today's")
    answer = asha.get(NEW)
    assert "You did exercises yesterday." in answer.words
    form = {**sent_by(answer, SAVE), "morning": "not_settled", "back_pain_average": "3"}
    assert asha.post(SAVE, form).status == 303
    now = stored(app, people.asha_episode)[-1]
    assert (now.morning_after, now.morning) == (session, Morning.NOT_SETTLED)
    assert "How was your pain the morning after?" not in asha.get(NEW).words
    assert "Worse than before" not in asha.get(NEW).words


def test_a_morning_left_open_is_asked_about_again(app, people, asha):
    with app.app_context():
        make.session(people.asha, on=ago(2), note="x")
    assert asha.record(back_pain_average="3").status == 303
    assert "You did exercises on Friday 20 November." in asha.get(NEW).words


@pytest.mark.parametrize("theirs", [True, False])
def test_the_morning_of_a_session_that_is_not_there_is_refused_and_the_rest_kept(app, people, asha, theirs):
    with app.app_context():
        strange = make.session(people.dev, on=ago(1), note="x") if theirs else make.check_in(people.asha, note="x")
    answer = asha.record(morning_of=str(strange), morning="settled", note="keep me")
    assert answer.status == 422
    assert "We cannot find the exercises that this is about" in answer.words
    assert "keep me" in answer.text


@pytest.fixture
def activities(app, people):
    with app.app_context():
        return [make.activity(people.asha, words) for words in ("Carry <my> shopping", "Climb the stairs")]


def test_what_matters_is_scored_from_0_to_10_each_by_itself(app, people, asha, activities):
    answer = asha.get(NEW)
    assert "Carry <my> shopping" in answer.words
    assert asha.record(**{f"activity-{activities[0]}": "0"}).status == 303
    assert stored(app, people.asha_episode)[-1].activities == (ActivityScore(activities[0], 0),)
    assert "Carry <my> shopping: 0" in asha.get("/progress").words


@pytest.mark.parametrize("bad", ["11", "-1", "x", "2.5"])
def test_a_score_that_is_none_gets_a_sentence_and_keeps_the_rest(app, people, asha, activities, bad):
    answer = asha.record(**{f"activity-{activities[0]}": bad, f"activity-{activities[1]}": "7", "note": "keep me"})
    assert answer.status == 422
    assert answer.page.find("a", href=f"#activity-{activities[0]}")
    assert sent_by(answer, SAVE)[f"activity-{activities[1]}"] == ["7"]
    assert not stored(app, people.asha_episode)


def test_another_patients_activity_is_not_asked_and_not_stored(app, people, asha):
    with app.app_context():
        theirs = make.activity(people.dev, "A secret of Dev")
    assert "A secret of Dev" not in asha.get(NEW).words
    asha.record(**{f"activity-{theirs}": "7", "back_pain_average": "3"})
    assert stored(app, people.asha_episode)[-1].activities == ()


def test_an_activity_let_go_while_the_form_was_open_is_stored_all_the_same(app, people, asha, activities):
    form = sent_by(asha.get(NEW), SAVE)
    with app.app_context():
        db.session.get(ActivityRow, activities[0]).let_go_at = cast.NOW
        db.session.commit()
    assert asha.post(SAVE, {**form, f"activity-{activities[0]}": "7"}).status == 303
    assert stored(app, people.asha_episode)[-1].activities == (ActivityScore(activities[0], 7),)
    assert "Carry" not in asha.get(NEW).words


def is_open(answer):
    found = answer.page.find("summary", string="What matters to you")
    return found.parent.has_attr("open")


def test_activities_stand_open_when_they_are_due_and_folded_in_between(app, people, visit):
    with app.app_context():
        activity = make.activity(people.dev)
    dev = visit(people.dev)
    assert is_open(dev.get(NEW))
    for days, expected in ((30, True), (29, False)):
        dev.record(recorded_on=(cast.TODAY - timedelta(days=days)).isoformat(), **{f"activity-{activity}": "5"})
        assert is_open(dev.get(NEW)) is expected


def test_sitting_steps_and_stairs_are_asked_weekly_in_building_up(people, visit, app):
    dev = visit(people.dev)
    asked = {"sitting_minutes", "steps", "stairs"}

    def folded():
        more = dev.get(NEW).page.find("summary", string="More about moving").parent
        return {name for name in asked if more.find(id=name)}

    assert folded() == set()
    dev.record(recorded_on=ago(7).isoformat(), steps="900")
    assert folded() == set()
    dev.record(recorded_on=ago(6).isoformat(), steps="900")
    assert folded() == asked
