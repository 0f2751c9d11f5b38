"""Correcting an operation, in any order, never loses or moves an entry: only what is computed from it follows."""

from datetime import timedelta

import make
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.correct_operation import correct_operation
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.extensions import db
from recovery.records.check_ins import check_in_entries
from recovery.records.entries import EntryRow
from recovery.records.episodes import current_episode
from recovery.records.read_entries import read_check_ins
from recovery.records.record import ALL_HISTORY, record_of

OPERATIONS = st.builds(
    Operation,
    procedures=st.sets(st.sampled_from(Procedure), min_size=1).map(frozenset),
    approach=st.sampled_from(Approach),
    region=st.sampled_from(Region),
    operated_on=st.integers(-700, 700).map(lambda days: TODAY + timedelta(days=days)),
)


def entries(episode_id):
    """Everything that is kept of the entries: heads, contents and the figures that pages show."""
    heads = db.session.scalars(select(EntryRow).order_by(EntryRow.id)).all()
    told = [(row.id, row.patient_id, row.episode_id, row.recorded_on, row.revision, row.taken_back_at) for row in heads]
    record = record_of(episode_id, ALL_HISTORY)
    figures = read_check_ins([episode_id], ALL_HISTORY)
    return told, check_in_entries(episode_id, ALL_HISTORY), record.figures, record.entries, figures


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corrections=st.lists(OPERATIONS, min_size=1, max_size=3))
def test_whatever_is_corrected_the_entries_stay_as_they_were(context, people, corrections):
    if not db.session.scalars(select(EntryRow)).all():
        for back in (0, 1, 5, 11, 30, 80):
            make.check_in(people.asha, on=TODAY - timedelta(days=back), back_pain_average=back % 11)
        make.not_well(people.asha, on=TODAY - timedelta(days=2))
    before = entries(people.asha_episode)
    for operation in corrections:
        correct_operation(make.actor(people.ben), people.asha, EpisodeDetails(operation), "", NOW)
        found = current_episode(people.asha)
        assert (found.id, found.operation) == (people.asha_episode, operation)
        assert found.day_number(TODAY) == (TODAY - operation.operated_on).days
        assert entries(people.asha_episode) == before
