"""What a new version of a document takes over from the one before, inside the write that imports it.

A paragraph that is word for word the same keeps its passages with our words, placements, moments and approvals. One
that changed keeps our words as a draft, to be looked at and approved anew; until then patients go on seeing the old
passage. What is gone stays visible until somebody withdraws it.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import select

from recovery.actions.edit_passage import add_replacements
from recovery.domain.document_difference import matched_paragraphs
from recovery.domain.document_import import DocumentDraft, PassageDraft
from recovery.domain.sentences import passage_text, sentences_of
from recovery.extensions import db
from recovery.records.documents import (
    Approval,
    DocumentVersion,
    PassageRow,
    Replacement,
    Withdrawal,
    moment_rows,
    placement_row,
)


def carry_over(earlier: DocumentVersion, version: DocumentVersion, draft: DocumentDraft) -> None:
    """Make the passages of `version`, whose paragraphs are stored already."""
    old, new = _texts(earlier), _texts(version)
    matched, newest, position = matched_paragraphs(old, new), _newest_by_paragraph(earlier), 0
    for number, text in enumerate(new, 1):
        before = matched.get(number)
        rows = newest.get(before, []) if before else []
        is_same = bool(rows) and before is not None and old[before - 1] == text
        proposal = draft.passages[number - 1]
        for row in _of_paragraph(version.id, number, text, rows, proposal, is_same=is_same):
            row.position, position = position, position + 1
    db.session.flush()


def replace_matching(earlier: DocumentVersion | None, version: DocumentVersion) -> None:
    """A version that brings its own words: each passage takes the place of those of its paragraph, once approved."""
    if earlier is None:
        return
    matched, newest = matched_paragraphs(_texts(earlier), _texts(version)), _newest_by_paragraph(earlier)
    for row in version.passages:
        replaced = [each.id for each in newest.get(matched.get(row.paragraph, 0), []) if _overlap(each, row)]
        if replaced:
            add_replacements(row.id, replaced)


def _overlap(old: PassageRow, new: PassageRow) -> bool:
    return old.first_sentence <= new.last_sentence and new.first_sentence <= old.last_sentence


def _texts(version: DocumentVersion) -> list[str]:
    return [paragraph.text for paragraph in version.paragraphs]


def _newest_by_paragraph(version: DocumentVersion) -> dict[int, list[PassageRow]]:
    """The passages of a version that no draft or later one takes the place of, in the document's order."""
    replaced = set(
        db.session.scalars(
            select(Replacement.replaced_id).where(Replacement.replaced_id.in_([row.id for row in version.passages]))
        )
    )
    by_paragraph: dict[int, list[PassageRow]] = {}
    for row in sorted(version.passages, key=lambda each: (each.paragraph, each.first_sentence)):
        if row.id not in replaced:
            by_paragraph.setdefault(row.paragraph, []).append(row)
    return by_paragraph


def _of_paragraph(
    version_id: UUID, number: int, text: str, rows: Sequence[PassageRow], proposal: PassageDraft, *, is_same: bool
) -> list[PassageRow]:
    if not rows:
        row = _passage(version_id, number, text, proposal)
        row.placements = [placement_row(each) for each in proposal.placements]
        return [row]
    count = len(sentences_of(text))
    if is_same or (all(row.last_sentence <= count for row in rows) and rows[-1].last_sentence == count):
        return [_copy(row, version_id, number, text, is_same=is_same) for row in rows]
    return [_joined(rows, version_id, number, text, proposal)]


def _passage(version_id: UUID, number: int, text: str, draft: PassageDraft) -> PassageRow:
    row = PassageRow(
        id=uuid4(),
        version_id=version_id,
        position=0,
        paragraph=number,
        first_sentence=draft.first_sentence,
        last_sentence=draft.last_sentence,
        original=passage_text(text, draft.first_sentence, draft.last_sentence),
        heading=draft.heading,
        plain=draft.plain,
    )
    db.session.add(row)
    return row


def _copy(old: PassageRow, version_id: UUID, number: int, text: str, *, is_same: bool) -> PassageRow:
    """The same split with our words; the approvals too where nothing changed and nobody withdrew it."""
    row = PassageRow(
        id=uuid4(),
        version_id=version_id,
        position=0,
        paragraph=number,
        first_sentence=old.first_sentence,
        last_sentence=old.last_sentence,
        original=passage_text(text, old.first_sentence, old.last_sentence),
        heading=old.heading,
        plain=old.plain,
        follows_slowest=old.follows_slowest,
        placements=[placement_row(each.as_value()) for each in old.placements],
        moments=moment_rows(each.moment for each in old.moments),
    )
    db.session.add(row)
    db.session.flush()
    add_replacements(row.id, [old.id])
    is_withdrawn = db.session.scalar(select(Withdrawal.id).where(Withdrawal.passage_id == old.id)) is not None
    for approval in old.approvals if is_same and not is_withdrawn else ():
        db.session.add(
            Approval(passage_id=row.id, approved_by_id=approval.approved_by_id, approved_at=approval.approved_at)
        )
    return row


def _joined(rows: Sequence[PassageRow], version_id: UUID, number: int, text: str, proposal: PassageDraft) -> PassageRow:
    """The old split does not fit any more: one passage for the paragraph, with all our words to be sorted out."""
    row = _passage(version_id, number, text, proposal)
    row.heading = rows[0].heading or proposal.heading
    row.plain = "\n".join(each.plain for each in rows if each.plain)
    row.follows_slowest = any(each.follows_slowest for each in rows)
    placements = dict.fromkeys(placed.as_value() for each in rows for placed in each.placements)
    row.placements = [placement_row(each) for each in placements or proposal.placements]
    row.moments = moment_rows({each.moment for old in rows for each in old.moments})
    db.session.flush()
    add_replacements(row.id, [each.id for each in rows])
    return row
