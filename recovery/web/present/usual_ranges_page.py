"""The usual ranges as the lead looks at them before patients do: the estimate, and the clinic's own beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from recovery.content.expected_course import ShippedCourse
from recovery.domain.clinic_course import FEWEST_PEOPLE, ClinicCourse, Offer
from recovery.domain.operation import Procedure
from recovery.records.expected_ranges import ApprovedRanges, standing_of
from recovery.web.present.charts.usual import range_words
from recovery.web.present.dates import day_and_year, moment_words
from recovery.web.present.operation_words import procedure_name
from recovery.web.present.ranges_drawn import EXAMPLE_DAY, EXAMPLE_SITE, Drawn, drawn
from recovery.web.present.usual_range import UsualScore

SHOWN, NOT_SHOWN = "Patients see what is usual", "Patients do not see what is usual"
EXAMPLE_SCORE = "4"


@dataclass(frozen=True, slots=True)
class ProcedureRanges:
    """The estimate, then the clinic's own that patients see, then its own of today where they differ."""

    name: str
    drawn: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """`source` is what an approval names, `name` what people read; `standing` the approval under which it is shown."""

    source: str
    name: str
    standing: UUID | None

    @property
    def title(self) -> str:
        return _beginning(self.name)


@dataclass(frozen=True, slots=True)
class UsualRangesPage:
    """`own` are versions of the clinic's own numbers: the one that patients see, and the one of today; `not_yet` are
    sentences about the operations that have too few patients. `history` are sentences, newest first. `example` is what
    a patient would read of their back on a day after a fusion.
    """

    heading: str
    shipped: ShippedCourse
    estimate: Version
    own: tuple[Version, ...]
    not_yet: tuple[str, ...]
    example: UsualScore
    procedures: tuple[ProcedureRanges, ...]
    history: tuple[str, ...]


def usual_ranges_page(
    shipped: ShippedCourse, approvals: Sequence[ApprovedRanges], offer: Offer, zone: str
) -> UsualRangesPage:
    standing = standing_of(tuple(approvals), shipped.source)
    estimate_id = standing.estimate.id if standing.estimate else None
    own = _own_versions(standing.own, offer)
    example = (Procedure.FUSION, EXAMPLE_SITE, EXAMPLE_DAY)
    shown = standing.own.own.course.range_on(*example) if standing.own and standing.own.own else None
    held = shown or shipped.course.range_on(*example)
    return UsualRangesPage(
        heading=SHOWN if standing.own or standing.estimate else NOT_SHOWN,
        shipped=shipped,
        estimate=Version(shipped.source, estimate_name(shipped.source, shipped), estimate_id),
        own=tuple(version for version, _course in own),
        not_yet=_not_yet(offer),
        example=UsualScore(EXAMPLE_DAY, range_words(held), EXAMPLE_SCORE),
        procedures=tuple(_procedure(shipped, own, each) for each in Procedure),
        history=tuple(_told(each, shipped, zone) for each in approvals),
    )


def _own_versions(standing: ApprovedRanges | None, offer: Offer) -> list[tuple[Version, ClinicCourse]]:
    found = []
    if standing and standing.own:
        found.append((Version(standing.source, own_name(standing.own), standing.id), standing.own))
    if offer.course and not (standing and standing.source == offer.course.source):
        found.append((Version(offer.course.source, own_name(offer.course), None), offer.course))
    return found


def _procedure(
    shipped: ShippedCourse, own: Sequence[tuple[Version, ClinicCourse]], procedure: Procedure
) -> ProcedureRanges:
    told = [drawn("estimate", "The estimate from published studies", shipped.course, procedure)]
    for place, (version, course) in enumerate(own):
        if course.course.covers(procedure):
            what = "Patients see: " if version.standing else "Not approved: "
            title = f"{what}{version.name}. {_people(course, procedure)}"
            told.append(drawn(f"own-{place}", title, course.course, procedure))
    return ProcedureRanges(procedure_name(procedure), tuple(told))


def _people(course: ClinicCourse, procedure: Procedure) -> str:
    counts = [count for (of, _site), ends in course.people.items() if of is procedure for count in ends]
    least, most = min(counts), max(counts)
    return f"{least} patients a day" if least == most else f"{least} to {most} patients a day"


def _not_yet(offer: Offer) -> tuple[str, ...]:
    covered = offer.course.course.covers if offer.course else lambda _procedure: False
    return tuple(
        f"{procedure_name(procedure)}: no day has {FEWEST_PEOPLE} patients yet; the most on one is {most}."
        for procedure, most in offer.most.items()
        if not covered(procedure)
    )


def estimate_name(source: str, shipped: ShippedCourse) -> str:
    """As in "the estimate, version 1": the digest in its source is for comparing, not for reading."""
    version = source.split("-")[1]
    return f"the estimate, version {version}{'' if source == shipped.source else ', with earlier numbers'}"


def own_name(course: ClinicCourse) -> str:
    return f"this clinic’s own numbers of {day_and_year(course.made_on)}"


def _beginning(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told(approval: ApprovedRanges, shipped: ShippedCourse, zone: str) -> str:
    name = own_name(approval.own) if approval.own else estimate_name(approval.source, shipped)
    told = f"{_beginning(name)}: approved by {approval.approved_by} on {moment_words(approval.approved_at, zone)}"
    if approval.withdrawn_at is None:
        return f"{told}."
    return f"{told}; {approval.withdrawn_by} stopped showing it on {moment_words(approval.withdrawn_at, zone)}."
