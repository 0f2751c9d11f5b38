"""Whether any warning sign is open: asked in one statement, it is what the list of signs says."""

from random import Random

import cast
import make
import pytest
from sqlalchemy import select

from recovery.actions.correct_entry import Correction, correct_entry, take_back_entry
from recovery.domain.check_in import CheckIn
from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.check_ins import SignOutcomeRow
from recovery.records.entries import EntryRow
from recovery.records.signs import has_open_sign, signs_of, signs_of_patients

KEYS = ("numb-between-legs", "calf-sore-swollen")


def is_any_open(patient_id):
    told = has_open_sign(patient_id)
    assert told == any(sign.is_open for sign in signs_of_patients([patient_id]).get(patient_id, ()))
    return told


def close(sign, by, outcome):
    db.session.add(SignOutcomeRow(ticked_sign_id=sign.id, outcome=outcome, by_id=by, at=cast.NOW))
    db.session.commit()


@pytest.fixture
def ticked(context, people):
    """Asha's check-in with a ticked sign, and the sign."""
    entry = make.check_in(people.asha, warning_signs=answer_from(KEYS[1:], {}))
    return entry, signs_of([people.asha_episode])[people.asha_episode][0]


def test_without_a_tick_none_is_open(context, people):
    make.check_in(people.asha, back_pain_average=3)
    make.check_in(people.dev, warning_signs=answer_from(KEYS, {}))
    assert not is_any_open(people.asha)
    assert is_any_open(people.dev)


@pytest.mark.parametrize("outcome", SignOutcome)
def test_only_an_outcome_that_closes_closes(ticked, people, outcome):
    assert is_any_open(people.asha)
    close(ticked[1], people.ben, outcome)
    assert is_any_open(people.asha) == (outcome is SignOutcome.CALLED_NO_ANSWER)


def test_correcting_it_away_or_taking_the_entry_back_leaves_it_open(ticked, people):
    asha = make.actor(people.asha)
    correct_entry(asha, Correction(ticked[0], 1, CheckIn(cast.TODAY, back_pain_average=3)), cast.NOW)
    assert is_any_open(people.asha)
    take_back_entry(asha, ticked[0], cast.NOW)
    assert is_any_open(people.asha)


def test_a_closed_sign_that_a_correction_leaves_ticked_stays_closed(ticked, people):
    close(ticked[1], people.ben, SignOutcome.SPOKE)
    corrected = CheckIn(cast.TODAY, back_pain_average=3, warning_signs=answer_from(KEYS[1:], {}))
    correct_entry(make.actor(people.asha), Correction(ticked[0], 1, corrected), cast.NOW)
    assert not is_any_open(people.asha)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_was_ticked_corrected_and_closed_the_answer_is_that_of_the_list(context, people, seed):
    chance, asha = Random(seed), make.actor(people.asha)  # noqa: S311 - reproducible, not secret
    for _turn in range(3):
        answer = answer_from(tuple(chance.sample(KEYS, chance.randint(0, 2))), {})
        make.check_in(people.asha, back_pain_average=3, warning_signs=answer)
    for turn in range(14):
        entry = chance.choice(db.session.scalars(select(EntryRow)).all())
        signs = signs_of([people.asha_episode]).get(people.asha_episode, ())
        if chance.random() < 0.5:
            answer = answer_from(tuple(chance.sample(KEYS, chance.randint(0, 2))), {})
            content = CheckIn(cast.TODAY, leg_pain_average=turn % 11, warning_signs=answer)
            correct_entry(asha, Correction(entry.id, entry.revision, content), cast.NOW)
        elif signs:
            close(chance.choice(signs), people.ben, chance.choice(list(SignOutcome)))
        is_any_open(people.asha)
