"""What stood in an entry before: both sides can read it, and nobody else; reading it is written down."""

from uuid import uuid4

import make
import pytest
from sqlalchemy import func, select

from recovery.actions.correct_entry import Correction, correct_entry
from recovery.domain.check_in import CheckIn
from recovery.extensions import db
from recovery.records.audit import AuditRow


@pytest.fixture
def corrected(app, people):
    """Asha's check-in, corrected from 3 to 6; its address for staff."""
    with app.app_context():
        entry_id = make.check_in(people.asha, back_pain_average=3, note="A slip")
        changed = CheckIn(recorded_on=make.TODAY, back_pain_average=6)
        correct_entry(make.actor(people.asha), Correction(entry_id, 1, changed), make.NOW)
        return f"/patients/{people.asha}/entries/{entry_id}"


def looks(app, patient_id):
    with app.app_context():
        asked = select(func.count()).where(AuditRow.patient_id == patient_id, AuditRow.action == "looked at the record")
        return db.session.scalar(asked)


def test_the_physiotherapist_reads_both_versions_and_the_look_is_written_down(app, people, visit, corrected):
    before, answer = looks(app, people.asha), visit(people.ben).get(corrected)
    stands, stood = (" ".join(each.get_text(" ").split()) for each in answer.page.main.find_all("li"))
    assert stands.startswith("What stands now Back pain 6")
    assert "Changed at 12:00." in stands
    assert stood.startswith("What stood there before Back pain 3")
    assert "A slip" in stood
    assert looks(app, people.asha) == before + 1


def test_the_timeline_says_that_it_was_changed_and_leads_to_what_stood_before(people, visit, corrected):
    page = visit(people.ben).get(f"/patients/{people.asha}").page
    assert page.find("a", href=corrected)
    assert "Changed at 12:00." in page.get_text()


@pytest.mark.parametrize("who", ["asha", "dev", "cleo", "lena", "eli"])
def test_nobody_else_reads_it_there(people, visit, corrected, who):
    assert visit(getattr(people, who)).get(corrected).status == 404


def test_another_patients_entry_is_not_there_under_this_patient(app, people, visit):
    with app.app_context():
        entry_id = make.check_in(people.dev, back_pain_average=3)
    assert visit(people.ben).get(f"/patients/{people.asha}/entries/{entry_id}").status == 404
    assert visit(people.ben).get(f"/patients/{people.asha}/entries/{uuid4()}").status == 404
