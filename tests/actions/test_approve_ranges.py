"""Usual ranges are approved by name, once, by a lead, for their own clinic; withdrawing keeps who approved them."""

from datetime import timedelta
from uuid import uuid4

import cast
import make
import pytest
from sqlalchemy import select

from recovery.actions.approve_ranges import NoSuchApproval, RangesChanged, approve_ranges, withdraw_ranges
from recovery.content.expected_course import shipped_course
from recovery.domain.access import Refused
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.expected_ranges import ApprovedRanges, approvals_of_ranges, standing_approval

SOURCE = shipped_course().source
LATER = cast.NOW + timedelta(hours=1)


@pytest.fixture
def lena(context, people):
    return make.actor(people.lena)


def audited():
    rows = db.session.scalars(select(AuditRow).where(AuditRow.action.contains("usual ranges"))).all()
    return [(row.actor_id, row.action, row.subject) for row in rows]


def test_approved_ranges_stand_for_this_clinic_with_name_and_time(lena, people):
    assert approve_ranges(lena, SOURCE, cast.NOW)
    standing = standing_approval(people.clinic, SOURCE)
    assert standing == ApprovedRanges(standing.id, SOURCE, "Lena Fox", cast.NOW, "", None)
    assert standing_approval(people.other_clinic, SOURCE) is None
    assert standing_approval(people.clinic, "another source") is None
    assert audited() == [(people.lena, "approved the usual ranges", SOURCE)]


def test_approving_again_changes_nothing(lena, people):
    assert approve_ranges(lena, SOURCE, cast.NOW)
    assert not approve_ranges(lena, SOURCE, LATER)
    assert [each.approved_at for each in approvals_of_ranges(people.clinic)] == [cast.NOW]
    assert len(audited()) == 1


def test_withdrawn_ranges_stand_no_more_and_both_names_are_kept(lena, people):
    other = make.actor(make.staff(people.clinic, "Ola", "Berg", role="lead"))
    approve_ranges(lena, SOURCE, cast.NOW)
    approval = standing_approval(people.clinic, SOURCE)
    assert withdraw_ranges(other, approval.id, LATER)
    assert not withdraw_ranges(lena, approval.id, LATER + timedelta(hours=1))
    assert standing_approval(people.clinic, SOURCE) is None
    assert approvals_of_ranges(people.clinic) == (
        ApprovedRanges(approval.id, SOURCE, "Lena Fox", cast.NOW, "Ola Berg", LATER),
    )
    assert audited()[1:] == [(other.id, "stopped showing the usual ranges", SOURCE)]


def test_what_was_withdrawn_can_be_approved_again_and_an_old_withdrawal_does_not_end_that(lena, people):
    approve_ranges(lena, SOURCE, cast.NOW)
    first = standing_approval(people.clinic, SOURCE)
    withdraw_ranges(lena, first.id, LATER)
    assert approve_ranges(lena, SOURCE, LATER + timedelta(hours=1))
    assert not withdraw_ranges(lena, first.id, LATER + timedelta(hours=2))
    assert standing_approval(people.clinic, SOURCE).approved_at == LATER + timedelta(hours=1)
    assert [each.is_standing for each in approvals_of_ranges(people.clinic)] == [True, False]


@pytest.mark.parametrize("who", ["ben", "asha"])
def test_only_a_lead_may(lena, people, who):
    approve_ranges(lena, SOURCE, cast.NOW)
    actor, approval = make.actor(getattr(people, who)), standing_approval(people.clinic, SOURCE)
    with pytest.raises(Refused):
        approve_ranges(actor, SOURCE, cast.NOW)
    with pytest.raises(Refused):
        withdraw_ranges(actor, approval.id, LATER)
    assert standing_approval(people.clinic, SOURCE) == approval


def test_ranges_that_are_not_the_apps_own_cannot_be_approved(lena, people):
    for source in ("", "estimate-0", SOURCE + "x"):
        with pytest.raises(RangesChanged):
            approve_ranges(lena, source, cast.NOW)
    assert not approvals_of_ranges(people.clinic)


def test_an_approval_of_another_clinic_and_an_unknown_one_are_the_same_missing(lena, people):
    stranger = make.actor(make.staff(people.other_clinic, "Ola", "Berg", role="lead"))
    approve_ranges(lena, SOURCE, cast.NOW)
    approval = standing_approval(people.clinic, SOURCE)
    for approval_id in (approval.id, uuid4()):
        with pytest.raises(NoSuchApproval):
            withdraw_ranges(stranger, approval_id, LATER)
    assert standing_approval(people.clinic, SOURCE) == approval
