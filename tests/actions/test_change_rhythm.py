"""How often check-ins are due for one patient: changed once, with the reason, by their physiotherapist only."""

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import func, select

from recovery.actions.change_rhythm import change_rhythm
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain.access import Refused
from recovery.domain.change import Changed
from recovery.domain.stage import Rhythm
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.changes import changes_of, newest_by
from recovery.records.episodes import current_episode

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def change(people):
    """change(Rhythm.WEEKLY) is Ben's; change(..., by="cleo") somebody else's."""

    def changed(rhythm, why="Doing well", by="ben"):
        return change_rhythm(make.actor(getattr(people, by)), people.asha, rhythm, why, NOW)

    return changed


def audited():
    rows = select(AuditRow).where(AuditRow.action == "changed the rhythm").order_by(AuditRow.number)
    return [row.fields for row in db.session.scalars(rows)]


def test_it_stands_in_the_episode_in_the_record_of_changes_and_in_the_audit(people, change):
    assert change(Rhythm.WEEKLY)
    assert current_episode(people.asha).check_in_interval(TODAY) == 7
    assert change(None, "Back to the stage")
    assert current_episode(people.asha).check_in_interval(TODAY) == 1
    told = [(each.what, each.before, each.after, each.note, each.by) for each in changes_of(people.asha, None)]
    assert told == []
    told = [(each.before, each.after, each.note, each.by) for each in changes_of(people.asha, people.asha_episode)]
    assert told == [("", "weekly", "Doing well", "Ben Okoro"), ("weekly", "", "Back to the stage", "Ben Okoro")]
    assert audited() == [["weekly"], ["stage"]]


def test_the_same_again_changes_nothing_and_leaves_no_trace(change):
    assert change(Rhythm.NONE)
    assert not change(Rhythm.NONE, "Again")
    assert audited() == [["none"]]


def test_who_set_it_last_is_known_by_name(people, change):
    assert newest_by(people.asha_episode, Changed.RHYTHM) == ""
    change(Rhythm.WEEKLY)
    make.care_link(people.asha, people.cleo)
    change_rhythm(make.actor(people.cleo), people.asha, Rhythm.DAILY, "Sore", NOW.replace(hour=13))
    assert newest_by(people.asha_episode, Changed.RHYTHM) == "Cleo Marsh"
    assert newest_by(people.dev_episode, Changed.RHYTHM) == ""


@pytest.mark.parametrize("who", ["cleo", "eli"])
def test_for_another_physiotherapist_there_is_no_such_patient(people, change, who):
    with pytest.raises(NoSuchPatient):
        change(Rhythm.WEEKLY, by=who)
    assert current_episode(people.asha).rhythm is None


@pytest.mark.parametrize("who", ["asha", "lena"])
def test_patients_and_leads_are_refused(people, change, who):
    with pytest.raises(Refused):
        change(Rhythm.WEEKLY, by=who)
    assert db.session.scalar(select(func.count()).select_from(AuditRow)) == 0
