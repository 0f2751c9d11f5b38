"""The one clock. Web and commands read it once a request and hand `now` down; the domain never asks."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present instant, aware, UTC."""
    return datetime.now(UTC)
