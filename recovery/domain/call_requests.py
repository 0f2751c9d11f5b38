"""A patient asked to be called. The request stands until somebody looked or called, or the patient took it back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

NOTE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class AskedCall:
    """`closed_by` is a name; `was_called` says that it was closed by a call that the patient answered."""

    id: UUID
    asked_at: datetime
    note: str = ""
    taken_back_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str = ""
    was_called: bool = False

    @property
    def is_open(self) -> bool:
        return self.taken_back_at is None and self.closed_at is None
