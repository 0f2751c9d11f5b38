"""A clinic's stages as its lead reads them: what stands, what a draft changes and for how many, and who signed what."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from recovery.domain.clinic_stages import AFTER_OPERATION, SHIPPED, Begins, ClinicStages
from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.records.stages_versions import Version, standing_among
from recovery.web.present.charts.shapes import Table
from recovery.web.present.dates import moment_words
from recovery.web.present.operation_words import procedure_name, stage_name
from recovery.web.present.rhythm_for_staff import RHYTHM_CHOICES

SHIPPED_NAME = "Version 0, shipped with the app"
NOT_THERE = "–"
Stands = tuple[Stage | None, Stage | None]
"""The stage of one patient today, and the one that would stand."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of the history. `when` says who signed it off, or that nobody has."""

    id: UUID
    name: str
    when: str
    drafted: str
    why: str


@dataclass(frozen=True, slots=True)
class StagesPage:
    """What stands. `waiting` is the newest draft, where it is newer than what stands."""

    name: str
    signed: str
    table: Table
    history: tuple[VersionLine, ...]
    waiting: VersionLine | None


@dataclass(frozen=True, slots=True)
class VersionPage:
    """`differences` are from what stands; `moved` says for how many. `can_sign` for the newest draft only."""

    line: VersionLine
    table: Table
    differences: tuple[str, ...]
    moved: tuple[str, ...]
    is_standing: bool
    can_sign: bool


def stages_page(versions: Sequence[Version], zone: str) -> StagesPage:
    """`versions` newest first."""
    standing = standing_among(tuple(versions))
    is_waiting = bool(versions) and not versions[0].is_signed_off
    return StagesPage(
        name=_name(standing) if standing else SHIPPED_NAME,
        signed=_signed(standing, zone) if standing else "Nobody in this clinic has signed off other days.",
        table=stages_table(standing.stages if standing else SHIPPED),
        history=tuple(_line(each, zone) for each in versions),
        waiting=_line(versions[0], zone) if is_waiting else None,
    )


def version_page(version: Version, versions: Sequence[Version], stands: Iterable[Stands], zone: str) -> VersionPage:
    """`stands` of every active patient, for the newest draft."""
    standing = standing_among(tuple(versions))
    can_sign = not version.is_signed_off and version.id == versions[0].id
    return VersionPage(
        line=_line(version, zone),
        table=stages_table(version.stages),
        differences=differences(standing.stages if standing else SHIPPED, version.stages),
        moved=moved_words(stands) if can_sign else (),
        is_standing=standing is not None and standing.id == version.id,
        can_sign=can_sign,
    )


def stages_table(stages: ClinicStages) -> Table:
    """A row for each stage: its days after each operation, and how often check-ins are due."""
    head = ("Stage", *(procedure_name(each) for each in Procedure), "Check-ins due")
    rows = [
        (
            stage_name(stage),
            *(_span(stages.begins[procedure], stage) for procedure in Procedure),
            RHYTHM_CHOICES[stages.rhythms[stage]].lower(),
        )
        for stage in AFTER_OPERATION
    ]
    return Table("Days of each stage, since the operation", head, tuple(rows))


def _span(begins: Begins, stage: Stage) -> str:
    """As "14 to 41", or "365 on" for the last one."""
    if stage not in begins:
        return NOT_THERE
    later = [begins[each] for each in AFTER_OPERATION[AFTER_OPERATION.index(stage) + 1 :] if each in begins]
    return f"{begins[stage]} to {later[0] - 1}" if later else f"{begins[stage]} on"


def differences(before: ClinicStages, after: ClinicStages) -> tuple[str, ...]:
    """One sentence for each day and each rhythm that is another."""
    days = [
        f"{procedure_name(procedure)}: {_difference(stage, before.begins[procedure], after.begins[procedure])}"
        for procedure in Procedure
        for stage in AFTER_OPERATION
        if before.begins[procedure].get(stage) != after.begins[procedure].get(stage)
    ]
    rhythms = [
        f"Check-ins in {stage_name(stage).lower()}: {RHYTHM_CHOICES[after.rhythms[stage]].lower()} instead of "
        f"{RHYTHM_CHOICES[before.rhythms[stage]].lower()}"
        for stage in Stage
        if before.rhythms[stage] is not after.rhythms[stage]
    ]
    return (*days, *rhythms)


def _difference(stage: Stage, before: Begins, after: Begins) -> str:
    name = stage_name(stage).lower()
    if stage not in after:
        return f"{name} comes no more"
    if stage not in before:
        return f"{name} comes from day {after[stage]}, and did not come before"
    return f"{name} begins on day {after[stage]} instead of {before[stage]}"


def moved_words(stands: Iterable[Stands]) -> tuple[str, ...]:
    """How many active patients would stand in another stage today; then each change, the most frequent first."""
    counted = Counter(stands)
    moved = [(pair, count) for pair, count in counted.most_common() if pair[0] is not pair[1]]
    total, everybody = sum(count for _pair, count in moved), counted.total()
    first = f"{total} of {everybody} active {'patient' if everybody == 1 else 'patients'} would stand in another stage"
    return (f"{first} today.", *(f"{count}: {_named(now)} instead of {_named(then)}" for (then, now), count in moved))


def _named(stage: Stage | None) -> str:
    return stage_name(stage).lower() if stage else "no stage"


def _name(version: Version) -> str:
    return f"Version {version.number}"


def _line(version: Version, zone: str) -> VersionLine:
    return VersionLine(
        id=version.id,
        name=_name(version),
        when=_signed(version, zone),
        drafted=f"Drafted by {version.drafted_by} on {moment_words(version.drafted_at, zone)}",
        why=version.why,
    )


def _signed(version: Version, zone: str) -> str:
    if version.signed_at is None:
        return "A draft that nobody signed off"
    return f"Signed off by {version.signed_by} on {moment_words(version.signed_at, zone)}"
