"""A QR code as a drawing: one path of dark squares, so that it prints in any theme."""

from dataclasses import dataclass

import segno

QUIET_ZONE = 4
"""Light squares that a reader needs around the code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """`box` is the viewBox; `path` the dark squares, a row of them at a time."""

    box: str
    path: str


def qr_drawing(text: str) -> QrDrawing:
    rows = segno.make(text, error="m", micro=False).matrix
    size = len(rows) + 2 * QUIET_ZONE
    path = "".join(_row(row, y) for y, row in enumerate(rows))
    return QrDrawing(f"{-QUIET_ZONE} {-QUIET_ZONE} {size} {size}", path)


def _row(row: bytearray, y: int) -> str:
    """M0 0h7 for seven dark squares side by side."""
    drawn, x = "", 0
    while x < len(row):
        run = 0
        while x + run < len(row) and row[x + run]:
            run += 1
        if run:
            drawn += f"M{x} {y}h{run}v1h-{run}z"
        x += max(run, 1)
    return drawn
