"""Timed tests of one recovery as rows of the same file as its entries: one a result, its newest version."""

from collections.abc import Iterable

from recovery.domain.episode import Episode
from recovery.domain.timed_tests import RecordedTest, TimedTest
from recovery.web.present.export.cells import Cell
from recovery.web.present.export.entry_rows import at_cell, day_cells

TIMED_HEADS = {
    TimedTest.UP_AND_GO: "Timed up and go (seconds)",
    TimedTest.CHAIR_STAND: "Chair stands in 30 seconds",
}


def timed_rows(tests: Iterable[RecordedTest], episode: Episode, zone: str) -> list[dict[str, Cell]]:
    return [_row(each, episode, zone) for each in sorted(tests, key=lambda each: (each.result.done_on, each.id))]


def _row(recorded: RecordedTest, episode: Episode, zone: str) -> dict[str, Cell]:
    newest, result = recorded.newest, recorded.result
    return {
        **day_cells(episode, result.done_on),
        "Kind": "Timed test",
        "Version": newest.revision,
        "First received": at_cell(recorded.versions[-1].at, zone),
        "This version received": at_cell(newest.at, zone),
        "Taken back": at_cell(newest.at, zone) if newest.is_taken_back else None,
        "Recorded by": newest.by,
        TIMED_HEADS[result.test]: result.value,
        "Note": result.note or None,
        "Entry": str(recorded.id),
    }
