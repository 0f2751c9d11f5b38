"""A patient's own word about recording: said once however often it is sent, and never over what staff did meanwhile."""

from datetime import timedelta
from uuid import UUID, uuid4

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import func, select

from recovery.actions.change_episode import change_status
from recovery.actions.say_status import NOTE_LENGTH, Said, Saying, say_status
from recovery.domain.access import Refused
from recovery.domain.episode import RUNNING, EpisodeStatus
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.changes import changes_of
from recovery.records.episodes import EpisodeRow

pytestmark = pytest.mark.usefixtures("context")

ACTIVE, IN_HOSPITAL, PAUSED = RUNNING
ENDED = [status for status in EpisodeStatus if status not in RUNNING]


@pytest.fixture
def say(people):
    """say(PAUSED) is Asha's, from a page that said she is recording."""

    def said(status, note="", *, seen=ACTIVE, client_id=None, now=NOW):
        return say_status(make.actor(people.asha), Saying(client_id or uuid4(), seen, status, note), now)

    return said


@pytest.fixture
def set_by_ben(people):
    def changed(status):
        return change_status(make.actor(people.ben), people.asha, status, TODAY, "", NOW)

    return changed


def status_of(episode_id):
    row = db.session.get(EpisodeRow, episode_id, populate_existing=True)
    return row.status, row.status_since


def told(people):
    return [(each.before, each.after, each.note, each.by) for each in changes_of(people.asha, people.asha_episode)]


def audit_rows():
    return db.session.scalar(select(func.count()).select_from(AuditRow).where(AuditRow.action == "said the status"))


@pytest.mark.parametrize("status", [IN_HOSPITAL, PAUSED])
def test_it_is_saved_since_today_and_staff_see_who_said_it(people, say, status):
    assert say(status, "My knee") is Said.SAVED
    assert status_of(people.asha_episode) == (status, TODAY)
    since = TODAY - timedelta(days=12)
    assert told(people) == [(f"active {since}", f"{status} {TODAY}", "My knee", "Asha Rao")]
    assert audit_rows() == 1


def test_and_taken_back_again(people, say):
    say(PAUSED)
    assert say(ACTIVE, seen=PAUSED, now=NOW + timedelta(days=2)) is Said.SAVED
    assert status_of(people.asha_episode) == (ACTIVE, TODAY + timedelta(days=2))
    assert len(told(people)) == 2


def test_sent_again_it_is_the_same_saying_whatever_staff_did_meanwhile(people, say, set_by_ben):
    same = uuid4()
    assert say(PAUSED, "Away", client_id=same) is Said.SAVED
    assert say(PAUSED, "Away", client_id=same) is Said.SAVED
    set_by_ben(ACTIVE)
    assert say(PAUSED, "Away", client_id=same) is Said.SAVED
    assert status_of(people.asha_episode)[0] is ACTIVE
    assert audit_rows() == 1


@pytest.mark.parametrize("other", [{"note": "Another"}, {"status": IN_HOSPITAL}])
def test_something_else_under_a_used_id_is_asked_about(people, say, other):
    same = uuid4()
    say(PAUSED, "Away", client_id=same)
    assert say(**{"status": PAUSED, "note": "Away", **other}, client_id=same, seen=PAUSED) is Said.CHANGED_MEANWHILE
    assert status_of(people.asha_episode)[0] is PAUSED
    assert audit_rows() == 1


def test_an_id_of_somebody_elses_change_is_never_taken_for_ones_own(people, say):
    theirs = uuid4()
    say_status(make.actor(people.dev), Saying(theirs, ACTIVE, PAUSED), NOW)
    assert say(PAUSED, client_id=theirs) is Said.CHANGED_MEANWHILE
    assert status_of(people.asha_episode)[0] is ACTIVE


def test_what_staff_changed_while_the_page_was_open_is_not_overwritten(people, say, set_by_ben):
    set_by_ben(IN_HOSPITAL)
    assert say(PAUSED) is Said.CHANGED_MEANWHILE
    assert status_of(people.asha_episode)[0] is IN_HOSPITAL
    assert audit_rows() == 0


@pytest.mark.parametrize("status", RUNNING)
def test_what_stands_already_is_not_said_again(people, say, set_by_ben, status):
    set_by_ben(status)
    before = told(people)
    assert say(status, "More", seen=status) is Said.SO_ALREADY
    assert told(people) == before


@pytest.mark.parametrize("ended", ENDED)
def test_what_ended_stays_ended(people, say, set_by_ben, ended):
    set_by_ben(ended)
    for status in RUNNING:
        assert say(status) is Said.NO_EPISODE
    assert status_of(people.asha_episode)[0] is ended


@pytest.mark.parametrize("ended", ENDED)
def test_nobody_can_say_that_it_ended(ended):
    with pytest.raises(ValueError, match="running status"):
        Saying(UUID(int=1), ACTIVE, ended)


def test_a_note_has_at_most_300_characters():
    assert Saying(UUID(int=1), ACTIVE, PAUSED, "x" * NOTE_LENGTH)
    with pytest.raises(ValueError, match="short note"):
        Saying(UUID(int=1), ACTIVE, PAUSED, "x" * (NOTE_LENGTH + 1))


def test_a_second_episode_never_becomes_active_beside_another(people, say):
    newer = make.episode(people.asha, day=2, status="paused")
    assert say(ACTIVE, seen=PAUSED) is Said.CHANGED_MEANWHILE
    assert status_of(newer)[0] is PAUSED
    assert status_of(people.asha_episode)[0] is ACTIVE


def test_the_day_is_the_patients_own(people):
    nia = make.patient(people.clinic, "Nia", "Cole", zone="Pacific/Auckland")
    episode = make.episode(nia)
    say_status(make.actor(nia), Saying(uuid4(), ACTIVE, PAUSED), NOW)
    assert status_of(episode) == (PAUSED, TODAY + timedelta(days=1))


@pytest.mark.parametrize("who", ["ben", "lena"])
def test_only_the_patient_says_it_here(people, who):
    with pytest.raises(Refused):
        say_status(make.actor(getattr(people, who)), Saying(uuid4(), ACTIVE, PAUSED), NOW)
