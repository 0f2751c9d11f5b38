"""Stages of one's own are read in as many statements for many patients as for one, and in none where there are none."""

import make
import pytest
from moment import NOW
from statements import statements

from recovery.actions.decide_stage import decide_stage
from recovery.actions.sign_off_stages import draft_stages, sign_off_stages
from recovery.domain.clinic_stages import SHIPPED, ClinicStages
from recovery.domain.stage import SHIPPED_RHYTHMS, Rhythm, Stage
from recovery.domain.stage_decision import Kind, StageDecision
from recovery.extensions import db
from recovery.records.episodes import episodes_shown_of

WEEKLY = ClinicStages(SHIPPED.begins, {**SHIPPED_RHYTHMS, Stage.FIRST_DAYS: Rhythm.WEEKLY})
HOLD = StageDecision(Kind.HOLD, 12, Stage.FIRST_DAYS)


@pytest.fixture
def cost(context):
    """cost([ids]): how many statements it takes to read their episodes."""

    def counted(patients):
        db.session.remove()
        with statements() as sent:
            assert len(episodes_shown_of(patients)) == len(patients)
        return len(sent)

    return counted


def held(people, count):
    patients = [make.patient(people.clinic, "Mia", f"Vale{number}") for number in range(count)]
    for patient in patients:
        make.episode(patient)
        make.care_link(patient, people.ben)
        decide_stage(make.actor(people.ben), patient, HOLD, 0, NOW)
    return patients


def test_the_statements_do_not_grow_with_the_patients(people, cost):
    plain = cost([people.asha])
    lena = make.actor(people.lena)
    sign_off_stages(lena, draft_stages(lena, WEEKLY, "", NOW), NOW)
    patients = held(people, 5)
    assert cost(patients[:1]) == cost(patients) == plain + 2
    assert cost([people.dev]) == plain + 1
    assert cost([people.fay]) == plain, "another clinic, where nothing was signed off"
