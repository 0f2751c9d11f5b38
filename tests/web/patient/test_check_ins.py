"""The check-in through the web: what is asked, what is kept, what is refused, and that a resend is one entry."""

import re
from uuid import uuid4

import cast
import make
import pytest
from check_in_form import count, stored
from sqlalchemy import select

from config import ROOT
from recovery.domain.pain import ASK_BEARABLE_FROM, NRS
from recovery.domain.warning_answer import NONE_OF_THESE
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow

SAVED = re.compile(r"/entries/[0-9a-f-]{36}/saved")
FULL = {
    "back_pain_average": "3",
    "back_pain_worst": "5",
    "leg_pain_average": "2",
    "leg_pain_worst": "4",
    "bearable": "yes",
    "walking_minutes": "20",
    "longest_walk_minutes": "12",
    "steps": "2500",
    "walking_aid": "one_stick",
    "stairs": "with_rail",
    "sitting_minutes": "30",
    "warning_signs": "none",
    "note": "Slept well.\r\nWalked to the shop.",
    "someone_helped": "y",
}


def test_everything_that_was_sent_is_stored_as_sent(app, people, visit):
    answer = visit(people.asha).record(recorded_on="2026-11-22", **FULL)
    assert (answer.status, SAVED.fullmatch(answer.response.location) is not None) == (303, True)
    (check_in,) = stored(app, people.asha_episode)
    assert check_in.recorded_on == cast.TODAY
    assert (check_in.back_pain_average, check_in.back_pain_worst) == (3, 5)
    assert (check_in.leg_pain_average, check_in.leg_pain_worst) == (2, 4)
    assert check_in.bearable is True
    assert (check_in.walking_minutes, check_in.longest_walk_minutes, check_in.steps) == (20, 12, 2500)
    assert (check_in.walking_aid, check_in.stairs, check_in.sitting_minutes) == ("one_stick", "with_rail", 30)
    assert check_in.warning_signs == NONE_OF_THESE
    assert check_in.note == "Slept well.\nWalked to the shop."
    assert check_in.someone_helped


def test_the_day_is_kept_with_the_zone_and_offset_it_was_seen_in(app, people, visit):
    visit(people.asha).record(back_pain_average="3")
    with app.app_context():
        row = db.session.scalar(select(CheckInRow))
        assert (row.zone, row.offset_minutes, row.received_at) == ("Europe/London", 0, cast.NOW)


def test_missing_stays_missing_and_the_open_question_is_not_none(app, people, visit):
    visit(people.asha).record(leg_pain_average="0")
    (check_in,) = stored(app, people.asha_episode)
    assert check_in.leg_pain_average == 0
    assert check_in.back_pain_average is None
    assert check_in.walking_minutes is None
    assert check_in.bearable is None
    assert not check_in.warning_signs.is_answered


def test_nothing_is_selected_beforehand_even_after_an_earlier_check_in(people, visit):
    visitor = visit(people.asha)
    visitor.record(**FULL)
    page = visitor.get("/check-ins/new").page
    assert not page.find_all("input", checked=True)
    assert not [each for each in page.find_all("input", type="text") if each["value"]]
    assert "Last time: one stick." in page.get_text()


def test_an_entry_must_hold_something(app, people, visit):
    answer = visit(people.asha).record(recorded_on="2026-11-22")
    assert answer.status == 422
    assert "Record at least one thing" in answer.words
    assert count(app) == 0


@pytest.mark.parametrize(
    "only", [{"note": "A quiet day"}, {"warning_signs": "none"}, {"steps": "0"}, {"bearable": "no"}]
)
def test_one_answer_alone_is_an_entry(app, people, visit, only):
    assert visit(people.asha).record(**only).status == 303
    assert count(app) == 1


def test_several_a_day_stand_side_by_side(app, people, visit):
    visitor = visit(people.asha)
    for score in ("2", "7"):
        visitor.record(back_pain_average=score)
    assert [each.back_pain_average for each in stored(app, people.asha_episode)] == [2, 7]


def test_sending_the_same_again_is_one_row_and_the_same_answer(app, people, visit):
    visitor, same = visit(people.asha), str(uuid4())
    for _again in range(5):
        assert visitor.record(client_id=same, back_pain_average="3").status == 303
    assert count(app) == count(app, CheckInRow) == 1


def test_other_answers_under_a_used_id_change_nothing_and_are_kept_in_the_form(app, people, visit):
    visitor, same = visit(people.asha), str(uuid4())
    visitor.record(client_id=same, back_pain_average="3")
    answer = visitor.record(client_id=same, back_pain_average="6")
    assert answer.status == 409
    assert "with other answers" in answer.words
    assert answer.page.find("input", {"name": "back_pain_average", "value": "6", "checked": True})
    assert answer.fields("/check-ins")["client_id"] != same
    assert [each.back_pain_average for each in stored(app, people.asha_episode)] == [3]
    again = visitor.post("/check-ins", {**answer.fields("/check-ins"), "back_pain_average": "6"})
    assert again.status == 303
    assert [each.back_pain_average for each in stored(app, people.asha_episode)] == [3, 6]


@pytest.mark.parametrize("lost", ["", "not-an-id", "1"])
def test_a_lost_client_id_is_asked_for_again_and_never_doubles(app, people, visit, lost):
    answer = visit(people.asha).record(client_id=lost, back_pain_average="3")
    assert answer.status == 422
    assert "press Save again" in answer.words
    assert count(app) == 0


def test_two_patients_may_use_the_same_client_id(app, people, visit):
    same = str(uuid4())
    assert visit(people.asha).record(client_id=same, back_pain_average="3").status == 303
    assert visit(people.dev).record(client_id=same, back_pain_average="3").status == 303
    assert count(app) == 2


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"back_pain_average": "6", "back_pain_worst": "4"}, "Average back pain 6, worst 4. Is that right?"),
        ({"leg_pain_average": "1", "leg_pain_worst": "0"}, "Average leg pain 1, worst 0. Is that right?"),
        ({"walking_minutes": "10", "longest_walk_minutes": "20"}, "Longest walk 20 minutes, all walks 10."),
    ],
)
def test_answers_that_rarely_go_together_are_asked_about_once_and_accepted(app, people, visit, answers, words):
    visitor = visit(people.asha)
    first = visitor.record(**answers)
    assert first.status == 422
    assert words in first.words
    assert count(app) == 0
    second = visitor.post("/check-ins", {**first.fields("/check-ins"), **answers})
    assert second.status == 303
    assert count(app) == 1


def test_other_odd_answers_are_asked_about_anew(people, visit):
    visitor = visit(people.asha)
    first = visitor.record(back_pain_average="6", back_pain_worst="4")
    second = visitor.post(
        "/check-ins", {**first.fields("/check-ins"), "back_pain_average": "9", "back_pain_worst": "4"}
    )
    assert second.status == 422
    assert "Average back pain 9, worst 4" in second.words


def test_after_a_neck_operation_the_labels_say_neck_and_arm(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
        make.episode(patient, procedures=("fusion",), region="cervical", day=5)
    visitor = visit(patient)
    words = visitor.get("/check-ins/new").words
    assert "Neck pain" in words
    assert "Arm pain" in words
    assert "Back pain" not in words
    assert visitor.record(leg_pain_average="4").status == 303


def test_before_the_operation_only_the_signs_of_cauda_equina_are_asked(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
        make.episode(patient, day=-10)
    page = visit(patient).get("/check-ins/new").page
    ticks = [each["value"] for each in page.find_all("input", {"name": "warning_signs"})]
    assert len(ticks) == 3
    assert ticks[-1] == "none"
    assert "10 days to your operation" in page.get_text()


def test_a_patient_without_a_running_recovery_is_told_whom_to_call(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
        make.episode(patient, status="discharged")
    visitor = visit(patient)
    assert "nothing to record" in visitor.get("/check-ins/new").words
    assert visitor.post("/check-ins", {"back_pain_average": "3"}).status == 409
    assert count(app) == 0


def test_the_style_unfolds_bearable_from_the_score_of_the_rule():
    style = (ROOT / "static" / "css" / "check_in.css").read_text()
    scores = {int(score) for score in re.findall(r'\[value="(\d+)"\]', style)}
    assert scores == set(range(ASK_BEARABLE_FROM, NRS.high + 1))
