"""Long work shows how far it is: a bar on a terminal, plain lines otherwise."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

STEPS_TOLD = 4
"""How many plain lines stand for a whole bar."""


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Gives a function that takes how many more are done."""
    if sys.stderr.isatty():
        with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
            yield bar.update
        return
    done = told = 0

    def note(more: int) -> None:
        nonlocal done, told
        done += more
        reached = done * STEPS_TOLD // max(1, length)
        if reached > told:
            told = reached
            click.echo(f"{label}: {done} of {length}", err=True)

    click.echo(f"{label}: {length} to do", err=True)
    yield note
