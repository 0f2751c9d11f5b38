"""Pinned advice for the physiotherapist: pinned, ended, told in the summary; and what the patient said they read."""

from datetime import timedelta

import make
import pytest
import reading
from moment import NOW

from recovery.actions.read_passage import read_passage
from recovery.records.pinned_advice import advice_of

HEADING = reading.PASSAGES["7.1"].heading


@pytest.fixture
def passages(app, people):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
        return reading.ids(people.clinic)


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


def address(people):
    return f"/patients/{people.asha}/advice"


def pin(ben, people, passage_id="everything", **changes):
    form = ben.get(address(people)).fields(address(people))
    return ben.post(address(people), {**form, "place": str(passage_id), "words": "Rest more.", **changes})


def test_the_choice_is_all_the_reading_or_a_passage_that_this_patient_reads(people, ben, passages):
    offered = [each.get_text() for each in ben.get(address(people)).page.select("select option")]
    headings = {name: each.heading for name, each in reading.PASSAGES.items()}
    assert offered[:2] == ["Choose", "All the reading"]
    assert {headings[each] for each in ("4.1-2", "4.3", "6.1-3", "7.1", "7.2-3", "8.1")} <= set(offered)
    assert not {headings[each] for each in ("3.1-2", "3.3", "5.1-2")} & set(offered)


def test_pinned_it_stands_on_learn_summary_and_timeline(people, visit, ben, passages):
    answer = pin(ben, people, passages["7.1"])
    assert (answer.status, answer.response.location) == (303, address(people))
    page = ben.get(address(people)).words
    assert "The advice is pinned. The patient sees it on Learn." in page
    assert f"In the place of “{HEADING}” Rest more. By Ben Okoro, since 22 Nov 2026 Reading grade" in page
    summary = ben.get(f"/patients/{people.asha}").words
    assert f"In the place of “{HEADING}” Rest more. By Ben Okoro, since 22 Nov 2026 Change the advice" in summary
    assert f"Advice pinned In the place of “{HEADING}” Rest more. By Ben Okoro" in summary
    assert "Advice from Ben Okoro Rest more." in visit(people.asha).get("/learn").words


def test_ended_it_is_gone_from_learn_and_stays_readable_for_staff(people, visit, ben, passages):
    pin(ben, people, passages["7.1"])
    form = ben.get(address(people)).page.find("form", action=lambda each: each.endswith("/end"))
    assert ben.post(form["action"]).status == 303
    assert ben.post(form["action"]).status == 303
    page = ben.get(address(people)).words
    assert "No advice is pinned." in page
    assert "By Ben Okoro, 22 Nov 2026 to 22 Nov 2026. Ended by Ben Okoro" in page
    assert "Pinned advice ended" in ben.get(f"/patients/{people.asha}").words
    assert "Rest more." not in visit(people.asha).get("/learn").words


def test_a_double_tap_pins_once_and_other_words_are_asked_about(app, people, ben, passages):
    form = ben.get(address(people)).fields(address(people))
    sent = {**form, "place": "everything", "words": "Rest more."}
    assert [ben.post(address(people), sent).status for _time in range(2)] == [303, 303]
    answer = ben.post(address(people), {**sent, "words": "Walk more."})
    assert answer.status == 409
    assert "Other advice was sent from this page before." in answer.words
    assert answer.page.find("textarea").get_text().strip() == "Walk more."
    assert answer.fields(address(people))["client_id"] != form["client_id"]
    with app.app_context():
        assert [each.words for each in advice_of(people.asha_episode)] == ["Rest more."]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": " \n "}, "Write the advice"),
        ({"words": "a" * 1001}, "1,001"),
        ({"place": ""}, "Choose what it takes the place of"),
        ({"place": "nonsense"}, "Choose what it takes the place of"),
        ({"client_id": "nonsense"}, "The form was not complete"),
    ],
)
def test_what_cannot_be_pinned_is_said_beside_its_field_and_kept(app, people, ben, passages, changes, sentence):
    answer = pin(ben, people, **changes)
    assert answer.status == 422
    assert sentence in answer.page.find(class_="err").get_text()
    assert answer.page.find("textarea").get_text().strip() == changes.get("words", "Rest more.").strip()
    with app.app_context():
        assert not advice_of(people.asha_episode)


def test_a_passage_about_another_operation_is_no_choice(app, people, ben, passages):
    assert pin(ben, people, passages["5.1-2"]).status == 422
    with app.app_context():
        assert not advice_of(people.asha_episode)


def test_another_patients_advice_is_not_ended_under_this_patients_address(app, people, visit, ben, passages):
    pin(ben, people)
    with app.app_context():
        (advice,) = advice_of(people.asha_episode)
    assert visit(people.cleo).post(f"/patients/{people.dev}/advice/{advice.id}/end").status == 404
    with app.app_context():
        assert advice_of(people.asha_episode)[0].is_running


def test_after_the_recovery_ended_it_can_be_read_and_not_changed(app, people, visit, passages):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia, status="discharged")
        make.care_link(nia, people.ben)
    page = visit(people.ben).get(f"/patients/{nia}/advice")
    assert "This recovery has ended: nothing can be pinned." in page.words
    assert not page.page.find("textarea")
    sent = {"client_id": "00000000-0000-4000-8000-000000000001", "place": "everything", "words": "Rest."}
    assert visit(people.ben).post(f"/patients/{nia}/advice", sent).status == 404


def test_where_the_passage_is_gone_the_page_says_so(app, people, visit, ben, passages):
    pin(ben, people, passages["7.1"])
    visit(people.lena).post(f"/passages/{passages['7.1']}/withdraw")
    assert f"“{HEADING}”, which this patient does not see any more" in ben.get(address(people)).words


def test_the_patient_sees_who_pinned_advice_among_who_looked(people, visit, ben, passages):
    pin(ben, people)
    assert "Wrote advice for you in Learn" in visit(people.asha).get("/account/looks").words


def test_the_summary_lists_what_the_patient_read_with_days_the_last_first(app, people, ben, passages):
    page = f"/patients/{people.asha}"
    assert "The patient has not said that they read a passage." in ben.get(page).words
    read = ("1.1-3", "2.1-2", "4.1-2", "4.3", "6.1-3", "7.1", "8.1")
    with app.app_context():
        for back, called in enumerate(reversed(read)):
            read_passage(make.actor(people.asha), passages[called], NOW - timedelta(days=back))
    told = ben.get(page).page.find("h3", string="The patient read").find_parent("div")
    listed = [each.get_text(" ", strip=True) for each in told.find_all("li")]
    assert listed[0] == f"{reading.PASSAGES['8.1'].heading} Today"
    assert listed[1] == f"{HEADING} Yesterday"
    assert listed[2].endswith("20 Nov")
    assert len(listed) == 5
    assert "And 2 more." in told.get_text()
