"""A ticked sign beats every error: the answer says what to do and, truthfully, whether it was saved (CLINICAL.md 5)."""

from datetime import timedelta

import cast
import pytest
from sqlalchemy.exc import OperationalError

from recovery.actions import record_entry
from recovery.domain.operation import Region
from recovery.domain.warning_answer import Tier
from recovery.domain.warning_signs import rows_for
from recovery.records.check_ins import check_in_entries
from recovery.records.signs import signs_of


@pytest.fixture
def keys():
    """A tier 1 and a tier 2 row of the daily question."""
    rows = rows_for(None, Region.LUMBAR)
    first = next(row.key for row in rows if row.tier is Tier.EMERGENCY and not row.detail)
    second = next(row.key for row in rows if row.tier is Tier.TODAY and not row.detail)
    return first, second


def signs(app, episode_id):
    with app.app_context():
        return signs_of([episode_id]).get(episode_id, ())


def assert_emergency(answer, status):
    assert answer.status == status
    assert answer.page.find("h1").get_text(" ", strip=True).startswith("Call 999 now")
    assert answer.page.find("a", href="tel:999")


def test_the_direct_answer_says_call_now_and_that_it_is_saved(app, people, visit, keys):
    answer = visit(people.asha).record(back_pain_average="3", warning_signs=keys[0])
    assert_emergency(answer, 200)
    assert "saved" in answer.words
    assert "not saved" not in answer.words.lower()
    assert [sign.sign.key for sign in signs(app, people.asha_episode)] == [keys[0]]


def test_a_call_today_sign_shows_the_teams_number(people, visit, keys):
    answer = visit(people.asha).record(warning_signs=keys[1])
    assert answer.status == 200
    assert answer.page.find("a", href="tel:01632960123")


def test_nothing_about_it_stands_in_an_address(people, visit, keys):
    answer = visit(people.asha).record(warning_signs=keys[0])
    assert "Location" not in answer.response.headers
    assert not [link for link in answer.page.find_all("a") if keys[0] in link.get("href", "")]


def test_with_a_wrong_field_the_sign_is_saved_and_the_rest_given_back(app, people, visit, keys):
    visitor = visit(people.asha)
    answer = visitor.record(warning_signs=keys[0], walking_minutes="lots", note="keep me")
    assert_emergency(answer, 200)
    assert "keep me" in answer.text
    assert len(signs(app, people.asha_episode)) == 1
    form = visitor.post("/check-ins/unfinished", answer.fields("/check-ins/unfinished"))
    assert form.status == 200
    assert form.page.find(id="walking_minutes")["value"] == "lots"
    assert form.page.find("input", {"value": keys[0], "checked": True})


def test_sending_the_broken_form_again_saves_the_sign_once(app, people, visit, keys):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    for _again in range(3):
        assert_emergency(visitor.post("/check-ins", {**fields, "warning_signs": keys[0], "steps": "x"}), 200)
    assert len(signs(app, people.asha_episode)) == 1


def test_a_day_outside_is_no_reason_to_lose_the_sign(app, people, visit, keys):
    assert_emergency(visit(people.asha).record(warning_signs=keys[0], recorded_on="1999-01-01"), 200)
    assert [sign.recorded_on for sign in signs(app, people.asha_episode)] == [cast.TODAY]


def test_under_a_used_id_with_other_answers_the_sign_is_kept_as_its_own_entry(app, people, visit, keys):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    visitor.post("/check-ins", {**fields, "back_pain_average": "3"})
    for _again in range(2):
        assert_emergency(
            visitor.post("/check-ins", {**fields, "back_pain_average": "3", "warning_signs": keys[0]}), 200
        )
    assert len(signs(app, people.asha_episode)) == 1
    with app.app_context():
        assert len(check_in_entries(people.asha_episode, cast.TODAY - timedelta(days=9))) == 2


def test_an_odd_pair_of_answers_is_not_asked_about_first(people, visit, keys):
    answer = visit(people.asha).record(warning_signs=keys[0], back_pain_average="6", back_pain_worst="4")
    assert_emergency(answer, 200)


@pytest.mark.parametrize("token", ["", "stale"])
def test_with_a_missing_or_stale_token_it_says_not_saved_and_keeps_what_was_typed(app, people, visit, keys, token):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    answer = visitor.post("/check-ins", {**fields, "warning_signs": keys[0], "note": "keep me"}, token=token)
    assert_emergency(answer, 400)
    assert "not saved" in answer.words.lower()
    assert "keep me" in answer.text
    assert not signs(app, people.asha_episode)
    again = visitor.post("/check-ins", answer.fields("/check-ins"))
    assert_emergency(again, 200)
    assert len(signs(app, people.asha_episode)) == 1


def test_after_the_sign_in_ended_it_says_not_saved_and_can_be_finished_after_signing_in(
    app, people, visit, keys, clock
):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    clock.shift(timedelta(days=61))
    answer = visitor.post("/check-ins", {**fields, "warning_signs": keys[0], "note": "keep me"})
    assert_emergency(answer, 401)
    assert "not saved" in answer.words.lower()
    assert "operation" in answer.words
    sign_in = visitor.post("/sign-in/kept-form", answer.fields("/sign-in/kept-form"))
    carried = sign_in.fields("/sign-in")
    done = visitor.post("/sign-in", {**carried, "email": "asha.rao@example.org", "password": "a long enough password"})
    assert "not saved yet" in done.words
    visitor.is_signed_in = True
    saved = visitor.post("/check-ins", done.fields("/check-ins"))
    assert_emergency(saved, 200)
    assert len(signs(app, people.asha_episode)) == 1


def test_at_the_limit_it_is_still_answered(people, visit, keys):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    statuses = [visitor.post("/check-ins", fields).status for _again in range(61)]
    assert statuses[-1] == 429
    assert_emergency(visitor.post("/check-ins", {**fields, "warning_signs": keys[0]}), 429)


def test_with_the_database_down_it_is_still_answered(app, people, visit, keys, monkeypatch):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")

    def down(*_args):
        raise OperationalError("", {}, Exception("gone"))

    monkeypatch.setattr(record_entry, "current_episode", down)
    answer = visitor.post("/check-ins", {**fields, "warning_signs": keys[0], "note": "keep me"})
    assert_emergency(answer, 503)
    assert "not saved" in answer.words.lower()
    assert "keep me" in answer.text
    assert "10 November" in answer.words, "what to say on the phone comes with the form, not from the database"


def test_leaving_the_question_out_never_blocks(app, people, visit):
    assert visit(people.asha).record(back_pain_average="3").status == 303
    assert not signs(app, people.asha_episode)


def test_none_together_with_a_sign_is_the_sign(people, visit, keys):
    assert_emergency(visit(people.asha).record(warning_signs=["none", keys[0]]), 200)


def test_a_form_that_is_too_large_to_read_is_pointed_to_the_warning_signs(people, visit, keys):
    answer = visit(people.asha).record(warning_signs=keys[0], note="x" * 600_000)
    assert answer.status == 413
    assert "Did you tick a warning sign?" in answer.words
