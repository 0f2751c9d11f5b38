"""How often check-ins are due, said by the physiotherapist: on the summary, in the timeline, to the patient, for W6."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY

from recovery.domain.stage import Rhythm
from recovery.records.episodes import current_episode


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def address(people):
    return f"/patients/{people.asha}/rhythm"


@pytest.fixture
def summary(ben, people):
    return lambda: ben.get(f"/patients/{people.asha}").words


def rhythm(app, people):
    with app.app_context():
        return current_episode(people.asha).rhythm


def test_the_form_says_what_stands_and_what_the_stage_says(ben, address):
    answer = ben.get(address)
    assert "By the stage now: daily." in answer.words
    assert answer.page.select_one('input[name="rhythm"][checked]')["value"] == "stage"
    assert "Asha Rao" in answer.words
    ben.post(address, {"rhythm": "weekly", "why": "Doing well"})
    assert ben.get(address).page.select_one('input[name="rhythm"][checked]')["value"] == "weekly"


def test_it_stands_in_the_facts_and_with_the_reason_in_the_timeline(ben, address, summary):
    assert "Check-ins due Daily, as the stage says" in summary()
    assert ben.post(address, {"rhythm": "every_second_day", "why": "She asked for it"}).status == 303
    told = summary()
    assert "Check-ins due Every second day, set for this patient" in told
    assert "Check-ins due: every second day, before that as the stage says She asked for it By Ben Okoro" in told
    ben.post(address, {"rhythm": "stage", "why": "Not any more"})
    assert "Check-ins due: as the stage says, before that every second day Not any more By Ben Okoro" in summary()


def test_the_patient_reads_who_set_it_and_the_next_day(app, people, visit, ben, address):
    asha = visit(people.asha)
    assert "Your next check-in: today." in asha.get("/").words
    assert "set how often" not in asha.get("/").words
    ben.post(address, {"rhythm": "every_second_day", "why": "She asked for it"})
    asha.record(back_pain_average="3")
    told = asha.get("/").words
    assert "Your next check-in: on Tuesday. Ben Okoro set how often: every second day." in told
    assert "She asked for it" not in told
    ben.post(address, {"rhythm": "none", "why": "Long holiday"})
    assert "You can check in whenever you like. Ben Okoro set how often: only when you like." in asha.get("/").words


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"why": "x"}, "Choose how often"),
        ({"rhythm": "hourly", "why": "x"}, "Choose how often"),
        ({"rhythm": "weekly"}, "Write why"),
        ({"rhythm": "weekly", "why": "   "}, "Write why"),
        ({"rhythm": "weekly", "why": "x" * 501}, "shorter"),
        ({"rhythm": "stage", "why": "x"}, "It is so already"),
    ],
)
def test_what_cannot_be_saved_is_asked_again_and_kept(app, people, ben, address, sent, told):
    answer = ben.post(address, sent)
    assert answer.status == 422
    assert told in answer.page.find(id="errors").get_text()
    assert answer.page.find("textarea", {"name": "why"}).get_text().strip() == sent.get("why", "").strip()
    assert rhythm(app, people) is None


def test_silence_is_listed_after_twice_the_rhythm_that_was_set(app, people, visit, ben):
    """W6 at its boundary: weekly is 14 days, where the stage alone says 7."""
    with app.app_context():
        mia = make.patient(people.clinic, "Mia", "Vale")
        make.episode(mia, procedures=("fusion",), day=60)
        make.care_link(mia, people.ben)
        make.check_in(mia, on=TODAY - timedelta(days=14), now=NOW, back_pain_average=3)
    assert "No entry for 13 days" in ben.get(f"/patients/{mia}").words
    ben.post(f"/patients/{mia}/rhythm", {"rhythm": "weekly", "why": "Doing well"})
    assert "No entry for" not in ben.get(f"/patients/{mia}").words


def test_one_day_more_and_it_is_listed(app, people, ben):
    with app.app_context():
        mia = make.patient(people.clinic, "Mia", "Vale")
        make.episode(mia, procedures=("fusion",), day=60)
        make.care_link(mia, people.ben)
        make.check_in(mia, on=TODAY - timedelta(days=15), now=NOW, back_pain_average=3)
    ben.post(f"/patients/{mia}/rhythm", {"rhythm": "weekly", "why": "Doing well"})
    assert "No entry for 14 days" in ben.get(f"/patients/{mia}").words
    ben.post(f"/patients/{mia}/rhythm", {"rhythm": "none", "why": "Lives far away"})
    assert "No entry for" not in ben.get(f"/patients/{mia}").words


def test_what_the_form_says_about_silence_is_the_rule(ben, address):
    told = ben.get(address).words
    assert "listed after 3 days in the first 14 days after the operation, and after 7 days later on" in told


def test_every_rhythm_can_be_chosen(app, people, ben, address):
    for chosen in Rhythm:
        assert ben.post(address, {"rhythm": chosen.value, "why": "Tried"}).status == 303
        assert rhythm(app, people) is chosen
