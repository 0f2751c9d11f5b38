"""Are the rules any good? Follow made-up patients with the app's own rules and write what came of it."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from recovery.commands.evaluation_work import open_work, read_results, sample_file, work_key, write_results
from recovery.commands.progress import progress
from recovery.commands.rules_report import COMPARED, Case, Plan, report, with_written_part
from recovery.domain.cohort import EventKind
from recovery.domain.cohort_parameters import DAILY_SD
from recovery.domain.evaluation import PatientResult
from recovery.domain.operation import Procedure
from recovery.domain.rule_samples import Sample, World, cohort_samples, event_samples, results_of
from recovery.domain.rule_variants import STANDARD, VARIANTS

Number = TypeVar("Number", int, float)

EVENTS = (EventKind.RE_HERNIATION, EventKind.INFECTION)
COUNT = click.IntRange(1, 100_000)


class Task(NamedTuple):
    """One sample to follow, and the file for what comes of it."""

    sample: Sample
    file: Path


def _several(kind: type[Number], least: Number, most: Number) -> Callable[..., tuple[Number, ...]]:
    """An option's callback: numbers with commas between them, none twice."""

    def read(_context: click.Context, _option: click.Parameter, text: str) -> tuple[Number, ...]:
        try:
            told = tuple(kind(each) for each in text.split(","))
        except ValueError:
            raise click.BadParameter("write numbers with commas between them, as in 1,2,3") from None
        if len(set(told)) < len(told) or not all(least <= each <= most for each in told):
            raise click.BadParameter(f"each number once, from {least} to {most}")
        return told

    return read


@click.command("evaluate-rules")
@click.option("--patients", default=500, show_default=True, type=COUNT, help="Of each procedure, seed and daily SD.")
@click.option("--compared", default=30, show_default=True, type=COUNT, help="Of each procedure and seed, for variants.")
@click.option("--events", default=40, show_default=True, type=COUNT, help="More people with an event, of each kind.")
@click.option("--seeds", default="11,12,13,14", show_default=True, callback=_several(int, 0, 10**9))
@click.option(
    "--sd", default="0.8,1.1,1.6", show_default=True, callback=_several(float, 0.0, 5.0), help="Daily SD, NRS."
)
@click.option("--days", default=120, show_default=True, type=click.IntRange(60, 365), help="After the operation.")
@click.option(
    "--out", default="rules-evaluation.md", show_default=True, type=click.Path(path_type=Path, dir_okay=False)
)
@click.option("--work", type=click.Path(path_type=Path), help="Folder of what is done so far [default: beside --out].")
@click.option("--processes", type=click.IntRange(1, 256), help="[default: all cores]")
def evaluate_rules(*, out: Path, work: Path | None, processes: int | None, **numbers: Any) -> None:
    """Follow made-up patients with the app's own rules, and write what the rules raise and what they find. The same
    numbers give the same report. A run that broke off goes on where it stopped.
    """
    plan = Plan(**numbers)
    folder = work or out.with_suffix(".work")
    open_work(folder, work_key(str(plan)))
    tasks = [Task(sample, sample_file(folder, place)) for place, sample in enumerate(_samples(plan))]
    _follow([each for each in tasks if not each.file.exists()], processes or multiprocessing.cpu_count())
    text = report(plan, _evaluated(tasks))
    out.write_text(with_written_part(out, text), encoding="utf-8")
    click.echo(f"Written: {out}. What is in {folder} is no longer needed.")


def _samples(plan: Plan) -> Iterator[Sample]:
    for world in plan.worlds:
        yield from cohort_samples(STANDARD, world, plan.patients)
        for kind in EVENTS:
            yield from event_samples(STANDARD, world, kind, plan.events)
    for variant in VARIANTS:
        if variant != STANDARD or DAILY_SD not in plan.sd:
            yield from _compared(variant, plan)


def _compared(variant: str, plan: Plan) -> Iterator[Sample]:
    for seed in plan.seeds:
        worlds = {procedure: World(procedure, seed, DAILY_SD, plan.days) for procedure in Procedure}
        for world in worlds.values():
            yield from cohort_samples(variant, world, plan.compared)
        for kind, procedure in COMPARED.items():
            yield from event_samples(variant, worlds[procedure], kind, plan.events)


def _follow(tasks: Sequence[Task], processes: int) -> None:
    """In whatever order: each sample is a file of its own. Progress counts samples."""
    with progress("Samples", len(tasks)) as note:
        if processes == 1 or len(tasks) < 2:  # noqa: PLR2004 - no other process for one sample
            for each in tasks:
                note(_follow_one(each))
            return
        with multiprocessing.get_context("spawn").Pool(min(processes, len(tasks))) as pool:
            for done in pool.imap_unordered(_follow_one, tasks):
                note(done)


def _follow_one(task: Task) -> int:
    write_results(task.file, task.sample, results_of(task.sample, VARIANTS[task.sample.variant]))
    return 1


def _evaluated(tasks: Sequence[Task]) -> dict[Case, list[PatientResult]]:
    evaluated: dict[Case, list[PatientResult]] = {}
    for sample, file in tasks:
        case = Case(sample.variant, sample.world.procedure, sample.world.daily_sd, sample.kind)
        evaluated.setdefault(case, []).extend(read_results(file, sample))
    return evaluated
