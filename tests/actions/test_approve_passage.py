"""Approval is by name, once, and only in one's own clinic."""

from uuid import uuid4

import cast
import make
import pytest
from sqlalchemy import select

from recovery.actions.approve_passage import NoSuchPassage, approve_passage
from recovery.actions.import_document import import_document
from recovery.actions.transaction import CommandLine
from recovery.content.shipped import shipped_document
from recovery.domain.access import Refused
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.documents import Approval, passages_of
from recovery.records.guidance import approved_passages


@pytest.fixture
def passages(context, people):
    imported = import_document(make.actor(people.lena), shipped_document(), cast.NOW)
    return passages_of(imported.version_id)


def approvals():
    return db.session.scalars(select(Approval)).all()


def test_an_approved_passage_is_shown_to_this_clinic_only(passages, people):
    assert approve_passage(make.actor(people.lena), passages[0], cast.NOW)
    assert len(approved_passages(people.clinic)) == 1
    assert not approved_passages(people.other_clinic)
    (approval,) = approvals()
    assert (approval.passage_id, approval.approved_by_id, approval.approved_at) == (passages[0], people.lena, cast.NOW)


def test_approving_again_adds_nothing(passages, people):
    lena = make.actor(people.lena)
    assert approve_passage(lena, passages[0], cast.NOW)
    assert not approve_passage(lena, passages[0], cast.NOW)
    assert len(approvals()) == 1
    rows = db.session.scalars(select(AuditRow).where(AuditRow.action == "approved a passage")).all()
    assert [(row.actor_id, row.subject) for row in rows] == [(people.lena, str(passages[0]))]


@pytest.mark.parametrize("who", ["ben", "asha"])
def test_only_a_lead_may(passages, people, who):
    with pytest.raises(Refused):
        approve_passage(make.actor(getattr(people, who)), passages[0], cast.NOW)
    assert not approvals()


def test_a_passage_of_another_clinic_and_an_unknown_one_are_the_same_missing(passages, people):
    elsewhere = import_document(CommandLine(people.other_clinic), shipped_document(), cast.NOW)
    for passage in (passages_of(elsewhere.version_id)[0], uuid4()):
        with pytest.raises(NoSuchPassage):
            approve_passage(make.actor(people.lena), passage, cast.NOW)
    assert not approvals()
