"""Rows as a CSV file: RFC 4180, UTF-8 with a byte order mark (without it Excel misreads every accent).

No cell begins as a formula (TRUST.md 12): where a spreadsheet could run one, an apostrophe stands first. Exactly one is
taken away again to read the original: `neutral` puts one before texts that begin with apostrophes and then such a
sign, too.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

Cell = str | int | float | None

_COULD_RUN = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""Tab, carriage return and line feed are skipped by some spreadsheets; the wide signs are taken for the narrow ones."""


def neutral(text: str) -> str:
    return f"'{text}" if _COULD_RUN.match(text) else text


def csv_file(heads: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """A row names its cells by their heads; what it does not name, or holds as None, is empty: never 0."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([neutral(head) for head in heads])
    for row in rows:
        writer.writerow([_text(row.get(head)) for head in heads])
    return written.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    """8 and 7.5; units are counted in quarters."""
    if cell is None:
        return ""
    return neutral(f"{cell:g}" if isinstance(cell, float) else str(cell))


def ticked(is_ticked: bool) -> str | None:  # noqa: FBT001 - the answer itself
    """A box that was left empty says nothing."""
    return "yes" if is_ticked else None


def said(answer: bool | None) -> str | None:  # noqa: FBT001 - an answer is a yes, a no, or none
    return None if answer is None else "yes" if answer else "no"
