"""Reading a clinic's document: plain text or Markdown in UTF-8, one paragraph a passage, with placements proposed by
explicit rules for a person to check. Nothing here approves anything.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from recovery.domain.guidance import Moment, Placement
from recovery.domain.operation import Approach, Procedure
from recovery.domain.sentences import sentences_of
from recovery.domain.stage import Stage

LARGEST_BYTES = 1_000_000
MOST_PARAGRAPHS = 500
TITLE_LENGTH = 300
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")


class BadDocument(ValueError):  # noqa: N818 - said to the person who imports it
    """The file cannot be taken. The message says why, on which line where it can, and how to put it right."""


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """Sentences of one paragraph, counted from 1, with our words and proposed placements; no rule proposes a moment."""

    paragraph: int
    first_sentence: int
    last_sentence: int
    heading: str
    plain: str
    placements: tuple[Placement, ...]
    follows_slowest: bool = False
    moments: frozenset[Moment] = frozenset()


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """`digest` is the SHA-256 of title and paragraphs: the same words again are the same document."""

    key: str
    title: str
    source: str
    paragraphs: tuple[str, ...]
    passages: tuple[PassageDraft, ...]

    @property
    def is_proposal(self) -> bool:
        """Read from a file: nobody has written plain words yet, and a rule proposed the placements."""
        return not any(passage.plain for passage in self.passages)

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n\n".join((self.title, *self.paragraphs)).encode()).hexdigest()


def read_document(data: bytes, file_name: str) -> DocumentDraft:
    """The draft of a file's contents. Raises BadDocument for anything that is not a readable document."""
    text = _decoded(data)
    blocks = [_joined(block) for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    if not blocks:
        raise BadDocument("The file is empty. Choose the file that holds the document's words.")
    title = _title(blocks[0])
    paragraphs, passages, heading = [], [], ""
    for block in blocks[1:]:
        match = _HEADING.fullmatch(block)
        if match:
            heading = match.group(1)
            continue
        paragraphs.append(block)
        passages.append(_proposal(len(paragraphs), block, heading))
        heading = ""
    if not paragraphs:
        raise BadDocument("Line 1 is the title and nothing follows it. Put an empty line between title and paragraphs.")
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise BadDocument(
            f"The file has {len(paragraphs)} paragraphs; at most {MOST_PARAGRAPHS} can be checked. Split it."
        )
    return DocumentDraft(_key(file_name), title, file_name, tuple(paragraphs), tuple(passages))


def as_key(draft: DocumentDraft, key: str) -> DocumentDraft:
    """Under another key than the file's name; "" leaves it. Raises BadDocument when nothing of `key` can be kept."""
    if not key.strip():
        return draft
    if not re.search(r"[a-z0-9]", key.lower()):
        raise BadDocument("The key needs letters or digits, like guide-for-patients.")
    return replace(draft, key=_key(key.replace(".", "-").replace("/", "-")))


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_BYTES:
        raise BadDocument(f"The file has {len(data):,} bytes; at most {LARGEST_BYTES:,} can be read. Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadDocument(f"Line {line} is not UTF-8 text. Save the file as UTF-8 and try again.") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        line = text[: control.start()].count("\n") + 1
        raise BadDocument(
            f"Line {line} holds bytes that are no text: is this a Word or PDF file? Save it as plain text."
        )
    return text


def _joined(block: str) -> str:
    """One paragraph on one line; the lines of a list keep their own."""
    lines = [line.strip() for line in block.strip().split("\n")]
    is_list = any(re.match(r"([-*+]|\d+[.)])\s", line) for line in lines)
    return ("\n" if is_list else " ").join(lines)


def _title(block: str) -> str:
    match = _HEADING.fullmatch(block)
    title = match.group(1) if match else block
    if len(title) > TITLE_LENGTH:
        raise BadDocument(f"Line 1 should be the title and has over {TITLE_LENGTH} letters. Put a title first.")
    return title


def _key(file_name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", PurePath(file_name).stem.lower()).strip("-")[:120] or "document"


def _proposal(number: int, paragraph: str, heading: str) -> PassageDraft:
    return PassageDraft(
        paragraph=number,
        first_sentence=1,
        last_sentence=len(sentences_of(paragraph)),
        heading=heading,
        plain="",
        placements=propose_placements(f"{heading}\n{paragraph}"),
    )


_PROCEDURE_WORDS = {
    Procedure.FUSION: r"\b(spinal )?fusion",
    Procedure.LAMINECTOMY: r"\blaminectom",
    Procedure.DISCECTOMY: r"\b(micro)?discectom",
}
_APPROACH_WORDS = {Approach.MINIMALLY_INVASIVE: r"minimally[ -]invasive|keyhole"}
AFTER = (Stage.FIRST_DAYS, Stage.EARLY_HEALING, Stage.BUILDING_UP, Stage.GETTING_STRONGER, Stage.BACK_TO_LIFE)
_STAGE_WORDS: tuple[tuple[str, tuple[Stage, ...]], ...] = (
    (r"\bbefore (the |your )?(surgery|operation)|\bconsider|\bdecision|\brisks?\b|\bprepar", (Stage.BEFORE,)),
    (r"\bwound|\bdressing|\bhospital|\bfirst (few )?(days|week)\b", (Stage.FIRST_DAYS,)),
    (
        r"\brecover|\bafter (the |your )?(surgery|operation|discectomy|fusion|laminectomy)|\bpost-?(surgery|operative)",
        AFTER,
    ),
    (r"\brehabilitat|\btherap|\bexercis|\bwalk", AFTER[1:]),
    (r"\bwork\b|\bsport|\bdaily (life|activit)|\bquality of life", (Stage.BACK_TO_LIFE, Stage.LONG_TERM)),
)
"""Words and the stages they speak of. A passage that none of them fits is proposed for before surgery only: there it
cannot be taken as advice for somebody who is healing, and the person who checks places it."""


def propose_placements(text: str) -> tuple[Placement, ...]:
    """By the procedures and approaches a text names and the stages its words speak of, in the order of recovery."""
    procedures: list[Procedure | None] = [
        name for name, words in _PROCEDURE_WORDS.items() if re.search(words, text, re.IGNORECASE)
    ]
    approaches: list[Approach | None] = [
        name for name, words in _APPROACH_WORDS.items() if re.search(words, text, re.IGNORECASE)
    ]
    stages = {stage for words, named in _STAGE_WORDS if re.search(words, text, re.IGNORECASE) for stage in named}
    proposed = [Placement(stage) for stage in Stage if stage in (stages or {Stage.BEFORE})]
    return tuple(
        replace(placement, procedure=procedure, approach=approach)
        for placement in proposed
        for procedure in procedures or [None]
        for approach in approaches or [None]
    )
