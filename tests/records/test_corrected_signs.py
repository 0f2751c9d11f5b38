"""A sign that was ticked stays open for staff through corrections and taking back, told once, with when it was left."""

from datetime import timedelta

import cast
import make
import pytest

from recovery.actions.correct_entry import Correction, correct_entry, take_back_entry
from recovery.domain.check_in import CheckIn
from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.caseload import caseload
from recovery.records.people import Person
from recovery.records.signs import days_with_signs, signs_of

pytestmark = pytest.mark.usefixtures("context")
CALF, CHEST = "calf-sore-swollen", "chest-pain"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def entry(people):
    return make.check_in(people.asha, warning_signs=answer_from([CALF], {}))


@pytest.fixture
def correct(people, entry):
    """correct(2, "chest-pain") makes revision 2 with these signs, two minutes after the first."""

    def send(revision, *keys, answer=None):
        content = CheckIn(cast.TODAY, note=f"revision {revision}", warning_signs=answer or answer_from(keys, {}))
        at = cast.NOW + revision * MINUTE
        assert correct_entry(make.actor(people.asha), Correction(entry, revision - 1, content), at).is_new

    return send


def told(people):
    """(key, minutes after NOW it was ticked, minutes after NOW it was taken back)."""
    since = lambda at: at and (at - cast.NOW) // MINUTE  # noqa: E731 - short beside its use
    found = signs_of([people.asha_episode])[people.asha_episode]
    return sorted((each.sign.key, since(each.ticked_at), since(each.taken_back_at)) for each in found)


def test_a_sign_that_was_left_ticked_is_one_sign(people, correct):
    correct(2, CALF)
    correct(3, CALF)
    assert told(people) == [(CALF, 0, None)]


@pytest.mark.parametrize("answer", [NONE_OF_THESE, NOT_ANSWERED])
def test_a_sign_that_was_unticked_stays_with_when(people, correct, answer):
    correct(2, CALF)
    correct(3, answer=answer)
    correct(4, answer=answer)
    assert told(people) == [(CALF, 0, 3)]
    (row,) = caseload([db.session.get(Person, people.asha)], cast.NOW)
    assert [each.sign.key for each in row.facts.signs] == [CALF]
    assert days_with_signs(people.asha_episode) == frozenset()


def test_a_sign_ticked_in_a_correction_is_new_from_then(people, correct):
    correct(2, CALF, CHEST)
    assert told(people) == [(CALF, 0, None), (CHEST, 2, None)]


def test_a_sign_ticked_again_after_it_was_unticked_is_open_once_more(people, correct):
    correct(2, CHEST)
    correct(3, CALF)
    assert told(people) == [(CALF, 0, 2), (CALF, 3, None), (CHEST, 2, 3)]


def test_the_whole_entry_taken_back_leaves_its_signs_with_when(people, entry, correct):
    correct(2, CHEST)
    take_back_entry(make.actor(people.asha), entry, cast.NOW + 9 * MINUTE)
    assert told(people) == [(CALF, 0, 2), (CHEST, 2, 9)]


def test_what_was_decided_about_it_stays_with_it_through_corrections(people, entry, correct):
    make.sign_outcome(entry, CALF, people.ben, SignOutcome.SPOKE)
    correct(2, CALF)
    (sign,) = signs_of([people.asha_episode])[people.asha_episode]
    assert sign.outcomes == (SignOutcome.SPOKE,)
