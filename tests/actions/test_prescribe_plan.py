"""Every change of a plan is a new version, so that past adherence stays true."""

from datetime import timedelta

import cast
import make
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from recovery.actions.prescribe_plan import NewPlan, NoSuchPatient, prescribe_plan
from recovery.domain.access import Refused
from recovery.domain.adherence import WEEK, adherence_over
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.plans import PlanVersionRow, plans_of
from recovery.records.record import ALL_HISTORY, record_of

DAY = timedelta(days=1)


@pytest.fixture
def ben(context, people):
    return make.actor(people.ben)


def test_the_next_version_is_in_force_from_its_day_and_the_old_one_before(ben, people):
    new = make.prescription("Bridge", times_a_day=3)
    assert prescribe_plan(ben, people.asha, NewPlan([new], cast.TODAY, why="Going well"), cast.NOW) == 2
    versions = plans_of([people.asha_episode])[people.asha_episode]
    assert [each.version for each in versions] == [1, 2]
    assert versions[1].prescriptions == (new,)
    assert versions[1].from_on == cast.TODAY


def test_what_was_due_before_the_change_stays_due(ben, people):
    (slides, _walk) = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions
    make.session(people.asha, on=cast.TODAY - DAY, units=(UnitDone(Unit(slides.id, 1), Outcome.DONE),))

    def last_week():
        record = record_of(people.asha_episode, ALL_HISTORY)
        return adherence_over(WEEK, cast.TODAY, record.plans, record.sessions, record.excused)

    before = last_week()
    prescribe_plan(ben, people.asha, NewPlan([make.prescription("Bridge")], cast.TODAY), cast.NOW)
    assert last_week() == before


def test_the_change_is_written_down(ben, people):
    prescribe_plan(ben, people.asha, NewPlan([make.prescription()], cast.TODAY), cast.NOW)
    row = db.session.scalars(select(AuditRow).where(AuditRow.action == "prescribed a plan")).one()
    assert (row.actor_id, row.patient_id, row.fields) == (people.ben, people.asha, ["version 2"])


@pytest.mark.parametrize("patient", ["dev", "fay", "ben"])
def test_only_for_a_patient_in_ones_care(ben, people, patient):
    with pytest.raises(NoSuchPatient):
        prescribe_plan(ben, getattr(people, patient), NewPlan([make.prescription()], cast.TODAY), cast.NOW)


@pytest.mark.parametrize("who", ["lena", "asha"])
def test_only_a_physiotherapist_may(context, people, who):
    with pytest.raises(Refused):
        prescribe_plan(
            make.actor(getattr(people, who)), people.asha, NewPlan([make.prescription()], cast.TODAY), cast.NOW
        )
    assert len(plans_of([people.asha_episode])[people.asha_episode]) == 1


CHANGES = st.lists(
    st.tuples(st.integers(0, 9), st.lists(st.sets(st.integers(1, 7), min_size=1), max_size=3)), min_size=1, max_size=4
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_adherence_of_past_days_never_changes_whatever_is_prescribed(context, people, changes):
    if db.session.scalar(select(func.count()).select_from(PlanVersionRow)) == 1:
        (slides, walk) = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions
        for back in (1, 2, 4, 9):
            make.session(people.asha, on=cast.TODAY - back * DAY, units=(UnitDone(Unit(slides.id, 1), Outcome.DONE),))
            make.session(people.asha, on=cast.TODAY - back * DAY, units=(UnitDone(Unit(walk.id, 2), Outcome.NOT_DONE),))

    def past():
        record = record_of(people.asha_episode, ALL_HISTORY)
        return [
            adherence_over(days, cast.TODAY, record.plans, record.sessions, record.excused) for days in (1, 7, 14, 30)
        ]

    before, ben = past(), make.actor(people.ben)
    for ahead, weekdays in changes:
        plan = NewPlan([make.prescription(weekdays=days) for days in weekdays], cast.TODAY + ahead * DAY)
        prescribe_plan(ben, people.asha, plan, cast.NOW)
        assert past() == before
