"""The report of `recovery evaluate-rules`: tables in Markdown, below what people wrote about them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from recovery.commands.rules_table import days, percent, rate, table
from recovery.domain.cohort import EventKind
from recovery.domain.cohort_parameters import DAILY_SD
from recovery.domain.evaluation import FOUND_BY, PatientResult
from recovery.domain.operation import Procedure
from recovery.domain.rule_figures import (
    BUDGETED,
    LISTED,
    evenings_with_a_new_reason,
    ever_raised,
    found,
    found_by_chance,
    new_reasons,
    standing_rows,
)
from recovery.domain.rule_samples import World
from recovery.domain.rule_variants import STANDARD, VARIANTS
from recovery.domain.thresholds import Rule

WRITTEN_ABOVE = "<!-- Above this line people wrote; below it `recovery evaluate-rules` did. -->"

WITHIN = (3, 7, 10)
KINDS = {EventKind.RE_HERNIATION: "re-herniation", EventKind.INFECTION: "infection"}
SIMULATED_RULES = (Rule.W2, Rule.W3, Rule.W4, Rule.W6, Rule.W7, Rule.W8, Rule.W9, Rule.W10)
SILENCE = (Rule.W6,)
GROUPS = {**{each.value: (each,) for each in Procedure}, "all": tuple(Procedure)}
COMPARED = {EventKind.RE_HERNIATION: Procedure.DISCECTOMY, EventKind.INFECTION: Procedure.FUSION}
"""Of variants: each event after the operation after which it is most frequent."""
FOUND_HEAD = ["events", "answering", *(f"in {each} days" for each in WITHIN), "median delay, days"]


class Plan(NamedTuple):
    """`patients` of each procedure, seed and daily SD; `compared` of each procedure and seed for a variant; `events` so
    many more people with an event, of each kind, procedure, seed and daily SD.
    """

    patients: int
    compared: int
    events: int
    seeds: tuple[int, ...]
    sd: tuple[float, ...]
    days: int

    @property
    def worlds(self) -> list[World]:
        return [World(each, seed, sd, self.days) for each in Procedure for sd in self.sd for seed in self.seeds]


class Case(NamedTuple):
    """`kind` is None for the cohort as it comes."""

    variant: str
    procedure: Procedure
    daily_sd: float
    kind: EventKind | None


Evaluated = Mapping[Case, Sequence[PatientResult]]


def with_written_part(out: Path, text: str) -> str:
    """What people wrote above the line stays."""
    known = out.read_text(encoding="utf-8") if out.is_file() else ""
    written, line, _ = known.partition(WRITTEN_ABOVE)
    return f"{written}{WRITTEN_ABOVE}\n\n{text}" if line else text


def report(plan: Plan, evaluated: Evaluated) -> str:
    parts = [
        _people(plan, evaluated),
        _load(plan, evaluated),
        _by_rule(evaluated),
        _found(plan, evaluated),
        _found_by_rule(evaluated),
        _variants(plan, evaluated),
    ]
    return "\n".join(parts)


def _people(plan: Plan, evaluated: Evaluated) -> str:
    cohort = sum(len(each) for case, each in evaluated.items() if case.kind is None and case.variant == STANDARD)
    more = sum(len(each) for case, each in evaluated.items() if case.kind is not None and case.variant == STANDARD)
    of_each = len(plan.seeds) * plan.patients
    return (
        "## The people\n\n"
        f"{cohort} made-up patients, {of_each} of each procedure and daily SD, from the seeds "
        f"{', '.join(map(str, plan.seeds))}, followed for {plan.days} days; {more} more to whom something happens; for "
        f"each variant {len(plan.seeds) * plan.compared} of each procedure, and as many with an event as above after "
        "discectomy (re-herniation) and fusion (infection). Compared are the same people. Intervals are 95 %.\n"
    )


def _load(plan: Plan, evaluated: Evaluated) -> str:
    rows = []
    for sd in plan.sd:
        for name, procedures in GROUPS.items():
            of = _cohort(evaluated, STANDARD, procedures, sd)
            told = (new_reasons(of, BUDGETED), evenings_with_a_new_reason(of, BUDGETED), new_reasons(of, SILENCE))
            rows.append([sd, name, *map(rate, told), rate(standing_rows(of), 1), percent(ever_raised(of, BUDGETED))])
    head = ["daily SD", "procedure", "W2 to W10", "evenings with one", "W6", "rows per 100", "ever W2 to W10"]
    return table("How much they raise, the shipped numbers", head, rows)


def _by_rule(evaluated: Evaluated) -> str:
    cohorts = [_cohort(evaluated, STANDARD, procedures) for procedures in GROUPS.values()]
    rows = []
    for rule in SIMULATED_RULES:
        ever = percent(ever_raised(cohorts[-1], (rule,)))
        rows.append([rule.value, *(rate(new_reasons(of, (rule,))) for of in cohorts), ever])
    for group in LISTED:
        name = f"rows per 100, {group.value.replace('_', ' ')}"
        rows.append([name, *(rate(standing_rows(of, (group,)), 1) for of in cohorts), ""])
    return table("Rule by rule, daily SD 1.1", ["new reasons", *GROUPS, "ever raised, all"], rows)


def _found(plan: Plan, evaluated: Evaluated) -> str:
    rows = []
    for sd in plan.sd:
        for kind, name in KINDS.items():
            for procedure in Procedure:
                of = _with_event(evaluated, STANDARD, [procedure], kind, sd)
                rows.append([sd, name, procedure.value, *_told(of, kind, FOUND_BY)])
    return table("What they find, the shipped numbers", ["daily SD", "event", "after", *FOUND_HEAD], rows)


def _found_by_rule(evaluated: Evaluated) -> str:
    rows = []
    for kind, name in KINDS.items():
        of = _with_event(evaluated, STANDARD, list(Procedure), kind)
        rows += [[rule.value, name, *_told(of, kind, (rule,))] for rule in sorted(FOUND_BY)]
    return table("What each rule alone finds, all procedures, daily SD 1.1", ["rule", "event", *FOUND_HEAD], rows)


def _told(of: Sequence[PatientResult], kind: EventKind, rules: Iterable[Rule]) -> list[object]:
    told = found(of, kind, WITHIN, rules)
    return [told.events, told.answering, *(percent(told.within[each]) for each in WITHIN), days(told.delay)]


def _variants(plan: Plan, evaluated: Evaluated) -> str:
    same = _same_people(plan, evaluated)
    rows = [[name, *_variant(same, name)] for name in VARIANTS]
    head = ["variant", "W2 to W10, discectomy", "W2 to W10, all", "W6, all", *(f"re-herniation in {n}" for n in WITHIN)]
    return table(
        "Found against noise, daily SD 1.1", [*head, "infection in 7", "infection in 10", "by chance in 7"], rows
    )


def _same_people(plan: Plan, evaluated: Evaluated) -> Evaluated:
    """Of what is shipped more people are followed; compared are those who are followed in every variant."""
    return {
        case: [each for each in results if case.kind is not None or each.index < plan.compared]
        for case, results in evaluated.items()
    }


def _variant(evaluated: Evaluated, name: str) -> list[object]:
    kinds = (EventKind.RE_HERNIATION, EventKind.INFECTION)
    leg, wound = (found(_with_event(evaluated, name, [COMPARED[each]], each), each, WITHIN).within for each in kinds)
    discectomy, everybody = (_cohort(evaluated, name, each) for each in (GROUPS["discectomy"], GROUPS["all"]))
    noise = (new_reasons(discectomy, BUDGETED), new_reasons(everybody, BUDGETED), new_reasons(everybody, SILENCE))
    by_chance = found_by_chance(discectomy, WITHIN[1])
    return [*map(rate, noise), *map(percent, (*leg.values(), wound[WITHIN[1]], wound[WITHIN[2]], by_chance))]


def _cohort(
    evaluated: Evaluated, variant: str, procedures: Iterable[Procedure], sd: float = DAILY_SD
) -> list[PatientResult]:
    """As it comes, so that rates are those of a caseload."""
    return [each for one in procedures for each in evaluated.get(Case(variant, one, sd, None), ())]


def _with_event(
    evaluated: Evaluated, variant: str, procedures: Sequence[Procedure], kind: EventKind, sd: float = DAILY_SD
) -> list[PatientResult]:
    """The cohort and the people besides to whom it happened."""
    more = (each for one in procedures for each in evaluated.get(Case(variant, one, sd, kind), ()))
    return [*_cohort(evaluated, variant, procedures, sd), *more]
