"""Documents in words, for the clinic lead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from recovery.domain.calendar import day_in_zone
from recovery.domain.guidance import Moment, Placement
from recovery.domain.readability import flesch_kincaid
from recovery.records.document_pages import PassageOnPage, PassageState, VersionLine
from recovery.web.present.dates import day_and_year
from recovery.web.present.operation_words import STAGE_NAMES, approach_name, procedure_name, stage_name

HIGHEST_GRADE = 6.0
"""Flesch-Kincaid grade for patients' text (CLINICAL.md 9)."""

STATES = {
    PassageState.SHOWN: "Patients see this",
    PassageState.WAITING: "Waits for approval",
    PassageState.REPLACED: "Replaced by a later one",
    PassageState.WITHDRAWN: "Not shown any more",
}
MOMENT_NAMES = {
    Moment.AFTER_SESSION: "After a therapy session",
    Moment.FIRST_DAYS: "In the first days",
    Moment.BESIDE_QUESTIONS: "Beside the questions for the visit",
}
NOT_READY = "Write plain words and tick where it belongs first; then it can be approved"
CHANGED = "Somebody changed this passage since you opened the page. Look at it again"


@dataclass(frozen=True, slots=True)
class PassageLine:
    """`grade` says how hard our words are to read; `can_be_approved` for a draft that nothing newer replaces."""

    id: UUID
    title: str
    heading: str
    plain: str
    original: str
    placed: str
    grade: str
    is_hard: bool
    state: str
    is_shown: bool
    is_waiting: bool
    has_draft: bool
    can_be_edited: bool
    approved: str
    digest: str


@dataclass(frozen=True, slots=True)
class VersionWords:
    id: UUID
    title: str
    about: str
    shown: int
    waiting: int


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """One document with its versions, newest first; `gone` are passages still shown whose paragraph is no longer in
    the newest version.
    """

    key: str
    title: str
    versions: tuple[VersionWords, ...]
    gone: tuple[PassageLine, ...]


def documents_in_words(versions: Sequence[VersionLine], zone: str) -> tuple[DocumentWords, ...]:
    keys = dict.fromkeys(each.document_key for each in versions)
    return tuple(_document([each for each in versions if each.document_key == key], zone) for key in keys)


def _document(versions: Sequence[VersionLine], zone: str) -> DocumentWords:
    newest = versions[0]
    older = [passage for each in versions[1:] for passage in each.passages]
    gone = [each for each in older if each.state is PassageState.SHOWN and not each.has_draft]
    return DocumentWords(
        key=newest.document_key,
        title=newest.title,
        versions=tuple(_version(each, zone) for each in versions),
        gone=passage_lines(gone, zone),
    )


def _version(version: VersionLine, zone: str) -> VersionWords:
    on = day_and_year(day_in_zone(version.imported_at, zone))
    by = f" by {version.imported_by}" if version.imported_by else ""
    states = [each.state for each in version.passages if not (each.state is PassageState.WAITING and each.has_draft)]
    return VersionWords(
        id=version.id,
        title=f"Version {version.version}",
        about=f"Imported on {on}{by}. {len(version.paragraphs)} paragraphs",
        shown=states.count(PassageState.SHOWN),
        waiting=states.count(PassageState.WAITING),
    )


def passage_lines(passages: Iterable[PassageOnPage], zone: str) -> tuple[PassageLine, ...]:
    return tuple(passage_line(each, zone) for each in passages)


def passage_line(passage: PassageOnPage, zone: str) -> PassageLine:
    first, last = passage.first_sentence, passage.last_sentence
    sentences = f"sentence {first}" if first == last else f"sentences {first} to {last}"
    is_waiting = passage.state is PassageState.WAITING and not passage.has_draft
    return PassageLine(
        id=passage.id,
        title=f"Paragraph {passage.paragraph}, {sentences}",
        heading=passage.heading,
        plain=passage.plain,
        original=passage.original,
        placed=placed_words(passage.placements, passage.moments, follows_slowest=passage.follows_slowest),
        grade=grade_words(passage.plain),
        is_hard=is_hard(passage.plain),
        state=STATES[passage.state],
        is_shown=passage.state is PassageState.SHOWN,
        is_waiting=is_waiting,
        has_draft=passage.has_draft,
        can_be_edited=passage.state is not PassageState.REPLACED and not passage.has_draft,
        approved=_approved(passage, zone),
        digest=passage.digest,
    )


def _approved(passage: PassageOnPage, zone: str) -> str:
    if passage.approved_at is None:
        return ""
    return f"Approved by {passage.approved_by} on {day_and_year(day_in_zone(passage.approved_at, zone))}"


def grade_words(plain: str) -> str:
    """Reading grade 4.2 (6 or lower is plain). Of very short words the formula goes below 0, which means nothing."""
    if not any(each.isalnum() for each in plain):
        return "There are no plain words yet"
    return f"Reading grade {max(0.0, flesch_kincaid(plain)):.1f} (6 or lower is plain)"


def is_hard(plain: str) -> bool:
    return any(each.isalnum() for each in plain) and flesch_kincaid(plain) > HIGHEST_GRADE


def placed_words(placements: Iterable[Placement], moments: Iterable[Moment], *, follows_slowest: bool) -> str:
    """Before surgery: all. First days: fusion, minimally invasive (on Today). shown also in the first days."""
    by_stage: dict[str, list[str]] = {}
    today, approaches = set(), set()
    for each in placements:
        by_stage.setdefault(stage_name(each.stage), []).append(
            procedure_name(each.procedure).lower() if each.procedure else "all operations"
        )
        if each.is_on_today:
            today.add(stage_name(each.stage))
        if each.approach:
            approaches.add(approach_name(each.approach).lower())
    told = [
        f"{stage}: {', '.join(by_stage[stage])}{' (on Today)' if stage in today else ''}"
        for stage in STAGE_NAMES.values()
        if stage in by_stage
    ]
    told += [f"only {', '.join(sorted(approaches))}"] if approaches else []
    told += ["follows the slowest procedure"] if follows_slowest else []
    shown_also = [MOMENT_NAMES[each].lower() for each in Moment if each in moments]
    told += [f"shown also {' and '.join(shown_also)}"] if shown_also else []
    return ". ".join(told) or "Not placed yet"
