"""Make the file of usual ranges from the synthetic cohort, or see whether it is still what the cohort gives."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from recovery.commands.progress import progress
from recovery.content.expected_course import SEED, SIZE, course_text, shipped_file
from recovery.domain.cohort import SimulatedPatient, cohort
from recovery.domain.expected_course import SIMULATED_DAYS, steps_from
from recovery.domain.operation import Procedure


@click.command("expected-course")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 when the file differs.")
@click.option("--file", type=click.Path(path_type=Path), help="Another file than the one that comes with the app.")
@click.option("--seed", default=SEED, show_default=True, help="Another seed makes other people.")
@click.option("--size", default=SIZE, show_default=True, type=click.IntRange(10, 100_000), help="Of each procedure.")
def expected_course(*, check: bool, file: Path | None, seed: int, size: int) -> None:
    """Compute what many people score on each day, from made-up patients. Each clinic's lead approves it before patients
    see it.
    """
    path = file or shipped_file()
    with progress("Patients", size * len(Procedure)) as note:
        steps = {
            procedure: steps_from(_counted(cohort(procedure, seed=seed, size=size, days=SIMULATED_DAYS), note))
            for procedure in Procedure
        }
    text = course_text(steps, seed, size)
    if not check:
        path.write_text(text, encoding="utf-8")
        click.echo(f"Written: {path}")
    elif not path.is_file() or path.read_text(encoding="utf-8") != text:
        raise click.ClickException(f"{path} is not what the cohort gives. To make it anew: recovery expected-course")
    else:
        click.echo(f"{path} is what the cohort gives.")


def _counted(patients: Iterator[SimulatedPatient], note: Callable[[int], None]) -> Iterator[SimulatedPatient]:
    for patient in patients:
        yield patient
        note(1)
