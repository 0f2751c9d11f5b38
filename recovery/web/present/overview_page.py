"""What a clinic lead sees: numbers of the whole clinic, and names only where nobody has the patient in their care."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from recovery.domain.worklist import Group, Thresholds, assess, group_of, urgency
from recovery.records.facts import Standing
from recovery.web.present.worklist_words import Chip, Whose, chips

NOBODY_ALONE = "Every patient has a physiotherapist"
NOBODY_YET = "No patient is enrolled yet"


@dataclass(frozen=True, slots=True)
class WithoutPhysiotherapist:
    patient_id: UUID
    name: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class OverviewPage:
    heading: str
    is_empty: bool
    counts: tuple[tuple[str, int], ...]
    without_physiotherapist: tuple[WithoutPhysiotherapist, ...]


def overview_page(everybody: Sequence[Standing], alone: Iterable[UUID], thresholds: Thresholds) -> OverviewPage:
    """`alone` are the ids of the patients without a running care link."""
    reasons = {each.person_id: assess(each.facts, thresholds, each.today) for each in everybody}
    groups = [group_of(each) for each in reasons.values()]
    listed = sorted(
        (each for each in everybody if each.person_id in alone), key=lambda e: urgency(reasons[e.person_id])
    )
    return OverviewPage(
        heading=_heading(len(listed)) if everybody else NOBODY_YET,
        is_empty=not everybody,
        counts=(
            ("Patients", len(everybody)),
            ("With a warning sign", groups.count(Group.NOW)),
            ("For another reason today", groups.count(Group.TODAY)),
            ("Not heard from", groups.count(Group.NOT_HEARD_FROM)),
            *_counted("For the next visit", groups.count(Group.NEXT_VISIT)),
            ("Nothing raised", groups.count(Group.NOTHING_RAISED)),
            *_counted("Not recording", groups.count(Group.NOT_RECORDING)),
        ),
        without_physiotherapist=tuple(
            WithoutPhysiotherapist(each.person_id, each.name, chips(reasons[each.person_id], _whose(each)))
            for each in listed
        ),
    )


def _counted(name: str, count: int) -> tuple[tuple[str, int], ...]:
    """What is not there is not told."""
    return ((name, count),) if count else ()


def _whose(each: Standing) -> Whose:
    return Whose(each.today, each.zone, each.facts.episode.operation.region)


def _heading(count: int) -> str:
    if not count:
        return NOBODY_ALONE
    return f"{count} patient{'' if count == 1 else 's'} without a physiotherapist"
