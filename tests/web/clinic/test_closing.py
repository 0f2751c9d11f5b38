"""Closing: an outcome closes the signs that were on the page, a review what was read; what came meanwhile stays."""

from datetime import timedelta

import make
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.domain.warning_answer import TickedSign, Tier, WarningAnswer
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.reviews import Review
from recovery.records.signs import signs_of

CALF, FEVER = "calf-sore-swollen", "fever-headache"
MINUTE = timedelta(minutes=1)


def tick(patient, key=CALF, *, tier=Tier.TODAY, on=TODAY, now=NOW):
    answer = WarningAnswer(is_answered=True, ticked=(TickedSign(tier, key),))
    return make.check_in(patient, on=on, now=now, warning_signs=answer)


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def opened(ben, people):
    """The summary as it was opened: opened() gives it, and what its forms send."""

    def page():
        return ben.get(f"/patients/{people.asha}")

    return page


def signs_on(answer) -> list[str]:
    return [each["value"] for each in answer.page.select('input[name="signs"]')]


def close(ben, people, signs, outcome="spoke", note="Told to come in today"):
    sent = {"signs": signs, "outcome": outcome, "sign_note": note}
    return ben.post(f"/patients/{people.asha}/outcomes", sent)


def review(ben, people, answer, **written):
    seen = answer.page.find("input", {"name": "page"})["value"]
    return ben.post(f"/patients/{people.asha}/reviews", {"page": seen, **written})


def open_keys(app, people) -> list[str]:
    with app.app_context():
        signs = signs_of([people.asha_episode]).get(people.asha_episode, ())
        return [sign.sign.key for sign in signs if sign.is_open]


@pytest.mark.parametrize(
    ("outcome", "note", "is_closed", "told"),
    [
        ("spoke", "Told to come in today", True, "Spoke; told what to do: one calf or thigh"),
        ("sent_to_emergency", "", True, "Sent to emergency: one calf or thigh"),
        ("no_change", "Old bruise, seen last week", True, "Spoke or looked; no change: one calf"),
        ("called_no_answer", "", False, "Called, no answer: one calf"),
    ],
)
def test_an_outcome_is_written_with_who_and_when_and_only_some_close(
    app, people, ben, opened, outcome, note, is_closed, told
):
    with app.app_context():
        tick(people.asha)
    answer = close(ben, people, signs_on(opened()), outcome, note)
    assert answer.status == 303
    words = opened().words
    assert told in words.replace("One", "one")
    assert "By Ben Okoro" in words
    assert (note in words) is True
    assert open_keys(app, people) == ([] if is_closed else [CALF])
    assert ("Warning sign:" in ben.get("/caseload").words) is not is_closed


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"outcome": "spoke", "sign_note": ""}, "Write what you told the patient to do"),
        ({"outcome": "no_change", "sign_note": " "}, "Write why nothing changes"),
        ({"outcome": "", "sign_note": "x"}, "Choose what came of it"),
        ({"outcome": "spoke", "sign_note": "x", "signs": []}, "Tick the warning sign that this is about"),
        ({"outcome": "ignored", "sign_note": "x"}, "Choose what came of it"),
        ({"outcome": "spoke", "sign_note": "x" * 2001}, "Make your note shorter"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_closed(app, people, ben, opened, sent, sentence):
    with app.app_context():
        tick(people.asha)
    answer = ben.post(f"/patients/{people.asha}/outcomes", {"signs": signs_on(opened()), **sent})
    assert answer.status == 422
    assert sentence in answer.words
    assert sent["sign_note"].strip() in answer.page.find("textarea", {"name": "sign_note"}).get_text()
    assert open_keys(app, people) == [CALF]


def test_a_sign_ticked_meanwhile_stays_open(app, people, ben, opened):
    with app.app_context():
        tick(people.asha)
    page = opened()
    with app.app_context():
        tick(people.asha, FEVER, on=TODAY - timedelta(days=5))
    close(ben, people, signs_on(page))
    assert open_keys(app, people) == [FEVER]


def test_signs_of_another_patient_cannot_be_closed_from_here(app, visit, people, ben):
    with app.app_context():
        tick(people.dev)
        sign = signs_of([people.dev_episode])[people.dev_episode][0].id
    answer = close(ben, people, [str(sign)])
    assert answer.status == 303
    with app.app_context():
        assert signs_of([people.dev_episode])[people.dev_episode][0].is_open
    assert "Somebody wrote down what came of it before you" in ben.get(f"/patients/{people.asha}").words


def test_two_colleagues_who_close_at_once_write_it_down_once(app, people, visit, ben, opened):
    with app.app_context():
        tick(people.asha)
        make.care_link(people.asha, people.cleo)
    signs = signs_on(opened())
    close(ben, people, signs)
    close(visit(people.cleo), people, signs, "no_change", "Looked too")
    assert opened().words.count("Told to come in today") == 1
    assert "Looked too" not in opened().words


def test_a_review_never_closes_a_warning_sign(app, people, ben, opened):
    with app.app_context():
        tick(people.asha)
    assert review(ben, people, opened(), note="Looked").status == 303
    assert open_keys(app, people) == [CALF]


def test_the_patient_reads_who_looked_when_and_the_note_that_is_meant_for_them(clock, visit, people, ben, opened):
    assert "looked at your entries" not in visit(people.asha).get("/").words
    review(ben, people, opened(), note="Call on Friday", note_for_patient="Your walks are longer. Go on like this.")
    today = visit(people.asha).get("/").words
    assert "Ben Okoro looked at your entries today. Your walks are longer. Go on like this." in today
    assert "Call on Friday" not in today
    clock.move_to(NOW + timedelta(days=2))
    assert "Ben Okoro looked at your entries on Sunday." in visit(people.asha).get("/").words
    assert "For the patient: Your walks are longer" in visit(people.ben).get(f"/patients/{people.asha}").words


def test_a_review_closes_silence_as_far_as_it_had_come_and_new_silent_days_raise_it_anew(
    clock, visit, people, ben, opened
):
    def silent():
        return "No entry yet" in " ".join(
            chip.get_text(" ") for chip in visit(people.ben).get("/caseload").page.select(".chip")
        )

    assert silent()
    review(ben, people, opened(), note="Away with family")
    assert not silent()
    clock.move_to(NOW + timedelta(days=7))
    assert silent()


def test_an_answered_call_closes_silence_for_14_days_and_an_unanswered_one_does_not(clock, visit, people, ben, opened):
    def silent():
        return any("No entry" in chip.get_text(" ") for chip in visit(people.ben).get("/caseload").page.select(".chip"))

    clock.move_to(NOW + timedelta(days=30))
    ben = visit(people.ben)
    review(ben, people, ben.get(f"/patients/{people.asha}"), outcome="called")
    for days, is_silent in ((1, False), (13, False), (14, True)):
        clock.move_to(NOW + timedelta(days=30 + days))
        assert silent() is is_silent, days


def test_a_call_that_nobody_answered_is_no_review_and_the_next_who_opens_the_list_knows_of_it(people, ben, opened):
    review(ben, people, opened(), outcome="called_no_answer")
    assert "Nobody has reviewed this recovery yet." in opened().words
    assert "Called once without an answer, last today at" in ben.get("/caseload").words


def test_what_is_snoozed_says_so_where_it_no_longer_stands(people, ben, opened):
    review(ben, people, opened(), outcome="snoozed", snooze_until=str(TODAY + timedelta(days=12)))
    assert all("Snoozed until Friday 4 December" in page.words for page in (opened(), ben.get("/caseload")))


def test_a_review_without_its_own_page_is_asked_for_again(app, people, ben, opened):
    for page in ("", "made up"):
        answer = ben.post(f"/patients/{people.asha}/reviews", {"page": page, "note": "Looked"})
        assert answer.status == 422
        assert "Looked" in answer.page.find("textarea", {"name": "note"}).get_text()
    with app.app_context():
        assert db.session.query(Review).count() == 0


def test_the_page_of_one_patient_reviews_no_other(app, visit, people):
    with app.app_context():
        make.care_link(people.dev, people.ben)
    ben = visit(people.ben)
    answer = review(ben, people, ben.get(f"/patients/{people.dev}"), note="Looked")
    assert answer.status == 422


ENTRY = st.tuples(st.integers(0, 11), st.booleans(), st.integers(0, 3))
"""How many days back it is for, whether a sign is ticked in it, and minutes after NOW that it is received."""


def arrive(patient, entries) -> list:
    """The ids of check-ins that the clinic receives in this order."""
    return [
        tick(patient, on=TODAY - timedelta(days=back), now=NOW + minutes * MINUTE)
        if has_sign
        else make.check_in(patient, on=TODAY - timedelta(days=back), now=NOW + minutes * MINUTE, back_pain_average=3)
        for back, has_sign, minutes in entries
    ]


def sequence_of(entry_id) -> int:
    return db.session.scalars(select(CheckInRow.sequence).where(CheckInRow.entry_id == entry_id)).one()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(ENTRY, max_size=3), after=st.lists(ENTRY, max_size=3))
def test_a_review_closes_exactly_what_was_on_the_page(app, people, ben, opened, before, after):
    """Whatever day it was felt, and even when it is received at the very instant the page was opened."""
    with app.app_context():
        before_ids = arrive(people.asha, before)
    page = opened()
    with app.app_context():
        after_ids = arrive(people.asha, after)
    if signs_on(page):
        close(ben, people, signs_on(page))
    review(ben, people, page)
    with app.app_context():
        signs = signs_of([people.asha_episode]).get(people.asha_episode, ())
        still_open = {sign.entry_id for sign in signs if sign.is_open}
        assert still_open == {entry for entry, (_back, has_sign, _at) in zip(after_ids, after, strict=True) if has_sign}
        seen_through = db.session.scalars(select(Review.seen_through).order_by(Review.seen_through.desc())).first()
        assert all(sequence_of(entry) <= seen_through for entry in before_ids)
        assert all(sequence_of(entry) > seen_through for entry in after_ids)
    close(ben, people, signs_on(opened()) or ["0"])
