"""A clinic's stages: the newest that was signed off stands, from that day on, with name and time, for that clinic."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.sign_off_stages import (
    NoSuchVersion,
    SameStages,
    StagesChanged,
    draft_stages,
    sign_off_stages,
)
from recovery.domain.access import Refused
from recovery.domain.clinic_stages import SHIPPED, ClinicStages
from recovery.domain.operation import Procedure
from recovery.domain.stage import SHIPPED_RHYTHMS, Rhythm, Stage
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.episodes import current_episode
from recovery.records.stages_versions import standing_among, versions_of

FUSION = {**SHIPPED.begins[Procedure.FUSION], Stage.EARLY_HEALING: 10}
EARLIER = ClinicStages({**SHIPPED.begins, Procedure.FUSION: FUSION}, SHIPPED_RHYTHMS)
WEEKLY = ClinicStages(SHIPPED.begins, {**SHIPPED_RHYTHMS, Stage.FIRST_DAYS: Rhythm.WEEKLY})


@pytest.fixture
def lena(context, people):
    return make.actor(people.lena)


def test_a_draft_counts_for_nobody_and_what_is_signed_off_counts_from_that_day(lena, people):
    draft = draft_stages(lena, EARLIER, "Our surgeons agreed", NOW)
    assert current_episode(people.asha).stage_on(TODAY) is Stage.FIRST_DAYS
    assert sign_off_stages(lena, draft, NOW)
    asha = current_episode(people.asha)
    assert asha.stage_on(TODAY) is Stage.EARLY_HEALING
    assert asha.stage_on(TODAY - timedelta(days=1)) is Stage.FIRST_DAYS, "the days before keep the stage that stood"
    standing = standing_among(versions_of(people.clinic))
    assert (standing.number, standing.signed_by, standing.signed_at, standing.why) == (
        1,
        "Lena Fox",
        NOW,
        "Our surgeons agreed",
    )
    audited = db.session.execute(select(AuditRow.action, AuditRow.subject).order_by(AuditRow.number)).all()
    assert audited == [("drafted the stages", "1"), ("signed off the stages", "1")]


def test_signing_again_changes_nothing_and_an_old_draft_cannot_be(lena, people):
    first, second = draft_stages(lena, EARLIER, "", NOW), draft_stages(lena, WEEKLY, "", NOW)
    with pytest.raises(StagesChanged):
        sign_off_stages(lena, first, NOW)
    assert sign_off_stages(lena, second, NOW)
    assert not sign_off_stages(lena, second, NOW + timedelta(hours=1))
    assert current_episode(people.asha).check_in_interval(TODAY) == 7


def test_what_stands_already_is_no_draft(lena):
    with pytest.raises(SameStages):
        draft_stages(lena, SHIPPED, "", NOW)
    sign_off_stages(lena, draft_stages(lena, WEEKLY, "", NOW), NOW)
    with pytest.raises(SameStages):
        draft_stages(lena, WEEKLY, "", NOW)
    assert sign_off_stages(lena, draft_stages(lena, SHIPPED, "Back to the shipped ones", NOW), NOW)


def test_another_clinic_has_its_own(lena, people):
    draft = draft_stages(lena, WEEKLY, "", NOW)
    stranger = make.actor(make.staff(people.other_clinic, "Ola", "Berg", role="lead"))
    for missing in (draft, uuid4()):
        with pytest.raises(NoSuchVersion):
            sign_off_stages(stranger, missing, NOW)
    sign_off_stages(lena, draft, NOW)
    assert current_episode(people.fay).check_in_interval(TODAY) == 1
    assert versions_of(people.other_clinic) == ()


@pytest.mark.parametrize("who", ["ben", "asha"])
def test_only_a_lead_may(lena, people, who):
    with pytest.raises(Refused):
        draft_stages(make.actor(getattr(people, who)), WEEKLY, "", NOW)
    with pytest.raises(Refused):
        sign_off_stages(make.actor(getattr(people, who)), uuid4(), NOW)
