"""Would a control chart (W5) do better than W3 and W4? `python tests/benchmarks/control_chart.py`

A one-sided CUSUM of each site's average: S = max(0, S + score - median - k), where the median is that of the 7 days
before S left 0 (4 at least). It is raised at S of h or more while the newest score is 4 or more and stands more than k
above that median. It takes the place of W3 and W4 in the app's own rules, and the rest is that of the evaluation. Only
these rules are on, without therapy, so the noise is that of pain that went up.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from statistics import median
from unittest.mock import patch

from recovery.domain import worklist
from recovery.domain.cohort import EventKind
from recovery.domain.cohort_parameters import DAILY_SD
from recovery.domain.evaluation import Conduct
from recovery.domain.evidence import HeldDay, Measure, RecordedDay
from recovery.domain.facts import Facts
from recovery.domain.operation import Procedure
from recovery.domain.reasons import PainUp
from recovery.domain.rule_figures import found, new_reasons
from recovery.domain.rule_samples import World, cohort_samples, event_samples, results_of
from recovery.domain.rule_variants import ANSWERED, FIRST, SHIPPED
from recovery.domain.rules.pain import MEASURES
from recovery.domain.thresholds import Rule, Thresholds

SEEDS, PATIENTS, EVENTS = (11, 12), 150, 100
RULES = frozenset({Rule.W3, Rule.W4})
CHARTS = ((1.0, 2.0), (1.0, 4.0), (1.5, 1.5), (1.5, 3.0), (2.0, 1.0), (2.0, 2.0))
Raises = Callable[[Facts, Thresholds, date], Iterator[PainUp]]


def chart(k: float, h: float) -> Raises:
    def raises(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[PainUp]:
        for site, measure in MEASURES.items():
            days = list(facts.days_with(measure, thresholds, today))[::-1]
            values = [day.value(measure) or 0 for day in days]
            total, since, middle = _last(values, k, thresholds)
            now = values[-1] if values else 0
            if middle is not None and total >= h and now >= thresholds.pain_now and now - middle > k:
                first = max(0, since - thresholds.median_days)
                held, before = (_held(each, measure) for each in (days[since:], days[first:since]))
                yield PainUp(
                    rule=Rule.W4, about=site.value, held=held, before=before, change=1, site=site, median=middle
                )

    return raises


def _last(values: list[float], k: float, thresholds: Thresholds) -> tuple[float, int, float | None]:
    """S of the newest day, where it left 0, and the median that it is measured from."""
    total, since, middle = 0.0, 0, None
    for place, value in enumerate(values):
        if total <= 0:
            before = values[max(0, place - thresholds.median_days) : place]
            middle = median(before) if len(before) >= thresholds.median_days_at_least else None
            since = place
        total = 0.0 if middle is None else max(0.0, total + value - middle - k)
    return total, since, middle


def _held(days: list[RecordedDay], measure: Measure) -> tuple[HeldDay, ...]:
    return tuple(day.held(measure) for day in days)


def told(name: str, thresholds: Thresholds) -> str:
    conduct = Conduct(thresholds, has_therapy=False, answers_calls=ANSWERED)
    cohort, leg, wound = [], [], []
    for seed in SEEDS:
        disc, fusion = (World(each, seed, DAILY_SD, 120) for each in (Procedure.DISCECTOMY, Procedure.FUSION))
        cohort += [each for sample in cohort_samples("", disc, PATIENTS) for each in results_of(sample, conduct)]
        for world, kind, into in ((disc, EventKind.RE_HERNIATION, leg), (fusion, EventKind.INFECTION, wound)):
            into += [each for sample in event_samples("", world, kind, EVENTS) for each in results_of(sample, conduct)]
    shares = [found(leg, EventKind.RE_HERNIATION, (3, 7, 10)).within[days] for days in (3, 7, 10)]
    shares.append(found(wound, EventKind.INFECTION, (7,)).within[7])
    return (
        f"| {name} | {new_reasons(cohort, RULES).value:.2f} | "
        + " | ".join(f"{100 * s.value:.0f} %" for s in shares)
        + " |"
    )


def main() -> None:
    print("| rule | new reasons, discectomy | re-herniation in 3 | in 7 | in 10 | infection in 7, fusion |")
    print("|---|---|---|---|---|---|")
    known = {"W3 and W4, version 2": SHIPPED, "W3 and W4, version 1, back after 7 new days": FIRST}
    for name, numbers in known.items():
        print(told(name, replace(numbers, on=RULES, new_days_after_review=SHIPPED.new_days_after_review)), flush=True)
    for k, h in CHARTS:
        entries = ((Rule.W4, chart(k, h)),)
        with patch.object(worklist, "BY_ENTRIES", entries):
            print(told(f"CUSUM, k {k:g}, h {h:g}", SHIPPED), flush=True)


if __name__ == "__main__":
    main()
