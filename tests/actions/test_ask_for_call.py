"""A call asked for is one request, which stands until the patient or the team closes it."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.ask_for_call import CallStands, NoSuchRequest, NotAsked, ask_for_call, take_back_call
from recovery.actions.close_warning import Decision as SignDecision
from recovery.actions.close_warning import close_warning
from recovery.actions.review_patient import Page, review_patient
from recovery.domain.access import Refused
from recovery.domain.facts import ReasonsSeen
from recovery.domain.outcomes import SignOutcome
from recovery.domain.reviews import Decision, ReviewOutcome
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow, audit_number
from recovery.records.call_requests import CallRequest, calls_asked_for, open_calls
from recovery.records.facts import facts_of_one, standing_of
from recovery.records.people import Person
from recovery.records.signs import signs_of

HOUR = timedelta(hours=1)
OUTCOMES = {None: ReviewOutcome.LOOKED, True: ReviewOutcome.CALLED, False: ReviewOutcome.CALLED_NO_ANSWER}


@pytest.fixture
def asha(context, people):
    return make.actor(people.asha)


@pytest.fixture
def ben(context, people):
    return make.actor(people.ben)


def ask(actor, note="", client_id=None, now=NOW):
    return ask_for_call(actor, client_id or uuid4(), note, now)


def newest(people):
    return calls_asked_for(people.asha_episode)[0]


def doings():
    return [row.action for row in db.session.scalars(select(AuditRow).order_by(AuditRow.number))]


def review(ben, people, seen=None, *, answered=None, now=NOW + HOUR):
    seen_through = audit_number() if seen is None else seen
    page = Page(people.asha_episode, now, ReasonsSeen(frozenset(), seen_through), TODAY)
    review_patient(ben, page, Decision(OUTCOMES[answered]), now)


def test_it_carries_the_number_of_its_own_audit_row(asha, people):
    request_id = ask(asha, "About my chair").request_id
    row = db.session.scalars(select(CallRequest)).one()
    audit = db.session.get(AuditRow, row.sequence)
    assert (audit.action, audit.subject, audit.patient_id) == ("asked for a call", str(request_id), people.asha)
    assert (newest(people).note, newest(people).asked_at, newest(people).is_open) == ("About my chair", NOW, True)


def test_asked_twice_it_is_one_request_and_another_note_is_not_swallowed(asha):
    once = uuid4()
    first = ask(asha, "About my chair", once)
    for again in (ask(asha, "About my chair", once), ask(asha, "About my chair"), ask(asha)):
        assert again == CallStands(first.request_id, is_new=False)
    assert ask(asha, "About my scar") is NotAsked.STANDS
    assert doings() == ["asked for a call"]


def test_taken_back_it_is_gone_and_the_same_form_sent_again_asks_nothing_anew(asha, people):
    once = uuid4()
    request_id = ask(asha, client_id=once).request_id
    for _again in range(2):
        assert take_back_call(asha, request_id, NOW + HOUR) is True
    assert open_calls([people.asha_episode]) == {}
    assert doings() == ["asked for a call", "took back a call"]
    assert ask(asha, client_id=once) is NotAsked.SENT_BEFORE
    assert ask(asha).is_new


def test_one_note_has_300_letters_at_most_and_staff_ask_nothing(asha, ben):
    assert ask(asha, "a" * 300).is_new
    with pytest.raises(ValueError, match="300"):
        ask(asha, "a" * 301)
    with pytest.raises(Refused):
        ask(ben)


@pytest.mark.parametrize("status", ["in_hospital", "paused"])
def test_in_hospital_and_paused_it_is_raised_all_the_same(context, people, status):
    nia = make.patient(people.clinic, "Nia", "Cole")
    episode = make.episode(nia, status=status)
    make.call_request(nia)
    assert episode in open_calls([episode])
    (standing,) = standing_of([db.session.get(Person, nia)], NOW)
    assert standing.facts.asked_call.asked_at == NOW


def test_without_a_running_recovery_it_is_refused(context, people):
    nia = make.patient(people.clinic, "Nia", "Cole")
    make.episode(nia, status="discharged")
    assert ask(make.actor(nia)) is NotAsked.NO_EPISODE


def test_another_patients_request_cannot_be_taken_back(asha, people):
    request_id = ask(asha).request_id
    with pytest.raises(NoSuchRequest):
        take_back_call(make.actor(people.dev), request_id, NOW)
    assert newest(people).is_open


@pytest.mark.parametrize(
    ("answered", "is_open", "was_called"), [(None, False, False), (True, False, True), (False, True, False)]
)
def test_a_review_closes_it_unless_nobody_answered(asha, ben, people, answered, is_open, was_called):
    ask(asha)
    review(ben, people, answered=answered)
    call = newest(people)
    assert (call.is_open, call.was_called) == (is_open, was_called)
    assert call.closed_by == ("" if is_open else "Ben Okoro")
    told = db.session.scalars(select(AuditRow).where(AuditRow.action == "reviewed")).one().fields
    assert told == [OUTCOMES[answered].value, *([] if is_open else ["call asked for"])]


@pytest.mark.parametrize("answered", [None, True])
def test_what_was_asked_after_the_page_was_opened_stays(asha, ben, people, answered):
    seen = audit_number()
    ask(asha)
    review(ben, people, seen, answered=answered)
    assert newest(people).is_open
    review(ben, people, answered=answered)
    assert not newest(people).is_open


def test_who_closed_it_first_stays_the_one(asha, ben, people):
    ask(asha)
    review(ben, people, answered=True)
    make.care_link(people.asha, people.cleo)
    review(make.actor(people.cleo), people, now=NOW + 2 * HOUR)
    assert (newest(people).closed_by, newest(people).closed_at) == ("Ben Okoro", NOW + HOUR)


@pytest.mark.parametrize(
    ("decision", "is_open"),
    [
        (SignDecision(SignOutcome.SPOKE, "Come in", was_called=True), False),
        (SignDecision(SignOutcome.SPOKE, "Come in"), True),
        (SignDecision(SignOutcome.CALLED_NO_ANSWER, ""), True),
    ],
)
def test_a_sign_closed_by_a_call_that_was_answered_closes_it_too(asha, ben, people, decision, is_open):
    make.check_in(people.asha, warning_signs=answer_from(("calf-sore-swollen",), {}))
    ask(asha)
    (sign,) = signs_of([people.asha_episode])[people.asha_episode]
    close_warning(ben, people.asha, [sign.id], decision, NOW + HOUR)
    assert newest(people).is_open is is_open
    assert newest(people).was_called is not is_open


def test_one_patients_call_is_not_closed_with_anothers(asha, ben, people):
    make.call_request(people.dev)
    ask(asha)
    review(ben, people)
    assert set(open_calls([people.asha_episode, people.dev_episode])) == {people.dev_episode}


def test_the_facts_of_one_hold_the_request_that_stands(asha, people):
    ask(asha, "About my chair")
    (standing,) = standing_of([db.session.get(Person, people.asha)], NOW)
    of_one = facts_of_one(people.asha, standing.facts.episode, NOW)
    assert of_one.asked_call == standing.facts.asked_call
    assert of_one.asked_call.note == "About my chair"
