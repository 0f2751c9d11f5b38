"""A correction sent after the sign-in ended, by somebody else, or with a ticked sign is never lost or misread."""

from datetime import timedelta

import cast
import make
import pytest
from correcting import PAGES, TAKE_BACK, change, opened, sent_by, take_back, versions

from recovery.records.signs import signs_of

CALF, NUMB = "calf-sore-swollen", "numb-between-legs"
SAVE = "/check-ins/changes"
SIGN_IN = {"email": "asha.rao@example.org", "password": make.PASSWORD}
CHANGED = {"check_in": {"back_pain_average": "4"}, "session": {"note": "Changed"}, "not_well": {"note": "Changed"}}


@pytest.fixture
def asha(visit, people):
    """With the token of a page that she opened while she was signed in."""
    visitor = visit(people.asha)
    assert visitor.token
    return visitor


@pytest.fixture
def entries(app, people):
    with app.app_context():
        return {
            "check_in": make.check_in(people.asha, back_pain_average=3),
            "session": make.session(people.asha, note="First"),
            "not_well": make.not_well(people.asha),
        }


@pytest.fixture
def signs(app, people):
    """signs() are the signs told to staff: (key, whether it was taken back)."""

    def told():
        with app.app_context():
            found = signs_of([people.asha_episode]).get(people.asha_episode, ())
            return sorted((each.sign.key, each.taken_back_at is not None) for each in found)

    return told


def sign_in_and_finish(visitor, answer, action):
    """Sign in on the page that carries the form, and press the button of the page that follows."""
    done = visitor.post("/sign-in", {**answer.fields("/sign-in"), **SIGN_IN})
    assert "not saved yet" in done.words
    visitor.is_signed_in = True
    return visitor.post(action, done.fields(action))


@pytest.mark.parametrize("kind", PAGES)
def test_after_the_sign_in_ended_a_correction_is_carried_along_and_saved(app, people, asha, entries, clock, kind):
    form = {**opened(asha, kind, entries[kind]), **CHANGED[kind]}
    clock.shift(timedelta(days=61))
    answer = asha.post(PAGES[kind][1], form)
    assert answer.status == 401
    assert len(versions(app, people.asha_episode, entries[kind])) == 1
    saved = sign_in_and_finish(asha, answer, PAGES[kind][1])
    assert saved.response.location == f"/entries/{entries[kind]}/saved"
    before, after = versions(app, people.asha_episode, entries[kind])
    ((name, value),) = CHANGED[kind].items()
    assert str(getattr(after, name)) == value
    assert before != after


def test_taking_back_is_carried_along_too(asha, entries, clock):
    form = sent_by(asha.get(f"/entries/{entries['check_in']}/take-back"), TAKE_BACK)
    clock.shift(timedelta(days=61))
    answer = asha.post(TAKE_BACK, form)
    assert answer.status == 401
    assert sign_in_and_finish(asha, answer, TAKE_BACK).status == 303
    assert "Taken back" in asha.get("/").words


@pytest.mark.parametrize("kind", PAGES)
def test_a_stale_token_gives_the_correction_back_to_be_sent_again(app, people, asha, entries, kind):
    action = PAGES[kind][1]
    answer = asha.post(action, {**opened(asha, kind, entries[kind]), **CHANGED[kind]}, token="stale")
    assert answer.status == 400
    assert asha.post(action, answer.fields(action)).status == 303
    assert len(versions(app, people.asha_episode, entries[kind])) == 2


@pytest.mark.parametrize("kind", PAGES)
def test_somebody_else_on_the_same_phone_neither_saves_nor_reads_it(app, people, asha, visit, entries, kind):
    left_open = {**opened(asha, kind, entries[kind]), **CHANGED[kind], "note": "private words"}
    answer = visit(people.dev).post(PAGES[kind][1], left_open)
    assert answer.status == 409
    assert "private words" not in answer.text
    assert len(versions(app, people.asha_episode, entries[kind])) == 1


def test_somebody_else_takes_nothing_back(app, people, asha, visit, entries):
    form = sent_by(asha.get(f"/entries/{entries['check_in']}/take-back"), TAKE_BACK)
    assert visit(people.dev).post(TAKE_BACK, form).status == 409
    assert visit(people.dev).post(TAKE_BACK, {"entry_id": form["entry_id"]}).status == 404
    assert asha.get(f"/check-ins/{entries['check_in']}/change").status == 200


def assert_emergency(answer, saved):
    assert answer.page.h1.get_text(" ", strip=True).startswith("Call 999 now")
    assert ("not saved" in answer.words.lower()) is not saved


def test_a_sign_ticked_in_a_correction_is_answered_at_once_and_saved_with_it(app, people, asha, entries, signs):
    answer = change(asha, "check_in", entries["check_in"], warning_signs=NUMB)
    assert answer.status == 200
    assert_emergency(answer, saved=True)
    assert signs() == [(NUMB, False)]
    assert len(versions(app, people.asha_episode, entries["check_in"])) == 2


@pytest.mark.parametrize("wrong", [{}, {"walking_minutes": "lots"}])
def test_the_words_for_the_telephone_name_the_day_that_the_correction_says(asha, entries, wrong):
    saturday = (cast.TODAY - timedelta(days=1)).isoformat()
    answer = change(asha, "check_in", entries["check_in"], warning_signs=NUMB, recorded_on=saturday, **wrong)
    assert "I wrote this down for Saturday 21 November." in answer.words


@pytest.mark.parametrize("wrong", [{"walking_minutes": "lots"}, {"recorded_on": "1999-01-01"}, {"note": "x" * 3000}])
def test_with_something_wrong_the_sign_is_saved_alone_and_once_and_the_rest_comes_back(
    app, people, asha, entries, signs, wrong
):
    form = {**opened(asha, "check_in", entries["check_in"]), "warning_signs": NUMB, "note": "keep me", **wrong}
    for _again in range(2):
        answer = asha.post(SAVE, form)
        assert answer.page.h1.get_text(" ", strip=True).startswith("Call 999 now")
        assert signs() == [(NUMB, False)]
    assert len(versions(app, people.asha_episode, entries["check_in"])) == 1
    again = asha.post("/check-ins/changes/unfinished", answer.fields("/check-ins/changes/unfinished"))
    assert again.status == 200
    kept = sent_by(again, SAVE)
    assert kept["warning_signs"] == [NUMB]
    assert {name: kept[name] for name in wrong} == wrong
    assert kept["entry_id"] == str(entries["check_in"])


def test_in_a_stale_correction_the_sign_is_saved_all_the_same(app, people, asha, entries, signs):
    form = opened(asha, "check_in", entries["check_in"])
    change(asha, "check_in", entries["check_in"], back_pain_average="4")
    answer = asha.post(SAVE, {**form, "warning_signs": NUMB, "note": "keep me"})
    assert answer.page.h1.get_text(" ", strip=True).startswith("Call 999 now")
    assert signs() == [(NUMB, False)]
    assert "keep me" in answer.text


def test_in_a_correction_of_what_was_taken_back_meanwhile_the_sign_is_saved_and_the_rest_can_be_a_new_one(
    app, people, asha, entries, signs
):
    form = {**opened(asha, "check_in", entries["check_in"]), "warning_signs": NUMB, "note": "keep me"}
    take_back(asha, entries["check_in"])
    for _again in range(2):
        answer = asha.post(SAVE, form)
        assert answer.status == 200
        assert answer.page.h1.get_text(" ", strip=True).startswith("Call 999 now")
        assert signs() == [(NUMB, False)]
    again = asha.post("/check-ins/unfinished", answer.fields("/check-ins/unfinished"))
    assert sent_by(again, "/check-ins")["note"] == "keep me"


def test_a_sign_that_stood_ticked_before_is_not_stored_twice_when_something_else_is_wrong(asha, entries, signs):
    change(asha, "check_in", entries["check_in"], warning_signs=NUMB)
    answer = change(asha, "check_in", entries["check_in"], walking_minutes="lots")
    assert answer.page.h1.get_text(" ", strip=True).startswith("Call 999 now")
    assert signs() == [(NUMB, False)]


def test_a_sign_unticked_in_a_correction_stays_with_staff_as_taken_back(people, asha, visit, entries, signs):
    change(asha, "check_in", entries["check_in"], warning_signs=CALF)
    assert change(asha, "check_in", entries["check_in"], warning_signs="none").status == 303
    assert signs() == [(CALF, True)]
    assert "taken back by the patient" in visit(people.ben).get(f"/patients/{people.asha}").words.lower()


def test_by_mistake_leads_from_the_action_page_to_the_correction(asha, entries):
    answer = change(asha, "check_in", entries["check_in"], warning_signs=CALF)
    link = answer.page.find("a", href=f"/check-ins/{entries['check_in']}/change")
    assert link.get_text() == "I ticked it by mistake"


def test_with_a_sign_the_page_that_takes_it_back_says_that_the_sign_stays(asha, entries):
    change(asha, "check_in", entries["check_in"], warning_signs=CALF)
    answer = asha.get(f"/entries/{entries['check_in']}/take-back")
    assert "You ticked a warning sign in it. Your team will still see the sign, marked as taken back." in answer.words
    assert "It stays in your record, marked as taken back." in answer.words
    assert answer.page.main.find("a", href="/warning-signs")


def test_without_a_sign_it_says_what_taking_back_does(asha, entries, clock):
    answer = asha.get(f"/entries/{entries['check_in']}/take-back")
    assert "Then it is gone, as if you had not sent it." in answer.words
    assert "warning sign in it" not in answer.words
    clock.shift(timedelta(minutes=11))
    assert "It stays in your record, marked" in asha.get(f"/entries/{entries['check_in']}/take-back").words


@pytest.mark.parametrize("token", ["", "stale"])
def test_with_a_stale_token_a_sign_is_answered_and_truthfully_told_as_not_saved(asha, entries, signs, token):
    form = {**opened(asha, "check_in", entries["check_in"]), "warning_signs": NUMB, "note": "keep me"}
    answer = asha.post(SAVE, form, token=token)
    assert answer.status == 400
    assert_emergency(answer, saved=False)
    assert signs() == []
    assert_emergency(asha.post(SAVE, answer.fields(SAVE)), saved=True)
    assert signs() == [(NUMB, False)]


def test_signed_out_a_sign_is_answered_and_can_be_saved_after_signing_in(asha, entries, signs, clock):
    form = {**opened(asha, "check_in", entries["check_in"]), "warning_signs": NUMB}
    clock.shift(timedelta(days=61))
    answer = asha.post(SAVE, form)
    assert answer.status == 401
    assert_emergency(answer, saved=False)
    carried = asha.post("/sign-in/kept-form", answer.fields("/sign-in/kept-form"))
    assert_emergency(sign_in_and_finish(asha, carried, SAVE), saved=True)
    assert signs() == [(NUMB, False)]
