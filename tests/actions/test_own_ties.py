"""What an entry names is the patient's own: a morning after another's session, another's activity or exercise is not
stored, whoever sends it.
"""

from uuid import uuid4

import cast
import make
import pytest
from sqlalchemy import func, select

from recovery.actions.correct_entry import Corrected, Correction, correct_entry
from recovery.actions.own_ties import NotOwn
from recovery.actions.record_check_in import record_check_in, record_check_in_for
from recovery.actions.record_entry import Recorded
from recovery.actions.record_session import record_session
from recovery.domain.activities import ActivityScore
from recovery.domain.check_in import CheckIn
from recovery.domain.therapy import Morning, Outcome, TherapySession, Unit, UnitDone
from recovery.extensions import db
from recovery.records.activities import ActivityRow
from recovery.records.audit import AuditRow
from recovery.records.entries import EntryRow

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def asha(people):
    return make.actor(people.asha)


@pytest.fixture(params=["session", "not a session", "activity", "nothing there"])
def foreign(request, people):
    """A check-in that names something that is not Asha's, or no session of hers."""
    if request.param == "activity":
        return scored(make.activity(people.dev))
    named = {
        "session": lambda: make.session(people.dev, note="Dev's"),
        "not a session": lambda: make.check_in(people.asha, back_pain_average=3),
        "nothing there": uuid4,
    }
    return CheckIn(cast.TODAY, back_pain_average=3, morning_after=named[request.param](), morning=Morning.SETTLED)


def scored(activity):
    return CheckIn(cast.TODAY, back_pain_average=3, activities=(ActivityScore(activity, 5),))


def rows():
    return [db.session.scalar(select(func.count()).select_from(table)) for table in (EntryRow, AuditRow)]


def test_a_check_in_that_names_what_is_not_the_patients_is_not_stored(asha, foreign):
    before = rows()
    with pytest.raises(NotOwn):
        record_check_in(asha, uuid4(), foreign, cast.NOW)
    assert rows() == before


def test_staff_on_the_telephone_cannot_store_it_either(people, foreign):
    before = rows()
    with pytest.raises(NotOwn):
        record_check_in_for(make.actor(people.ben), people.asha, uuid4(), foreign, cast.NOW)
    assert rows() == before


def test_a_correction_cannot_bring_it_in(people, asha, foreign):
    entry = make.check_in(people.asha, back_pain_average=9)
    before = rows()
    with pytest.raises(NotOwn):
        correct_entry(asha, Correction(entry, 1, foreign), cast.NOW)
    assert rows() == before


def test_an_exercise_of_another_patients_plan_is_not_stored(people, asha):
    (theirs, *_more) = make.plan(people.dev_episode, people.cleo)
    before = rows()
    with pytest.raises(NotOwn):
        record_session(asha, uuid4(), TherapySession(cast.TODAY, (done(theirs),)), cast.NOW)
    assert rows() == before


def test_ones_own_are_stored_also_those_that_matter_no_more(people, asha):
    session = make.session(people.asha, note="Mine")
    mine, let_go = make.activity(people.asha), make.activity(people.asha, "Climb the stairs")
    db.session.get(ActivityRow, let_go).let_go_at = cast.NOW
    db.session.commit()
    scores = tuple(sorted((ActivityScore(mine, 5), ActivityScore(let_go, 0))))
    own = CheckIn(cast.TODAY, morning_after=session, morning=Morning.NOT_SETTLED, activities=scores)
    assert isinstance(record_check_in(asha, uuid4(), own, cast.NOW), Recorded)
    entry = make.check_in(people.asha, back_pain_average=9)
    assert isinstance(correct_entry(asha, Correction(entry, 1, own), cast.NOW), Corrected)


def test_exercises_of_an_older_version_of_the_plan_are_still_ones_own(people, asha):
    (old, *_more) = make.plan(people.asha_episode, people.ben, version=2)
    make.plan(people.asha_episode, people.ben, version=3)
    receipt = record_session(asha, uuid4(), TherapySession(cast.TODAY, (done(old),)), cast.NOW)
    assert isinstance(receipt, Recorded)


def done(prescription):
    return UnitDone(Unit(prescription.id, 1), Outcome.DONE)
