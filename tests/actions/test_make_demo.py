"""The demo is written as recording would have left it: rows, one audit row an entry, and a whole chain."""

from contextlib import closing

import cast
import make
import pytest
from sqlalchemy import func, select

from recovery.actions.make_demo import DemoClinic, make_demo
from recovery.actions.transaction import audit_key
from recovery.content.demo_clinic import HOURS, ZONE, patients, staff
from recovery.domain.check_in import CheckIn
from recovery.extensions import db
from recovery.records.activity_scores import scored_activities
from recovery.records.audit import AuditRow, audit_head, audit_in_order, first_break
from recovery.records.call_requests import CallRequest
from recovery.records.calls import calls_of
from recovery.records.check_ins import CheckInRow, check_in_entries
from recovery.records.entries import EntryRow, NotWellRow
from recovery.records.episodes import current_episode, episodes_shown_of
from recovery.records.people import Person, clinic_named, person_signing_in
from recovery.records.reviews import reviews_of
from recovery.records.scope import people_in_care_of, without_physiotherapist
from recovery.records.sessions import SessionRow
from recovery.records.visit_questions import questions_of

COUNT = 24


@pytest.fixture
def made(context):
    """The made-up patients, who are now in the database, and how many were told while it went on."""
    wanted, told = list(patients(7, COUNT, cast.NOW)), []
    make_demo(
        DemoClinic("Riverside", ZONE, "01632 960 123", HOURS, make.PASSWORD_HASH, staff(7), wanted),
        cast.NOW,
        told.append,
    )
    return wanted, sum(told)


def test_everybody_is_there_with_their_entries_and_progress_was_told(made):
    wanted, told = made
    assert told == COUNT
    assert db.session.scalar(select(func.count()).select_from(Person)) == COUNT + 3
    entries = sum(len(each.entries) for each in wanted)
    assert db.session.scalar(select(func.count()).select_from(EntryRow)) == entries


def test_what_was_made_up_is_what_is_read_back(made):
    wanted, _told = made
    for patient in wanted:
        person = person_signing_in(patient.person.email)
        episode = current_episode(person.id)
        if episode is None:
            continue
        own = sorted((each for each in patient.entries if isinstance(each.content, CheckIn)), key=lambda each: each.at)
        stored = check_in_entries(episode.id, patient.operation.operated_on.replace(year=2000))
        assert [entry.content for entry in sorted(stored, key=lambda entry: entry.received_at)] == [
            each.content for each in own
        ]


def test_care_links_are_those_of_the_story(made):
    wanted, _told = made
    physio = person_signing_in("physio@demo.example").as_actor()
    mine = {person.email for person in people_in_care_of(physio, cast.NOW)}
    assert mine == {each.person.email for each in wanted if each.physiotherapist == "physio@demo.example"}
    alone = without_physiotherapist(clinic_named("Riverside").id, cast.NOW)
    assert [person.email for person in alone] == [each.person.email for each in wanted if not each.physiotherapist]


def test_the_audit_holds_a_row_for_each_entry_and_all_that_was_asked_and_decided_and_is_whole(made):
    wanted, _told = made
    with closing(audit_in_order()) as rows:
        assert first_break(rows, audit_head(), audit_key()) is None
    asked = sum(len(list(each.asks.doings)) for each in wanted)
    decided = sum(len(each.reviews) for each in wanted)
    taken_back = sum(entry.taken_back_at is not None for each in wanted for entry in each.entries)
    assert audit_head().count == sum(len(each.entries) for each in wanted) + asked + decided + taken_back


def test_each_revision_carries_the_number_of_its_audit_row_and_each_review_that_of_the_row_before(made):
    wanted, _told = made
    subjects = dict(db.session.execute(select(AuditRow.number, AuditRow.subject)).all())
    for table in (CheckInRow, SessionRow, NotWellRow):
        rows = db.session.execute(select(table.entry_id, table.sequence)).all()
        assert rows
        assert [subjects[sequence] for _id, sequence in rows] == [str(entry_id) for entry_id, _sequence in rows]
    (patient,) = [each for each in wanted if each.reviews]
    episode = current_episode(person_signing_in(patient.person.email).id)
    reviewed = reviews_of(episode.id)[::-1]
    assert [each.decision for each in reviewed] == [each.decision for each in patient.reviews]
    assert [subjects[each.seen_through + 1] for each in reviewed] == [str(episode.id)] * len(reviewed)
    assert len(calls_of(episode.id)) == 2


def test_what_was_asked_is_read_back_and_a_call_carries_the_number_of_its_audit_row(made):
    wanted, _told = made
    for patient in wanted:
        episode = episodes_shown_of([person_signing_in(patient.person.email).id]).popitem()[1]
        asks = patient.asks
        assert {each.words for each in questions_of(episode.id)} == {each.words for each in asks.questions}
        assert {each.activity.words for each in scored_activities(episode.id)} == {
            each.activity.words for each in asks.activities
        }
    (call,) = db.session.scalars(select(CallRequest)).all()
    row = db.session.get(AuditRow, call.sequence)
    assert (row.action, row.subject, row.at) == ("asked for a call", str(call.id), call.asked_at)
