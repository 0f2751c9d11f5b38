"""The shipped document in a clinic's tables, approved by name, and what its passages are called in the tests.

"7.2-3" is paragraph 7, sentences 2 to 3, as in CLINICAL.md 10.
"""

from uuid import UUID, uuid4

import make
from moment import NOW

from recovery.content.shipped import shipped_document
from recovery.domain.document_import import PassageDraft
from recovery.domain.sentences import passage_text
from recovery.extensions import db
from recovery.records.documents import (
    Approval,
    Document,
    DocumentVersion,
    Paragraph,
    PassageRow,
    PlacementRow,
    Replacement,
    moment_rows,
)

DOCUMENT = shipped_document()


def name(passage: PassageDraft | PassageRow) -> str:
    first, last = passage.first_sentence, passage.last_sentence
    return f"{passage.paragraph}.{first}" + (f"-{last}" if last > first else "")


PASSAGES = {name(each): each for each in DOCUMENT.passages}
WORDS = {
    called: passage_text(DOCUMENT.paragraphs[each.paragraph - 1], each.first_sentence, each.last_sentence)
    for called, each in PASSAGES.items()
}
"""The original words of each passage."""


def approve_shipped(clinic_id: UUID, lead_id: UUID, skip=(), *, version: int = 1) -> None:
    """Every passage but those named in `skip` is approved at NOW; a later version replaces the one before."""
    document = db.session.query(Document).filter_by(clinic_id=clinic_id, key=DOCUMENT.key).one_or_none()
    document = document or Document(clinic_id=clinic_id, key=DOCUMENT.key)
    db.session.add(document)
    db.session.flush()
    row = DocumentVersion(
        document_id=document.id,
        version=version,
        title=DOCUMENT.title,
        source=DOCUMENT.source,
        digest=f"{version}{DOCUMENT.digest}"[:64],
        imported_by_id=lead_id,
        imported_at=NOW,
    )
    row.paragraphs = [Paragraph(number=number, text=text) for number, text in enumerate(DOCUMENT.paragraphs, 1)]
    row.passages = [_passage(place, each, lead_id, skip) for place, each in enumerate(DOCUMENT.passages)]
    earlier = (
        db.session.query(PassageRow).join(DocumentVersion).filter(DocumentVersion.document_id == document.id).all()
    )
    db.session.add(row)
    db.session.flush()
    for new, old in ((new, old) for new in row.passages for old in earlier):
        if (new.paragraph, new.first_sentence) == (old.paragraph, old.first_sentence):
            db.session.add(Replacement(passage_id=new.id, replaced_id=old.id))
    db.session.commit()


def _passage(position: int, draft: PassageDraft, lead_id: UUID, skip) -> PassageRow:
    row = PassageRow(
        position=position,
        paragraph=draft.paragraph,
        first_sentence=draft.first_sentence,
        last_sentence=draft.last_sentence,
        original=WORDS[name(draft)],
        heading=draft.heading,
        plain=draft.plain,
        follows_slowest=draft.follows_slowest,
        moments=moment_rows(draft.moments),
    )
    row.placements = [
        PlacementRow(stage=each.stage, procedure=each.procedure, approach=each.approach, is_on_today=each.is_on_today)
        for each in draft.placements
    ]
    if name(draft) not in skip:
        row.approvals = [Approval(approved_by_id=lead_id, approved_at=NOW)]
    return row


def ids(clinic_id: UUID) -> dict[str, UUID]:
    """The passages of a clinic's newest version, by what they are called."""
    rows = (
        db.session.query(PassageRow, DocumentVersion.version)
        .join(DocumentVersion, DocumentVersion.id == PassageRow.version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .filter(Document.clinic_id == clinic_id)
        .order_by(DocumentVersion.version)
    )
    return {name(row): row.id for row, _version in rows}


def reader(app, clinic_id: UUID, *, zone: str = "Europe/London", **episode) -> UUID:
    """A new patient, Nia, with an episode as make.episode makes it."""
    with app.app_context():
        patient = make.patient(clinic_id, "Nia", f"Cole{uuid4().hex}", zone=zone)
        make.episode(patient, **episode)
        return patient


def own_sentences(page, *quoted: str) -> str:
    """The app's own words on a page, each block a sentence, told once. Quotations and `quoted` titles are left out."""
    main = page.find("main")
    for each in main.find_all(["blockquote", "figcaption", "svg", "table"]):
        each.decompose()
    header = page.find("header", class_="hero")
    blocks = [each for part in (header, main) if part for each in part.find_all(["h1", "h2", "h3", "p", "summary"])]
    told = [" ".join(block.get_text(" ").split()) for block in blocks]
    for title in quoted:
        told = [line.replace(title, "it") for line in told]
    told = dict.fromkeys(told)
    return "\n".join(line if line.endswith((".", "?", "!")) else line + "." for line in told if line)
