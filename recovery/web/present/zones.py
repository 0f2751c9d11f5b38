"""Time zones to choose from: those of places, without the technical ones."""

from functools import lru_cache
from zoneinfo import available_timezones

PARTS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    return tuple(sorted(name for name in available_timezones() if name.startswith(PARTS)))
