"""Questions for the next visit: at most three of the patient's own, a sign to mention always, each only once."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
import reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moment import NOW
from sqlalchemy import select

from recovery.actions.ask_question import Asked, NoSuchPassage, NotAsked, ask_question
from recovery.actions.settle_question import Left, NoSuchQuestion, answer_question, take_back_question
from recovery.domain.access import Refused
from recovery.domain.full_signs import MENTION_NEXT_TIME
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.documents import Document, DocumentVersion, PassageRow
from recovery.records.visit_questions import VisitQuestion, questions_of

SLEEP = next(each for each in MENTION_NEXT_TIME if each.key == "poor-sleep")


@pytest.fixture
def asha(context, people):
    return make.actor(people.asha)


@pytest.fixture
def ben(context, people):
    return make.actor(people.ben)


def ask(actor, words="May I swim?", client_id=None, passage_id=None, now=NOW):
    return ask_question(actor, client_id or uuid4(), words, passage_id, now=now)


def doings():
    return [row.action for row in db.session.scalars(select(AuditRow).order_by(AuditRow.number))]


def passage_of(clinic):
    return db.session.scalars(
        select(PassageRow.id).join(DocumentVersion).join(Document).where(Document.clinic_id == clinic)
    ).first()


def test_a_question_is_kept_as_it_was_asked_and_stands_in_the_audit(asha, people):
    asked = ask(asha, "  May I swim?  ")
    (question,) = questions_of(people.asha_episode)
    assert (question.id, question.words, question.sign, question.asked_at) == (
        asked.question_id,
        "May I swim?",
        "",
        NOW,
    )
    assert question.is_open
    row = db.session.scalars(select(AuditRow)).one()
    assert (row.action, row.actor_id, row.patient_id) == ("asked a question", people.asha, people.asha)
    assert row.subject == str(question.id)


def test_sent_again_it_is_the_same_question(asha, people):
    once = uuid4()
    first, again = ask(asha, client_id=once), ask(asha, client_id=once, now=NOW + timedelta(hours=1))
    assert (first.is_new, again) == (True, Asked(first.question_id, is_new=False))
    assert len(questions_of(people.asha_episode)) == len(doings()) == 1


def test_under_a_used_id_other_words_are_not_kept(asha, people):
    once = uuid4()
    ask(asha, client_id=once)
    assert ask(asha, "May I drive?", client_id=once) is NotAsked.SENT_BEFORE
    assert [each.words for each in questions_of(people.asha_episode)] == ["May I swim?"]


def test_of_their_own_words_three_stand_and_the_fourth_has_to_wait(asha, people):
    assert all(isinstance(ask(asha, f"Question {number}"), Asked) for number in range(3))
    assert ask(asha, "One more") is NotAsked.ENOUGH
    take_back_question(asha, questions_of(people.asha_episode)[0].id, NOW)
    assert isinstance(ask(asha, "One more"), Asked)


def test_one_that_was_talked_about_makes_room(asha, ben, people):
    for number in range(3):
        ask(asha, f"Question {number}")
    answer_question(ben, people.asha, questions_of(people.asha_episode)[0].id, NOW)
    assert isinstance(ask(asha, "One more"), Asked)


def test_a_sign_to_mention_is_never_turned_away_and_takes_no_room(asha, people):
    for sign in MENTION_NEXT_TIME:
        assert ask(asha, sign).is_new
    assert all(ask(asha, f"Question {number}").is_new for number in range(3))
    assert {each.sign for each in questions_of(people.asha_episode)} == {"", *(each.key for each in MENTION_NEXT_TIME)}


def test_the_same_sign_stands_once_while_it_is_open(asha, ben, people):
    first = ask(asha, SLEEP)
    assert ask(asha, SLEEP) == Asked(first.question_id, is_new=False)
    answer_question(ben, people.asha, first.question_id, NOW)
    assert ask(asha, SLEEP).is_new


def test_a_question_about_a_passage_names_it_and_it_has_to_be_the_clinics_own(asha, people):
    for clinic, lead in ((people.clinic, people.lena), (people.other_clinic, people.eli)):
        reading.approve_shipped(clinic, lead)
    ask(asha, "About walking", passage_id=passage_of(people.clinic))
    assert questions_of(people.asha_episode)[0].passage_id == passage_of(people.clinic)
    for strange in (passage_of(people.other_clinic), uuid4()):
        with pytest.raises(NoSuchPassage):
            ask(asha, "About walking", passage_id=strange)
    assert len(questions_of(people.asha_episode)) == 1


@pytest.mark.parametrize("words", ["", "  \n ", "a" * 301])
def test_no_words_and_too_many_are_no_question(asha, people, words):
    with pytest.raises(ValueError, match="1 to 300"):
        ask(asha, words)
    assert questions_of(people.asha_episode) == ()


def test_without_a_running_recovery_there_is_nothing_to_ask_about(context, people):
    nia = make.patient(people.clinic, "Nia", "Cole")
    make.episode(nia, status="discharged")
    assert ask(make.actor(nia)) is NotAsked.NO_EPISODE


def test_staff_ask_nothing_and_patients_tick_nothing_off(asha, ben, people):
    with pytest.raises(Refused):
        ask(ben)
    asked = ask(asha)
    with pytest.raises(Refused):
        answer_question(asha, people.asha, asked.question_id, NOW)


def test_taken_back_twice_it_is_taken_back_once_and_is_no_longer_told(asha, people):
    once = uuid4()
    asked = ask(asha, client_id=once)
    for _again in range(2):
        assert take_back_question(asha, asked.question_id, NOW) is Left.TAKEN_BACK
    assert questions_of(people.asha_episode) == ()
    assert doings() == ["asked a question", "took back a question"]
    assert ask(asha, client_id=once) is NotAsked.SENT_BEFORE


def test_what_was_talked_about_is_not_taken_back_and_what_was_taken_back_is_not_ticked_off(asha, ben, people):
    talked, gone = ask(asha, "May I swim?"), ask(asha, "May I drive?")
    answer_question(ben, people.asha, talked.question_id, NOW)
    take_back_question(asha, gone.question_id, NOW)
    assert take_back_question(asha, talked.question_id, NOW) is Left.ANSWERED
    assert answer_question(ben, people.asha, gone.question_id, NOW) is Left.TAKEN_BACK
    (left,) = questions_of(people.asha_episode)
    assert (left.words, left.answered_by) == ("May I swim?", "Ben Okoro")


def test_ticked_off_by_two_it_is_the_first_ones(asha, ben, people):
    make.care_link(people.asha, people.cleo)
    asked = ask(asha)
    for who in (ben, make.actor(people.cleo)):
        assert answer_question(who, people.asha, asked.question_id, NOW) is Left.ANSWERED
    assert questions_of(people.asha_episode)[0].answered_by == "Ben Okoro"
    assert doings().count("talked about a question") == 1


def test_nobody_reaches_the_question_of_a_patient_who_is_not_theirs(asha, ben, people):
    asked, dev = ask(asha), make.actor(people.dev)
    with pytest.raises(NoSuchQuestion):
        take_back_question(dev, asked.question_id, NOW)
    for stranger in (people.cleo, people.eli):
        with pytest.raises(NoSuchQuestion):
            answer_question(make.actor(stranger), people.asha, asked.question_id, NOW)
    other = ask(dev)
    with pytest.raises(NoSuchQuestion):
        answer_question(ben, people.asha, other.question_id, NOW)
    assert db.session.query(VisitQuestion).filter_by(answered_at=None, taken_back_at=None).count() == 2


OWN = st.tuples(st.just("ask"), st.sampled_from(["a", "b", "c", "d", "e"]))
SIGN = st.tuples(st.just("mention"), st.sampled_from(MENTION_NEXT_TIME))
SETTLE = st.tuples(st.sampled_from(["answer", "take back"]), st.integers(0, 8))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OWN | SIGN | SETTLE, max_size=14))
def test_whatever_is_asked_and_settled_never_more_than_three_of_their_own_are_open(asha, ben, people, steps):
    db.session.query(VisitQuestion).delete()
    db.session.commit()
    for what, told in steps:
        standing = questions_of(people.asha_episode)
        if what in {"ask", "mention"}:
            asked = ask(asha, told)
            assert what == "ask" or isinstance(asked, Asked)
        elif told < len(standing):
            settle = {"answer": lambda each: answer_question(ben, people.asha, each, NOW)}
            settle["take back"] = lambda each: take_back_question(asha, each, NOW)
            settle[what](standing[told].id)
        after = questions_of(people.asha_episode)
        assert sum(each.counts for each in after) <= 3
        signs = [each.sign for each in after if each.sign and each.is_open]
        assert len(signs) == len(set(signs))
