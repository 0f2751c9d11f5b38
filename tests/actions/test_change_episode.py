"""A new operation hides nothing that waits for the team: open signs, a call that was asked for, questions."""

from datetime import timedelta

import cast
import make
import pytest
from progress_page import ago

from recovery.actions.change_episode import begin_new_episode
from recovery.actions.close_warning import Decision, close_warning
from recovery.actions.settle_question import take_back_question
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_signs import answer_from
from recovery.domain.worklist import Rule, Thresholds, assess
from recovery.records.episodes import current_episode
from recovery.records.facts import facts_of_one
from recovery.records.signs import has_open_sign
from recovery.records.visit_questions import questions_of

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def operate_again(people):
    operation = Operation(frozenset({Procedure.DISCECTOMY}), Approach.OPEN, Region.LUMBAR, ago(1))

    def begin():
        at = cast.NOW + timedelta(minutes=1)
        return begin_new_episode(make.actor(people.ben), people.asha, EpisodeDetails(operation), cast.TODAY, at)

    return begin


@pytest.fixture
def ticked(people):
    return make.check_in(people.asha, on=ago(2), warning_signs=answer_from(["calf-sore-swollen"], {}))


def reasons(people):
    facts = facts_of_one(people.asha, current_episode(people.asha), cast.NOW)
    return {reason.rule: reason for reason in assess(facts, Thresholds(), cast.TODAY)}


def test_a_sign_stays_listed_until_its_outcome_is_written_down(people, ticked, operate_again):
    operate_again()
    (sign,) = reasons(people)[Rule.W1].signs
    assert sign.entry_id == ticked
    assert has_open_sign(people.asha)
    decision = Decision(SignOutcome.SPOKE, "At the ward")
    assert close_warning(make.actor(people.ben), people.asha, [sign.id], decision, cast.NOW + timedelta(hours=1)) == 1
    assert Rule.W1 not in reasons(people)
    assert not has_open_sign(people.asha)


def test_a_call_that_was_asked_for_still_stands(people, operate_again):
    asked = make.call_request(people.asha, "It pulls")
    operate_again()
    assert reasons(people)[Rule.W11].call.id == asked


def test_questions_for_the_visit_go_along_and_those_talked_about_stay(people, operate_again):
    question, gone = make.question(people.asha, "May I swim?"), make.question(people.asha, "May I drive?")
    take_back_question(make.actor(people.asha), gone, cast.NOW)
    begun = operate_again()
    assert [each.id for each in questions_of(begun)] == [question]
    assert questions_of(people.asha_episode) == ()
