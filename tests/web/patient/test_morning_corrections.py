"""How the next morning was belongs to the session it was asked about, whatever became of either since."""

import make
import pytest
from correcting import change, opened, take_back, versions
from progress_page import ago

from recovery.domain.therapy import Morning


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


@pytest.fixture
def morning(app, people):
    """morning(5) is a session so many days ago, and the check-in about its next morning."""

    def made(days, **values):
        with app.app_context():
            session = make.session(people.asha, on=ago(days), note=f"{days} days ago")
            told = {"morning_after": session, "morning": Morning.NOT_SETTLED, **values}
            return session, make.check_in(people.asha, on=ago(days - 1), **told)

    return made


def test_the_correction_asks_about_the_very_session(app, people, asha, morning):
    session, entry = morning(5)
    morning(3)
    assert opened(asha, "check_in", entry)["morning_of"] == str(session)
    change(asha, "check_in", entry, morning="settled")
    assert versions(app, people.asha_episode, entry)[-1].morning is Morning.SETTLED


def test_after_the_session_was_taken_back_the_answer_moves_to_no_other(app, people, asha, morning):
    session, entry = morning(5)
    with app.app_context():
        make.session(people.asha, on=ago(6), note="Another")
    take_back(asha, session)
    form = opened(asha, "check_in", entry)
    assert (form["morning_of"], form["morning"]) == (str(session), ["not_settled"])
    assert change(asha, "check_in", entry, back_pain_average="3").status == 303
    told = versions(app, people.asha_episode, entry)[-1]
    assert (told.morning_after, told.morning) == (session, Morning.NOT_SETTLED)


def test_after_the_check_in_moved_to_another_day_the_answer_stays_with_its_session(app, people, asha, morning):
    session, entry = morning(5)
    for day in (ago(9), ago(0)):
        assert change(asha, "check_in", entry, recorded_on=day.isoformat()).status == 303
    told = versions(app, people.asha_episode, entry)[-1]
    assert (told.recorded_on, told.morning_after, told.morning) == (ago(0), session, Morning.NOT_SETTLED)


def test_a_correction_that_says_nothing_about_it_lets_it_be_asked_again(app, asha, morning):
    session, entry = morning(2, back_pain_average=3)
    form = opened(asha, "check_in", entry)
    form.pop("morning")
    asha.post("/check-ins/changes", form)
    assert asha.get("/check-ins/new").fields("/check-ins")["morning_of"] == str(session)


def test_another_patients_session_cannot_be_named(app, people, asha, morning):
    _session, entry = morning(2)
    with app.app_context():
        theirs = make.session(people.dev, on=ago(2), note="Dev's")
    answer = change(asha, "check_in", entry, morning_of=str(theirs), note="keep me")
    assert answer.status == 422
    assert "We cannot find the exercises that this is about" in answer.words
    assert "keep me" in answer.text
    assert len(versions(app, people.asha_episode, entry)) == 1


def test_the_check_in_tells_its_own_answer_and_both_sides_see_what_it_was_before(people, asha, visit, morning):
    _session, entry = morning(1)
    asha_after = asha.get(change(asha, "check_in", entry, morning="settled").response.location)
    assert "The morning after exercises: back to how it was before" in asha_after.words
    for page in (asha.get(f"/entries/{entry}"), visit(people.ben).get(f"/patients/{people.asha}/entries/{entry}")):
        stands, stood = page.words.split("What stood there before")
        assert "The morning after exercises: back to how it was before" in stands
        assert "The morning after exercises: worse than before" in stood
