"""Walking that is clearly down: W8. Compared with the patient's own days before, never with others (CLINICAL.md 2)."""

from collections.abc import Iterator, Sequence
from datetime import date

from recovery.domain.evidence import Measure, RecordedDay
from recovery.domain.facts import Facts
from recovery.domain.reasons import WalkingDown
from recovery.domain.rules.runs import longest_run
from recovery.domain.thresholds import Rule, Thresholds


def walking_down(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[WalkingDown]:
    """W8: walking minutes or steps down by 40 % or more against the median of the previous 7 days that have the value
    (4 at least), on 3 such days. Complete days only: what was walked by noon is no day's walking [D].
    """
    for measure in (Measure.WALKING, Measure.STEPS):
        days = [day for day in facts.days_with(measure, thresholds, today) if day.day < today]
        lengths = range(thresholds.walking_down_days, _low_days(days, measure, thresholds) + 1)
        run = longest_run(
            days,
            measure,
            thresholds,
            lengths,
            lambda value, middle: middle > 0 and round(1 - value / middle, 6) >= thresholds.walking_down,
        )
        if run is not None:
            yield WalkingDown(
                rule=Rule.W8,
                about=measure.value,
                held=run.held,
                before=run.before,
                change=(1 - run.held[-1].value / run.median) / thresholds.walking_down,
                measure=measure,
                median=run.median,
            )


def _low_days(days: Sequence[RecordedDay], measure: Measure, thresholds: Thresholds) -> int:
    """How many of the newest days could be down against any median: low against the highest day there is."""
    values = [day.value(measure) or 0 for day in days]
    most = max(values, default=0) * (1 - thresholds.walking_down)
    return next((place for place, value in enumerate(values) if value > most), len(values))
