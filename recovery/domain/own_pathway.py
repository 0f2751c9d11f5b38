"""The pathway of one patient: the clinic's stages, and on top what their physiotherapist decided, day by day.

A decision changes the stage from its day on; the days before keep the stage that stood then. When a stage was kept
beyond its days, the next one begins where the keeping ends and those after it come as many days later: nobody skips a
stage for having been slow. Moved on early, the stages after it keep their days [D].
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recovery.domain.clinic_stages import AFTER_OPERATION, ClinicStages, InForce
from recovery.domain.operation import Operation
from recovery.domain.pathway import Pathway
from recovery.domain.stage import Stage, StageSpan
from recovery.domain.stage_decision import Kind, StageDecision

Spans = tuple[StageSpan, ...]


def course_of(operation: Operation, versions: Sequence[InForce], decisions: Sequence[StageDecision]) -> Pathway:
    """Each version of the clinic's stages from its own day on, with the same decisions on top. `versions` and
    `decisions` as they were made; a version of no day was always there. Of those signed off before the operation only
    the last one counts: before it there is one stage anyway.
    """
    was_there = [version.from_on is None or version.from_on <= operation.operated_on for version in versions]
    first, *later = versions[max(0, was_there.count(True) - 1) :]
    course = own_pathway(first.stages, operation, decisions)
    for version in later:
        following = own_pathway(version.stages, operation, decisions)
        since = operation.day_number(version.from_on) if version.from_on else 0
        course = replace(following, spans=_joined((*_until(course.spans, since), *_from(following.spans, since))))
    return course


def own_pathway(stages: ClinicStages, operation: Operation, decisions: Sequence[StageDecision]) -> Pathway:
    """The clinic's pathway with the decisions on top, in the order in which they were made."""
    by_clinic = stages.pathway_of(operation)
    if not decisions:
        return by_clinic
    begins = {span.stage: span.first_day for span in by_clinic.spans if span.first_day is not None}
    plan = _Plan(begins, by_clinic.spans)
    for decision in decisions:
        plan = _decided(plan, decision, by_clinic)
    if not plan.spans:
        return by_clinic
    known = {span.stage for span in plan.spans}
    without_day = tuple(each for each in (Stage.BEFORE, *stages.begins[operation.slowest]) if each not in known)
    return Pathway(_joined(plan.spans), without_day, by_clinic.rhythms)


@dataclass(frozen=True)
class _Plan:
    """`begins` is when each stage would begin: empty after a cervical operation. `kept` is what keeps a stage, and
    `begins_before` when each would have begun without it.
    """

    begins: Mapping[Stage, int]
    spans: Spans
    kept: StageDecision | None = None
    begins_before: Mapping[Stage, int] | None = None

    def begins_on(self, day: int) -> Mapping[Stage, int]:
        """What a decision of that day builds on: an unfinished keeping counts no more."""
        is_kept = self.kept is not None and self.kept.keeps_on(day)
        return self.begins_before if is_kept and self.begins_before is not None else self.begins

    def from_day(self, day: int, begins: Mapping[Stage, int], spans: Iterable[StageSpan]) -> "_Plan":
        return _Plan(begins, (*_until(self.spans, day), *_from(spans, day)))


def _decided(plan: _Plan, decision: StageDecision, by_clinic: Pathway) -> _Plan:
    day, stage = max(0, decision.from_day), decision.stage
    if decision.kind is Kind.BY_CLINIC:
        begins = {span.stage: span.first_day for span in by_clinic.spans if span.first_day is not None}
        return plan.from_day(day, begins, by_clinic.spans)
    if decision.kind is Kind.DAYS:
        return _with_days(plan, day, decision.begins)
    if decision.kind is Kind.LIFT:
        return _lifted(plan, day)
    if stage is None:
        raise ValueError(f"{decision.kind} names a stage")
    if decision.kind is Kind.MOVE:
        return _moved(plan, day, stage)
    return _kept(plan, day, stage, decision)


def _moved(plan: _Plan, day: int, stage: Stage) -> _Plan:
    begins = plan.begins_on(day)
    if not begins:
        return plan.from_day(day, begins, [StageSpan(stage, day, None)])
    late = max(0, day - begins.get(stage, day))
    moved = {**_later(begins, stage, late), stage: day}
    return plan.from_day(day, moved, _run(stage, day, moved))


def _kept(plan: _Plan, day: int, stage: Stage, decision: StageDecision) -> _Plan:
    before, until = plan.begins_on(day), decision.until_day
    following = _following(stage, before)
    if until is None or following is None:
        kept = plan.from_day(day, before, [StageSpan(stage, day, None)])
        return replace(kept, kept=decision, begins_before=before)
    begins = _later(before, stage, max(0, until - before[following]))
    return replace(plan.from_day(day, begins, _run(stage, day, begins)), kept=decision, begins_before=before)


def _lifted(plan: _Plan, day: int) -> _Plan:
    """The next stage begins at once where its day has passed, else on its day."""
    stage, before = _stage_on(plan.spans, day), plan.begins_on(day)
    following = _following(stage, before) if stage else None
    if stage is None or following is None or plan.kept is None or not plan.kept.keeps_on(day):
        return plan
    begins = _later(before, stage, max(0, day - before[following]))
    is_over = begins[following] <= day
    return plan.from_day(day, begins, _run(following if is_over else stage, day, begins))


def _with_days(plan: _Plan, day: int, changed: Mapping[Stage, int]) -> _Plan:
    stage, begins = _stage_on(plan.spans, day), {**plan.begins, **changed}
    if stage is None:
        return plan
    return plan.from_day(day, begins, _run(stage, day, begins))


def _stage_on(spans: Spans, day: int) -> Stage | None:
    return next((span.stage for span in spans if day in span), None)


def _after(stage: Stage) -> tuple[Stage, ...]:
    return AFTER_OPERATION[AFTER_OPERATION.index(stage) + 1 :]


def _following(stage: Stage, begins: Mapping[Stage, int]) -> Stage | None:
    """The next stage of this pathway that has a day."""
    return next((each for each in _after(stage) if each in begins), None)


def _later(begins: Mapping[Stage, int], stage: Stage, days: int) -> dict[Stage, int]:
    """Every stage after `stage` as many days later."""
    after = _after(stage)
    return {each: first + days if each in after else first for each, first in begins.items()}


def _run(stage: Stage, day: int, begins: Mapping[Stage, int]) -> Spans:
    """`stage` from `day` on, then each later one from its own day."""
    starts = [(stage, day)]
    for each in _after(stage):
        first = begins.get(each)
        if first is not None and first > starts[-1][1]:
            starts.append((each, first))
    lasts = [*(first - 1 for _stage, first in starts[1:]), None]
    return tuple(StageSpan(each, first, last) for (each, first), last in zip(starts, lasts, strict=True))


def _until(spans: Iterable[StageSpan], day: int) -> Spans:
    """The days before `day`."""
    kept = (span for span in spans if span.first_day is None or span.first_day < day)
    return tuple(
        span if span.last_day is not None and span.last_day < day else replace(span, last_day=day - 1) for span in kept
    )


def _from(spans: Iterable[StageSpan], day: int) -> Spans:
    """`day` and the days after it."""
    kept = (span for span in spans if span.last_day is None or span.last_day >= day)
    return tuple(
        span if span.first_day is not None and span.first_day >= day else replace(span, first_day=day) for span in kept
    )


def _joined(spans: Spans) -> Spans:
    """Neighbours of the same stage are one."""
    joined: list[StageSpan] = []
    for span in spans:
        if joined and joined[-1].stage is span.stage:
            joined[-1] = replace(joined[-1], last_day=span.last_day)
        else:
            joined.append(span)
    return tuple(joined)
