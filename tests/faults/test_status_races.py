"""A status said by the patient, by many at once and beside their physiotherapist: once, and never over the other's."""

from crowding import CROWD, at_once
from moment import TODAY

from recovery.domain.change import Changed
from recovery.domain.episode import EpisodeStatus
from recovery.records.changes import RecordChange
from recovery.records.episodes import EpisodeRow


def test_a_status_said_by_twenty_at_once_is_said_once(people, visit, crowd, count):
    form = {**visit(people.asha).get("/recording-status").fields("/recording-status"), "status": "paused"}
    form.pop("csrf_token")

    def say(visitor, _turn):
        return visitor.post("/recording-status", form)

    assert at_once(crowd(people.asha), say) == [303] * CROWD
    assert count(RecordChange, RecordChange.patient_id == people.asha, RecordChange.what == Changed.STATUS) == 1


def test_a_status_said_while_staff_change_it_is_never_saved_over_theirs_unseen(people, visit, crowd, count):
    form = {**visit(people.asha).get("/recording-status").fields("/recording-status"), "status": "paused"}
    form.pop("csrf_token")
    (asha,), (ben,) = crowd(people.asha, 1), crowd(people.ben, 1)

    def send(visitor, turn):
        if turn:
            return visitor.post(f"/patients/{people.asha}/status", {"status": "discharged", "since": str(TODAY)})
        return visitor.post("/recording-status", form)

    assert at_once([asha, ben], send) in ([303, 303], [303, 409])
    ended = (EpisodeRow.id == people.asha_episode, EpisodeRow.status == EpisodeStatus.DISCHARGED)
    assert count(EpisodeRow, *ended) == 1
