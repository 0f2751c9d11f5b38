"""Closed ranges of whole numbers, so that an impossible value cannot be built."""

from dataclasses import dataclass


class OutOfBounds(ValueError):  # noqa: N818 - named for what happened
    """A value outside its closed range. `name` is the field, `bounds` the range."""

    def __init__(self, name: str, bounds: "Bounds") -> None:
        super().__init__(f"{name} must be a whole number from {bounds.low} to {bounds.high}")
        self.name = name
        self.bounds = bounds


@dataclass(frozen=True, slots=True)
class Bounds:
    low: int
    high: int

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high

    def require(self, name: str, value: int | None) -> None:
        """Accept None (missing is not zero) and values inside; raise OutOfBounds otherwise."""
        if value is not None and value not in self:
            raise OutOfBounds(name, self)
