"""Pinned advice: one in one place, idempotent, only by who cares for the patient, and true to its place for good."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
import reading
from moment import NOW
from sqlalchemy import select

from recovery.actions.approve_passage import approve_passage, withdraw_passage
from recovery.actions.edit_passage import PassageWordsOfOurs, edit_passage
from recovery.actions.pin_advice import (
    NewAdvice,
    NoSuchAdvice,
    NotOnLearn,
    PinnedOtherwise,
    end_advice,
    pin_advice,
)
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain.access import Refused
from recovery.domain.advice import taking_the_place_of
from recovery.domain.guidance import Placement
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.document_pages import passage_in_clinic, words_digest
from recovery.records.pinned_advice import advice_of

LATER = NOW + timedelta(days=2)


@pytest.fixture
def passages(context, people):
    reading.approve_shipped(people.clinic, people.lena)
    reading.approve_shipped(people.other_clinic, people.eli)
    return reading.ids(people.clinic)


def pin(people, words="Rest more.", passage_id=None, *, who="ben", client_id=None, now=NOW):
    advice = NewAdvice(client_id or uuid4(), words, passage_id)
    return pin_advice(make.actor(getattr(people, who)), people.asha, advice, now)


def pinned(people):
    return [(each.words, each.is_running) for each in advice_of(people.asha_episode)]


def audited():
    wanted = ("pinned advice", "advice ended")
    rows = db.session.scalars(select(AuditRow).where(AuditRow.action.in_(wanted)).order_by(AuditRow.number))
    return [(row.action, row.actor_id, row.patient_id) for row in rows]


def test_it_has_an_author_a_time_a_place_and_an_audit_row(people, passages):
    assert pin(people, passage_id=passages["7.1"])
    (advice,) = advice_of(people.asha_episode)
    assert (advice.words, advice.by, advice.pinned_at) == ("Rest more.", "Ben Okoro", NOW)
    assert (advice.passages, advice.heading) == ({passages["7.1"]}, reading.PASSAGES["7.1"].heading)
    assert audited() == [("pinned advice", people.ben, people.asha)]


def test_a_resend_is_the_same_advice_even_after_it_ended(people, passages):
    client_id = uuid4()
    assert pin(people, client_id=client_id)
    assert not pin(people, client_id=client_id)
    end_advice(make.actor(people.ben), people.asha, client_id, LATER)
    assert not pin(people, client_id=client_id)
    assert pinned(people) == [("Rest more.", False)]


def test_other_words_another_place_or_another_patient_under_a_used_id_are_refused(people, passages):
    client_id = uuid4()
    pin(people, client_id=client_id)
    make.care_link(people.dev, people.ben)
    with pytest.raises(PinnedOtherwise):
        pin(people, "Walk more.", client_id=client_id)
    with pytest.raises(PinnedOtherwise):
        pin(people, passage_id=passages["7.1"], client_id=client_id)
    with pytest.raises(PinnedOtherwise):
        pin_advice(make.actor(people.ben), people.dev, NewAdvice(client_id, "Rest more."), NOW)
    assert pinned(people) == [("Rest more.", True)]


def test_in_one_place_stands_one_and_the_one_before_stays_readable(people, passages):
    pin(people, "First.", passages["7.1"])
    pin(people, "About all.", now=NOW + timedelta(hours=1))
    pin(people, "Second.", passages["7.1"], now=LATER)
    assert pinned(people) == [("First.", False), ("About all.", True), ("Second.", True)]
    first = advice_of(people.asha_episode)[0]
    assert (first.ended_at, first.ended_by) == (LATER, "Ben Okoro")
    assert [action for action, *_who in audited()] == [
        "pinned advice",
        "pinned advice",
        "advice ended",
        "pinned advice",
    ]


def test_ending_it_is_written_down_once(people, passages):
    client_id = uuid4()
    pin(people, client_id=client_id)
    assert end_advice(make.actor(people.ben), people.asha, client_id, LATER)
    assert not end_advice(make.actor(people.ben), people.asha, client_id, LATER + timedelta(days=1))
    (advice,) = advice_of(people.asha_episode)
    assert (advice.ended_at, advice.ended_by) == (LATER, "Ben Okoro")
    assert len(audited()) == 2


@pytest.mark.parametrize("who", ["cleo", "eli"])
def test_to_somebody_who_does_not_care_for_the_patient_neither_is_there(people, passages, who):
    client_id = uuid4()
    pin(people, client_id=client_id)
    with pytest.raises(NoSuchPatient):
        pin(people, who=who)
    with pytest.raises(NoSuchPatient):
        end_advice(make.actor(getattr(people, who)), people.asha, client_id, LATER)
    assert pinned(people) == [("Rest more.", True)]


@pytest.mark.parametrize("who", ["asha", "lena"])
def test_only_physiotherapists_pin(people, passages, who):
    with pytest.raises(Refused):
        pin(people, who=who)
    with pytest.raises(Refused):
        end_advice(make.actor(getattr(people, who)), people.asha, uuid4(), NOW)


def test_another_patients_advice_cannot_be_ended_through_this_one(people, passages):
    make.care_link(people.dev, people.ben)
    client_id = uuid4()
    pin(people, client_id=client_id)
    for advice_id in (client_id, uuid4()):
        with pytest.raises(NoSuchAdvice):
            end_advice(make.actor(people.ben), people.dev, advice_id, NOW)
    assert pinned(people) == [("Rest more.", True)]


@pytest.mark.parametrize("called", ["3.1-2", "5.1-2"])
def test_it_takes_no_place_that_this_patient_does_not_read(people, passages, called):
    with pytest.raises(NotOnLearn):
        pin(people, passage_id=passages[called])
    with pytest.raises(NotOnLearn):
        pin(people, passage_id=reading.ids(people.other_clinic)["7.1"])
    assert pinned(people) == []


def test_after_the_recovery_ended_nothing_is_pinned(people, passages):
    nia = make.patient(people.clinic, "Nia", "Cole")
    make.episode(nia, status="discharged")
    make.care_link(nia, people.ben)
    with pytest.raises(NoSuchPatient):
        pin_advice(make.actor(people.ben), nia, NewAdvice(uuid4(), "Rest."), NOW)


@pytest.mark.parametrize("words", ["", "  \n", "a" * 1001])
def test_advice_has_words_and_not_too_many(words):
    with pytest.raises(ValueError, match="advice has words"):
        NewAdvice(uuid4(), words)


def replacement(people, passage_id, *, is_approved=True):
    lena, row = make.actor(people.lena), passage_in_clinic(passage_id, people.clinic)
    ours = PassageWordsOfOurs("Heal slowly", "Heal slowly.", (Placement(Stage.FIRST_DAYS),))
    draft = edit_passage(lena, passage_id, ours, words_digest(row), NOW)
    if is_approved:
        approve_passage(lena, draft, NOW)
    return draft


def test_it_keeps_its_place_through_approved_versions_of_the_passage(people, passages):
    pin(people, "Rest more.", passages["7.1"])
    newer = replacement(people, passages["7.1"])
    newest = replacement(people, newer)
    (advice,) = advice_of(people.asha_episode)
    assert advice.passages == {passages["7.1"], newer, newest}
    assert taking_the_place_of(newest, [advice]) == advice
    pin(people, "Walk more.", newest, now=LATER)
    assert pinned(people) == [("Rest more.", False), ("Walk more.", True)]


def test_a_change_that_waits_for_approval_moves_nothing(people, passages):
    pin(people, "Rest more.", passages["7.1"])
    replacement(people, passages["7.1"], is_approved=False)
    (advice,) = advice_of(people.asha_episode)
    assert advice.passages == {passages["7.1"]}


def test_it_goes_on_when_its_passage_is_not_shown_any_more(people, passages):
    pin(people, "Rest more.", passages["7.1"])
    withdraw_passage(make.actor(people.lena), passages["7.1"], NOW)
    assert pinned(people) == [("Rest more.", True)]
