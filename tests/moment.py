"""When the tests take place: a Sunday at noon, in winter, so that clocks agree in London."""

from datetime import UTC, date, datetime

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
