"""Whatever is imported, edited, approved and withdrawn, in any order: patients see approved words only, never two
passages of one lineage, and never less than what was approved and not withdrawn.
"""

from dataclasses import dataclass, field
from uuid import UUID

import make
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from moment import NOW

from recovery.actions.approve_passage import NotReady, PassageChanged, approve_passage, withdraw_passage
from recovery.actions.edit_passage import PassageWordsOfOurs, edit_passage
from recovery.actions.import_document import import_document
from recovery.domain.document_import import read_document
from recovery.domain.guidance import Placement
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.document_pages import PassageState, versions_of_clinic
from recovery.records.documents import Approval, PassageRow, Replacement, Withdrawal
from recovery.records.guidance import approved_passages

PARAGRAPHS = ("Walk every day. Rest in between.", "Walk every day. Sit little.", "Keep it dry.", "Ask. Call. Come.")
HERE = (Placement(Stage.FIRST_DAYS),)


@dataclass
class Life:
    """What the machine works on; the fixture fills it in."""

    clinic: UUID
    lead: UUID
    count: int = field(default=0)


LIFE: list[Life] = []


class Document(RuleBasedStateMachine):
    def passages(self):
        db.session.rollback()
        return [each for version in versions_of_clinic(LIFE[0].clinic) for each in version.passages]

    def pick(self, place):
        known = self.passages()
        return known[place % len(known)] if known else None

    @rule(texts=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4))
    def bring_a_version(self, texts):
        data = "\n\n".join(["Guide", *texts]).encode()
        import_document(make.actor(LIFE[0].lead), read_document(data, "guide.txt"), NOW)

    @rule(place=st.integers(0, 40))
    def edit(self, place):
        passage = self.pick(place)
        if passage is None:
            return
        LIFE[0].count += 1
        ours = PassageWordsOfOurs("About", f"Words {LIFE[0].count}.", HERE)
        try:
            edit_passage(make.actor(LIFE[0].lead), passage.id, ours, passage.digest, NOW)
        except PassageChanged:
            assert passage.has_draft or passage.state is PassageState.REPLACED

    @rule(place=st.integers(0, 40))
    def approve(self, place):
        passage = self.pick(place)
        if passage is None:
            return
        try:
            approve_passage(make.actor(LIFE[0].lead), passage.id, NOW, passage.digest)
        except NotReady:
            assert not passage.plain or not passage.placements
        except PassageChanged:
            assert passage.has_draft or passage.state is PassageState.REPLACED

    @rule(place=st.integers(0, 40))
    def withdraw(self, place):
        passage = self.pick(place)
        if passage is not None:
            withdraw_passage(make.actor(LIFE[0].lead), passage.id, NOW)

    @invariant()
    def patients_see_just_what_is_approved(self):
        db.session.rollback()
        approved = {row.passage_id for row in db.session.query(Approval)}
        withdrawn = {row.passage_id for row in db.session.query(Withdrawal)}
        replaced = {row.replaced_id for row in db.session.query(Replacement) if row.passage_id in approved}
        wanted = approved - withdrawn - replaced
        rows = {row.id: row for row in db.session.query(PassageRow)}
        shown = approved_passages(LIFE[0].clinic)
        assert sorted(each.plain for each in shown) == sorted(rows[each].plain for each in wanted)
        assert all(each.plain and each.approved_by for each in shown)
        on_page = {each.id for each in self.passages() if each.state is PassageState.SHOWN}
        assert on_page == wanted
        lineages = [(row.passage_id, row.replaced_id) for row in db.session.query(Replacement)]
        assert not [pair for pair in lineages if set(pair) <= wanted]


def test_the_life_of_a_document(context, people):
    LIFE[:] = [Life(people.clinic, people.lena)]
    quick = settings(
        max_examples=12,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    machine = Document.TestCase
    machine.settings = quick
    machine("runTest").runTest()
