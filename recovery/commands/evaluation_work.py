"""The work folder of an evaluation: one file a sample, so that a run that broke off goes on where it stopped.

A folder belongs to one evaluation: the same people, the same conducts, the same code of the domain. Anything else in it
is refused rather than mixed in.
"""

import json
import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

import recovery.domain
from recovery.domain.cohort import Event, EventKind
from recovery.domain.evaluation import PatientResult, Raised
from recovery.domain.facts import ReasonKey
from recovery.domain.reasons import Group
from recovery.domain.rule_samples import Sample
from recovery.domain.thresholds import Rule

MANIFEST = "evaluation.txt"


def work_key(settings: str) -> str:
    """What an evaluation is made from: its settings, and every line of the domain's code with its numbers."""
    digest = sha256(settings.encode())
    root = Path(recovery.domain.__path__[0])
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def open_work(folder: Path, key: str) -> None:
    """Raises click.ClickException for a folder that is not of this evaluation."""
    manifest = folder / MANIFEST
    if not folder.exists():
        folder.mkdir(parents=True)
    elif not folder.is_dir() or (not manifest.is_file() and any(folder.iterdir())):
        raise click.ClickException(f"{folder} is no work folder of an evaluation. Name another one with --work.")
    elif manifest.is_file() and manifest.read_text(encoding="utf-8", errors="replace").strip() != key:
        raise click.ClickException(
            f"{folder} belongs to another evaluation: other people, other rules or another version of the code. "
            "Name another folder with --work, or delete this one to begin anew."
        )
    _write(manifest, key + "\n")


def sample_file(folder: Path, place: int) -> Path:
    """By the sample's place in the order in which all are evaluated."""
    return folder / f"sample-{place:05}.json"


def write_results(file: Path, sample: Sample, results: Iterable[PatientResult]) -> None:
    body = json.dumps([_told(each) for each in results], separators=(",", ":"))
    _write(file, f"{_digest(sample, body)}\n{body}\n")


def read_results(file: Path, sample: Sample) -> tuple[PatientResult, ...]:
    """Raises click.ClickException for a file that is not whole, or of another sample."""
    digest, _, body = file.read_text(encoding="utf-8", errors="replace").partition("\n")
    if digest != _digest(sample, body.removesuffix("\n")):
        raise click.ClickException(f"{file} is damaged. Delete it and run the command again: it alone is made anew.")
    return tuple(_result(each, sample) for each in json.loads(body))


def _digest(sample: Sample, body: str) -> str:
    return sha256(f"{sample}\n{body}".encode()).hexdigest()


def _write(file: Path, text: str) -> None:
    """Whole or not at all."""
    beside = file.with_suffix(f".{os.getpid()}.part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def _told(result: PatientResult) -> list[Any]:
    return [
        result.index,
        [[each.kind.value, each.onset_day, each.rise, each.days] for each in result.events],
        list(result.recorded),
        [[each.day, each.key.rule.value, each.key.about] for each in result.raised],
        {group.value: evenings for group, evenings in result.standing.items()},
    ]


def _result(told: Sequence[Any], sample: Sample) -> PatientResult:
    index, events, recorded, raised, standing = told
    return PatientResult(
        procedure=sample.world.procedure,
        index=index,
        days=sample.world.days,
        events=tuple(Event(EventKind(kind), onset, rise, days) for kind, onset, rise, days in events),
        recorded=tuple(recorded),
        raised=tuple(Raised(day, ReasonKey(Rule(rule), about)) for day, rule, about in raised),
        standing={Group(group): evenings for group, evenings in standing.items()},
    )
