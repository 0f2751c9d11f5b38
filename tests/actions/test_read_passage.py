"""What a patient says they read: only what they can see, the first time stays, and changed words are read anew."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
import reading
from moment import NOW
from sqlalchemy import select

from recovery.actions.approve_passage import approve_passage, withdraw_passage
from recovery.actions.edit_passage import PassageWordsOfOurs, edit_passage
from recovery.actions.read_passage import NotTheirs, read_passage
from recovery.domain.access import Refused
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.document_pages import passage_in_clinic, words_digest
from recovery.records.documents import PassageRow
from recovery.records.guidance import approved_passages
from recovery.records.passage_reads import reads_of, reads_told

LATER = NOW + timedelta(days=4)


@pytest.fixture
def passages(context, people):
    """Ids by what they are called in CLINICAL.md 10; Asha had a minimally invasive fusion."""
    reading.approve_shipped(people.clinic, people.lena, skip=("4.3",))
    reading.approve_shipped(people.other_clinic, people.eli)
    return reading.ids(people.clinic)


def said():
    return db.session.scalars(select(AuditRow.patient_id).filter_by(action="said that a passage was read")).all()


def test_the_first_time_stays_and_is_audited_once(people, passages):
    asha = make.actor(people.asha)
    assert read_passage(asha, passages["7.1"], NOW)
    assert not read_passage(asha, passages["7.1"], LATER)
    assert reads_of(people.asha) == {passages["7.1"]: NOW}
    assert said() == [people.asha]


def test_what_one_patient_read_is_nobody_elses(people, passages):
    read_passage(make.actor(people.asha), passages["7.1"], NOW)
    assert not reads_of(people.dev)
    assert read_passage(make.actor(people.dev), passages["7.1"], LATER)
    assert reads_of(people.dev) == {passages["7.1"]: LATER}


@pytest.mark.parametrize("called", ["3.1-2", "5.1-2", "4.3"])
def test_about_another_operation_or_not_approved_is_refused(people, passages, called):
    with pytest.raises(NotTheirs):
        read_passage(make.actor(people.asha), passages[called], NOW)
    assert not reads_of(people.asha)


def test_another_clinics_passage_and_an_unknown_one_are_refused(people, passages):
    for passage_id in (reading.ids(people.other_clinic)["7.1"], uuid4()):
        with pytest.raises(NotTheirs):
            read_passage(make.actor(people.asha), passage_id, NOW)


def test_a_withdrawn_passage_cannot_be_read_any_more(people, passages):
    withdraw_passage(make.actor(people.lena), passages["7.1"], NOW)
    with pytest.raises(NotTheirs):
        read_passage(make.actor(people.asha), passages["7.1"], NOW)


@pytest.mark.parametrize("who", ["ben", "lena"])
def test_nobody_says_it_for_a_patient(people, passages, who):
    with pytest.raises(Refused):
        read_passage(make.actor(getattr(people, who)), passages["7.1"], NOW)


def test_without_any_operation_there_is_nothing_to_read(people, passages):
    nia = make.patient(people.clinic, "Nia", "Cole")
    with pytest.raises(NotTheirs):
        read_passage(make.actor(nia), passages["7.1"], NOW)


def test_after_the_recovery_ended_reading_goes_on(people, passages):
    nia = make.patient(people.clinic, "Nia", "Cole")
    make.episode(nia, status="discharged")
    assert read_passage(make.actor(nia), passages["7.1"], NOW)


def replaced(people, passage_id, **changes):
    """The id of an approved edit of a passage."""
    lena, row = make.actor(people.lena), passage_in_clinic(passage_id, people.clinic)
    same = {"heading": row.heading, "plain": row.plain, "placements": tuple(each.as_value() for each in row.placements)}
    draft = edit_passage(lena, passage_id, PassageWordsOfOurs(**{**same, **changes}), words_digest(row), NOW)
    approve_passage(lena, draft, NOW)
    return draft


def test_a_later_version_of_the_same_words_counts_as_read(people, passages):
    read_passage(make.actor(people.asha), passages["7.1"], NOW)
    newer = replaced(people, passages["7.1"])
    newest = replaced(people, newer)
    assert reads_of(people.asha)[newest] == NOW
    assert not read_passage(make.actor(people.asha), newest, LATER)


def test_words_that_changed_are_to_be_read_anew(people, passages):
    read_passage(make.actor(people.asha), passages["7.1"], NOW)
    newer = replaced(people, passages["7.1"], plain="Everybody heals at their own speed.")
    assert newer not in reads_of(people.asha)
    assert read_passage(make.actor(people.asha), newer, LATER)
    assert reads_of(people.asha)[newer] == LATER


def test_a_page_opened_before_the_words_changed_notes_nothing(people, passages):
    newer = replaced(people, passages["7.1"], plain="Everybody heals at their own speed.")
    assert not read_passage(make.actor(people.asha), passages["7.1"], LATER)
    assert not {newer, passages["7.1"]} & reads_of(people.asha).keys()


def test_staff_are_told_the_headings_the_last_first(people, passages):
    read_passage(make.actor(people.asha), passages["7.1"], NOW)
    read_passage(make.actor(people.asha), passages["4.1-2"], LATER)
    assert [(each.heading, each.at) for each in reads_told(people.asha)] == [
        (reading.PASSAGES["4.1-2"].heading, LATER),
        (reading.PASSAGES["7.1"].heading, NOW),
    ]


def test_an_approved_passage_has_its_rows_id(people, passages):
    shown = {each.id: each.original for each in approved_passages(people.clinic)}
    assert shown == {
        row.id: row.original
        for row in db.session.scalars(select(PassageRow))
        if row.id in passages.values() and row.id != passages["4.3"]
    }
