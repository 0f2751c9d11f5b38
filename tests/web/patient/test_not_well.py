"""Not well today: the warning signs first, then the day is excused."""

from datetime import timedelta

import cast
import make
import pytest
from sqlalchemy import func, select

from recovery.extensions import db
from recovery.records.entries import EntryRow
from recovery.records.sessions import not_well_entries

NEW, RECORD = "/not-well/new", "/not-well"
YESTERDAY = cast.TODAY - timedelta(days=1)


def stored(app, episode_id):
    with app.app_context():
        return [entry.content for entry in not_well_entries(episode_id, cast.TODAY - timedelta(days=365))]


def count(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(EntryRow))


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


def send(visitor, on="", **values):
    return visitor.post(RECORD, {**visitor.get(f"{NEW}?on={on}" if on else NEW).fields(RECORD), **values})


def test_the_warning_signs_stand_before_the_button_with_the_emergency_number_first(asha):
    text = asha.get(NEW).text
    assert text.index("tel:999") < text.index("tel:01632960123") < text.index('action="/not-well"')
    assert "Any chest pain" in text


def test_signs_of_the_neck_are_listed_after_a_neck_operation_only(app, people, visit, asha):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
        make.episode(patient, region="cervical", day=5)
    assert "If your operation was on your neck" in visit(patient).get(NEW).words
    assert "If your operation was on your neck" not in asha.get(NEW).words


def test_the_day_is_excused_and_it_is_said(app, people, asha):
    answer = send(asha, note="A bad\r\ncold")
    assert answer.status == 303
    assert "The exercises of this day do not count as missed" in asha.get(answer.response.location).words
    (day,) = stored(app, people.asha_episode)
    assert (day.recorded_on, day.note) == (cast.TODAY, "A bad\ncold")
    today = asha.get("/").words
    assert "Today’s exercises are excused." in today
    assert "of 4 done" not in today


def test_another_day_can_be_chosen(app, people, asha):
    page = asha.get(f"{NEW}?on={YESTERDAY}")
    assert "Not well on Saturday 21 November?" in page.words
    saved = asha.get(send(asha, on=YESTERDAY).response.location).words
    assert "For Saturday 21 November" in saved
    assert [day.recorded_on for day in stored(app, people.asha_episode)] == [YESTERDAY]


@pytest.mark.parametrize("bad", ["1999-01-01", "2026-11-24", "soon"])
def test_a_day_that_cannot_be_taken_is_asked_again_and_keeps_the_note(app, asha, bad):
    assert asha.get(NEW, query_string={"on": bad}).status == 422
    answer = send(asha, recorded_on=bad, note="keep me")
    assert answer.status == 422
    assert answer.page.find(id="recorded_on")["value"] == bad
    assert "keep me" in answer.text
    assert count(app) == 0


def test_a_long_note_is_kept_as_typed_and_asked_to_be_shorter(app, asha):
    answer = send(asha, note="a" * 2001)
    assert answer.status == 422
    assert answer.page.find("a", href="#note")
    assert "a" * 2001 in answer.text
    assert count(app) == 0


def test_sending_the_same_again_is_one_row(app, asha):
    form = asha.get(NEW).fields(RECORD)
    for _again in range(3):
        assert asha.post(RECORD, form).status == 303
    assert count(app) == 1


def test_another_note_under_a_used_id_is_kept_in_the_form(app, asha):
    form = asha.get(NEW).fields(RECORD)
    asha.post(RECORD, form)
    answer = asha.post(RECORD, {**form, "note": "A cold"})
    assert answer.status == 409
    assert "with another note" in answer.words
    assert "A cold" in answer.text
    assert count(app) == 1
    assert asha.post(RECORD, {**answer.fields(RECORD), "note": "A cold"}).status == 303


def test_a_lost_client_id_is_asked_for_again(app, asha):
    answer = send(asha, client_id="")
    assert answer.status == 422
    assert "press Save again" in answer.words
    assert count(app) == 0


def test_a_patient_without_a_running_recovery_is_told_whom_to_call(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
    visitor = visit(patient)
    assert "01632 960 123" in visitor.get(NEW).words
    assert visitor.post(RECORD, {}).status == 409
    assert count(app) == 0
