"""Entries, corrections, taking back and resends in any order, zone and time, through the actions on a database.

Nothing doubles, no entry stands on a day that was not told, the figures are those of a naive account, and no page's
sentence, range or chart breaks on any of it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import count
from uuid import UUID, uuid4

import make
import pytest
from entry_worlds import BACK, OPERATED_ON, START, STEPS, VALUES, ZONES, as_told, day_seen, naive_figures
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from recovery.actions.correct_entry import Correction, NotCorrected, correct_entry, take_back_entry
from recovery.actions.record_check_in import record_check_in
from recovery.actions.record_entry import NotRecorded, Reason, Recorded
from recovery.content.expected_course import shipped_course
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Withdrawal, undo_until
from recovery.domain.rhythm import next_due_on
from recovery.extensions import db
from recovery.records.check_in_asks import check_in_asks
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow
from recovery.records.entry_versions import entry_versions
from recovery.records.episodes import current_episode
from recovery.records.expected_ranges import ApprovedRanges
from recovery.records.record import record_of
from recovery.web.present.check_in_page import check_in_page
from recovery.web.present.progress_page import progress_page
from recovery.web.present.usual_range import Allowed, usual_card

NAMES = count()
WHICH = st.integers(0, 99)


@dataclass
class Sent:
    """One entry as the patient knows it: every version, the first one first."""

    client_id: UUID
    entry_id: UUID
    versions: list[CheckIn]
    withdrawal: Withdrawal | None = None


class Life(RuleBasedStateMachine):
    def __init__(self, app, people) -> None:
        super().__init__()
        self.context = app.app_context()
        self.context.push()
        self.people, self.sent, self.now = people, [], START

    @initialize(zone=st.sampled_from(ZONES))
    def begin(self, zone):
        patient = make.patient(self.people.clinic, "Nia", f"Cole{next(NAMES)}", zone=zone, joined_at=START)
        self.episode = make.episode(patient, operated_on=OPERATED_ON)
        self.actor = make.actor(patient)
        self.seen = {self.today - timedelta(days=back) for back in range(21)}

    @property
    def today(self) -> date:
        return day_seen(self.now, self.actor.zone)

    def a_day(self, back) -> date:
        """One of the days that the patient has seen, `back` before the newest."""
        return sorted(self.seen)[-1 - back % len(self.seen)]

    @rule(values=VALUES, back=BACK)
    def record(self, values, back):
        content, client_id = CheckIn(self.a_day(back), **values), uuid4()
        receipt = record_check_in(self.actor, client_id, content, self.now)
        assert isinstance(receipt, Recorded)
        assert receipt.is_new
        self.sent.append(Sent(client_id, receipt.entry_id, [content]))

    @precondition(lambda self: self.sent)
    @rule(which=WHICH)
    def send_again(self, which):
        """As a phone does that never got the answer: the very first words."""
        sent = self.one(which)
        answer = record_check_in(self.actor, sent.client_id, sent.versions[0], self.now)
        expected = NotRecorded(Reason.TAKEN_BACK) if sent.withdrawal else Recorded(sent.entry_id, is_new=False)
        assert answer == expected

    @precondition(lambda self: any(each.withdrawal is None for each in self.sent))
    @rule(which=WHICH, values=VALUES, back=BACK, is_stale=st.booleans())
    def correct(self, which, values, back, is_stale):
        counting = [each for each in self.sent if each.withdrawal is None]
        sent = counting[which % len(counting)]
        content, revision = CheckIn(self.a_day(back), **values), len(sent.versions)
        answer = correct_entry(self.actor, Correction(sent.entry_id, revision - is_stale, content), self.now)
        if content == sent.versions[-1]:
            assert not answer.is_new
        elif is_stale:
            assert answer is NotCorrected.STALE
        else:
            assert answer.is_new
            sent.versions.append(content)

    @precondition(lambda self: self.sent)
    @rule(which=WHICH)
    def take_back(self, which):
        sent = self.one(which)
        versions = entry_versions(self.episode, sent.entry_id)
        can_undo = versions and undo_until(versions, self.now) is not None
        expected = sent.withdrawal or (Withdrawal.UNDONE if can_undo else Withdrawal.TAKEN_BACK)
        assert take_back_entry(self.actor, sent.entry_id, self.now) is expected
        sent.withdrawal = expected

    @rule(step=STEPS)
    def time_passes(self, step):
        self.now += step
        self.seen.add(self.today)

    @rule(zone=st.sampled_from(ZONES))
    def fly(self, zone):
        self.actor = replace(self.actor, zone=zone)
        self.seen.add(self.today)

    def one(self, which) -> Sent:
        return self.sent[which % len(self.sent)]

    def teardown(self):
        if hasattr(self, "actor"):
            self.assert_nothing_doubled_and_every_day_was_seen()
            self.assert_figures_are_the_naive_ones()
            self.assert_no_page_breaks()
        db.session.remove()
        self.context.pop()

    def assert_nothing_doubled_and_every_day_was_seen(self):
        heads = db.session.query(EntryRow).filter_by(episode_id=self.episode).all()
        assert {each.id: each.revision for each in heads} == {each.entry_id: len(each.versions) for each in self.sent}
        for sent in self.sent:
            found = entry_versions(self.episode, sent.entry_id)
            expected = [] if sent.withdrawal is Withdrawal.UNDONE else sent.versions
            assert [each.content for each in reversed(found)] == expected
        rows = db.session.query(CheckInRow).join(EntryRow, EntryRow.id == CheckInRow.entry_id)
        for row in rows.filter(EntryRow.episode_id == self.episode):
            assert row.recorded_on in self.seen
            assert (row.received_at + timedelta(minutes=row.offset_minutes)).date() == day_seen(
                row.received_at, row.zone
            )

    def assert_figures_are_the_naive_ones(self):
        counting = [each.versions[-1] for each in self.sent if each.withdrawal is None]
        told = record_of(self.episode, date.min)
        assert {day: as_told(figure) for day, figure in told.figures.items()} == naive_figures(counting)
        listed = [each.id for each in told.entries]
        assert sorted(listed) == sorted(each.entry_id for each in self.sent if each.withdrawal is not Withdrawal.UNDONE)

    def assert_no_page_breaks(self):
        episode, told = current_episode(self.actor.id), record_of(self.episode, date.min)
        page = progress_page(episode, told, self.today, self.actor.zone)
        assert "{" not in " ".join([page.heading, *page.about])
        check_in_page(episode, self.today, check_in_asks(self.episode, self.today))
        due = next_due_on(episode, told.figures, self.today)
        assert due is None or due >= self.today
        shipped = shipped_course()
        approval = ApprovedRanges(uuid4(), shipped.source, "Lena Fox", START, "", None)
        usual_card(episode, told.figures, self.today, Allowed(shipped, approval, has_open_sign=False), self.actor.zone)


def live(app, people, lives):
    of_machine = settings(
        max_examples=lives,
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(partial(Life, app, people), settings=of_machine)


only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@only_sqlite
def test_any_life_of_entries_is_told_as_it_was(app, people):
    live(app, people, 40)


@only_sqlite
@pytest.mark.long
def test_thousands_of_lives_of_entries_are_told_as_they_were(app, people):
    live(app, people, 4000)
