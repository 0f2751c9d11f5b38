"""Nothing is written down as exported, and so nothing leaves, unless the actor may and typed the password again."""

import make
import pytest
from moment import NOW
from sqlalchemy import select

from recovery.actions.confirm_password import HOLDS, confirm_password
from recovery.actions.export_records import NotConfirmed, note_caseload_exported, note_entries_exported
from recovery.actions.own_account import NoSuchSignIn
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.sign_in import begin_sign_in, end_all_sign_ins
from recovery.actions.transaction import writing
from recovery.domain.access import Refused
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import Person
from recovery.records.sign_ins import SignIn

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # rules, not SQL


@pytest.fixture
def signed_in(context):
    """signed_in(person_id) is the actor and their one sign-in, with the password of the tests."""

    def begin(person_id):
        person = db.session.get_one(Person, person_id)
        person.password_hash = make.PASSWORD_HASH
        db.session.commit()
        begin_sign_in(person, "test", NOW)
        sign_in_id = db.session.scalars(select(SignIn.id).where(SignIn.person_id == person_id)).one()
        return make.actor(person_id), sign_in_id

    return begin


def exports() -> list[str]:
    return list(db.session.scalars(select(AuditRow.action).where(AuditRow.action.startswith("exported"))))


def test_without_the_password_nothing_leaves_and_not_after_ten_minutes_either(people, signed_in):
    ben, sign_in = signed_in(people.ben)
    with pytest.raises(NotConfirmed):
        note_entries_exported(ben, sign_in, people.asha, NOW)
    confirm_password(ben, sign_in, make.PASSWORD, NOW)
    with pytest.raises(NotConfirmed):
        note_caseload_exported(ben, sign_in, [1], NOW + HOLDS)
    assert exports() == []


def test_a_password_typed_elsewhere_counts_for_nobody_else(people, signed_in):
    ben, sign_in = signed_in(people.ben)
    cleo, hers = signed_in(people.cleo)
    confirm_password(cleo, hers, make.PASSWORD, NOW)
    with pytest.raises(NotConfirmed):
        note_entries_exported(ben, sign_in, people.asha, NOW)
    with pytest.raises(NoSuchPatient):
        note_entries_exported(cleo, hers, people.asha, NOW)
    with pytest.raises(NoSuchSignIn):
        confirm_password(ben, hers, make.PASSWORD, NOW)
    assert exports() == []


def test_an_ended_sign_in_confirms_and_exports_nothing(people, signed_in):
    ben, sign_in = signed_in(people.ben)
    confirm_password(ben, sign_in, make.PASSWORD, NOW)
    with writing():
        end_all_sign_ins(ben.id, NOW)
    with pytest.raises(NotConfirmed):
        note_entries_exported(ben, sign_in, people.asha, NOW)
    with pytest.raises(NoSuchSignIn):
        confirm_password(ben, sign_in, make.PASSWORD, NOW)


@pytest.mark.parametrize("who", ["lena", "asha"])
def test_a_lead_and_a_patient_export_nothing(people, signed_in, who):
    actor, sign_in = signed_in(getattr(people, who))
    for export in (note_entries_exported, note_caseload_exported):
        with pytest.raises(Refused):
            export(actor, sign_in, people.asha if export is note_entries_exported else [1], NOW)
