"""Long lists in pages, by a number in the address."""

from collections.abc import Sequence
from typing import TypeVar

from flask import abort, request

from recovery.domain.bounds import Bounds
from recovery.web.forms.whole_number import number_in

NUMBERS = Bounds(1, 100_000)

Line = TypeVar("Line")


def page_number() -> int:
    """1 when none is given; what cannot be a page is a page that there is not."""
    number = number_in(request.args.get("page", "1"))
    if number is None or number not in NUMBERS:
        abort(404)
    return number


def page_of(lines: Sequence[Line], number: int, size: int) -> tuple[Sequence[Line], bool]:
    """The lines of a page, and whether older ones follow."""
    shown = lines[(number - 1) * size : number * size]
    if not shown and number > 1:
        abort(404)
    return shown, len(lines) > number * size
