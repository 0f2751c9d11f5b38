"""Importing a document: a new version for new words, nothing for the same ones, and nobody's but the lead's."""

import cast
import make
import pytest
from sqlalchemy import func, select

from recovery.actions.import_document import import_document
from recovery.actions.transaction import CommandLine
from recovery.content.shipped import shipped_document
from recovery.domain.access import Refused
from recovery.domain.document_import import read_document
from recovery.domain.sentences import passage_text
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.documents import Approval, Document, DocumentVersion, PassageRow
from recovery.records.guidance import approved_passages

FIRST = read_document(b"Guide\n\nKeep the wound dry.\n\nWalk a little every day.", "guide.txt")
SECOND = read_document(b"Guide\n\nKeep the wound dry.\n\nWalk a little more every day.", "guide.txt")


def count(table):
    return db.session.scalar(select(func.count()).select_from(table))


@pytest.fixture
def lead(context, people):
    return make.actor(people.lena)


def test_a_new_document_is_its_first_version_and_the_same_words_again_change_nothing(lead):
    first = import_document(lead, FIRST, cast.NOW)
    assert (first.version, first.is_new) == (1, True)
    before = [count(each) for each in (Document, DocumentVersion, PassageRow, AuditRow)]
    again = import_document(lead, FIRST, cast.NOW)
    assert (again.version_id, again.version, again.is_new) == (first.version_id, 1, False)
    assert [count(each) for each in (Document, DocumentVersion, PassageRow, AuditRow)] == before


def test_other_words_under_the_same_key_are_the_next_version(lead):
    import_document(lead, FIRST, cast.NOW)
    assert import_document(lead, SECOND, cast.NOW).version == 2
    assert (count(Document), count(DocumentVersion)) == (1, 2)


def test_each_clinic_has_its_own_versions(lead, people):
    import_document(lead, FIRST, cast.NOW)
    elsewhere = import_document(CommandLine(people.other_clinic), FIRST, cast.NOW)
    assert (elsewhere.version, elsewhere.is_new) == (1, True)
    assert count(Document) == 2


def test_nothing_is_approved_by_importing(lead, people):
    import_document(lead, shipped_document(), cast.NOW)
    assert count(Approval) == 0
    assert not approved_passages(people.clinic)


def test_every_passage_keeps_its_exact_words_and_placements(lead):
    draft = shipped_document()
    imported = import_document(lead, draft, cast.NOW)
    rows = db.session.scalars(
        select(PassageRow).where(PassageRow.version_id == imported.version_id).order_by(PassageRow.position)
    ).all()
    assert [row.original for row in rows] == [
        passage_text(draft.paragraphs[each.paragraph - 1], each.first_sentence, each.last_sentence)
        for each in draft.passages
    ]
    assert [len(row.placements) for row in rows] == [len(each.placements) for each in draft.passages]


@pytest.mark.parametrize("who", ["ben", "asha"])
def test_only_a_lead_may_and_nothing_is_stored_otherwise(context, people, who):
    with pytest.raises(Refused):
        import_document(make.actor(getattr(people, who)), FIRST, cast.NOW)
    assert count(Document) == 0


def test_who_imported_is_written_down(lead, people):
    imported = import_document(lead, FIRST, cast.NOW)
    row = db.session.scalars(select(AuditRow).where(AuditRow.action == "imported a document")).one()
    assert (row.actor_id, row.subject, row.fields) == (people.lena, str(imported.version_id), [FIRST.key])
