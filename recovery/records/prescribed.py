"""The columns that a plan's prescription, a template's line and an exercise of the library have in common."""

from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.therapy import AMOUNTS, Prescription

DESCRIBED = ("name", "how_to", *AMOUNTS)


class DescribedColumns:
    name: Mapped[str] = mapped_column(String(120))
    how_to: Mapped[str] = mapped_column(String(2000), default="")
    sets: Mapped[int | None]
    repetitions: Mapped[int | None]
    hold_seconds: Mapped[int | None]
    minutes: Mapped[int | None]


class PrescribedColumns(DescribedColumns):
    """`weekdays` holds ISO digits, "135" for Monday, Wednesday and Friday."""

    weekdays: Mapped[str] = mapped_column(String(7))
    times_a_day: Mapped[int] = mapped_column(default=1)

    def as_prescription(self, prescription_id: UUID, **more: Any) -> Prescription:
        return Prescription(
            id=prescription_id,
            weekdays=frozenset(int(digit) for digit in self.weekdays),
            times_a_day=self.times_a_day,
            **described(self),
            **more,
        )


def described(given: Any) -> dict[str, Any]:
    """The values of these columns, from anything that has them as attributes."""
    return {name: getattr(given, name) for name in DESCRIBED}


def prescribed(given: Any) -> dict[str, Any]:
    weekdays = "".join(str(day) for day in sorted(given.weekdays))
    return {**described(given), "weekdays": weekdays, "times_a_day": given.times_a_day}
