"""Twenty at once about the same entry: one correction, one taking back, and each is told the truth."""

import make
import pytest
from correcting import PAGES, TAKE_BACK, opened, sent_by
from crowding import CROWD, at_once

from recovery.domain.entries import Withdrawal
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow, NotWellRow
from recovery.records.sessions import SessionRow

pytestmark = pytest.mark.usefixtures("audit_stays_whole")
ROWS = {"check_in": CheckInRow, "session": SessionRow, "not_well": NotWellRow}


@pytest.fixture
def entries(app, people):
    with app.app_context():
        return {
            "check_in": make.check_in(people.asha, back_pain_average=3),
            "session": make.session(people.asha, note="First"),
            "not_well": make.not_well(people.asha),
        }


@pytest.mark.parametrize("kind", PAGES)
def test_of_twenty_corrections_at_once_one_is_saved_and_the_others_are_told(visit, people, crowd, count, entries, kind):
    entry, action = entries[kind], PAGES[kind][1]
    form = opened(visit(people.asha), kind, entry)

    def correct(visitor, turn):
        return visitor.post(action, {**form, "note": f"Correction {turn}"})

    assert at_once(crowd(people.asha), correct) == [303] + [409] * (CROWD - 1)
    assert count(ROWS[kind], ROWS[kind].entry_id == entry) == 2


def test_the_same_correction_twenty_times_at_once_is_one_and_the_same_answer(visit, people, crowd, count, entries):
    form = {**opened(visit(people.asha), "check_in", entries["check_in"]), "back_pain_average": "4"}

    def correct(visitor, _turn):
        return visitor.post(PAGES["check_in"][1], form)

    assert at_once(crowd(people.asha), correct) == [303] * CROWD
    assert count(CheckInRow) == 2


def test_taken_back_by_twenty_at_once_it_is_undone_once(app, visit, people, crowd, count, entries):
    form = sent_by(visit(people.asha).get(f"/entries/{entries['check_in']}/take-back"), TAKE_BACK)

    def take_back(visitor, _turn):
        return visitor.post(TAKE_BACK, form)

    assert at_once(crowd(people.asha), take_back) == [303] * CROWD
    assert count(EntryRow, EntryRow.withdrawal == Withdrawal.UNDONE) == 1
    assert count(AuditRow, AuditRow.action == "undid check_in") == 1


def test_a_correction_and_a_taking_back_at_once_leave_a_whole_entry(app, visit, people, crowd, entries):
    asha, entry = visit(people.asha), entries["check_in"]
    forms = {
        TAKE_BACK: sent_by(asha.get(f"/entries/{entry}/take-back"), TAKE_BACK),
        PAGES["check_in"][1]: {**opened(asha, "check_in", entry), "back_pain_average": "4"},
    }

    def send(visitor, turn):
        address = list(forms)[turn % 2]
        return visitor.post(address, forms[address])

    given_back = 409  # with what was typed, as a new entry
    assert set(at_once(crowd(people.asha), send)) <= {303, 404, given_back}
    with app.app_context():
        head = db.session.get(EntryRow, entry)
        assert head.withdrawal is Withdrawal.UNDONE
        assert db.session.get(CheckInRow, (entry, head.revision))
