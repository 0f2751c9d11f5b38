"""Made-up lives of entries for the generated tests: which values, where, when, and a naive account of the figures."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from recovery.domain.check_in import CheckIn
from recovery.domain.mobility import Stairs, WalkingAid

ZONES = (
    "Europe/London",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Pacific/Apia",
    "America/Sao_Paulo",
)
OPERATED_ON = date(2024, 2, 1)
START = datetime(2024, 2, 20, tzinfo=UTC)
"""Before a leap day and the changes of clocks of both hemispheres."""

SCORE = st.none() | st.integers(0, 10)
MINUTES = st.none() | st.integers(0, 600)
VALUES = st.fixed_dictionaries(
    {
        "back_pain_average": SCORE,
        "back_pain_worst": SCORE,
        "leg_pain_average": SCORE,
        "leg_pain_worst": SCORE,
        "walking_minutes": MINUTES,
        "steps": st.none() | st.integers(0, 60_000),
        "walking_aid": st.none() | st.sampled_from(WalkingAid),
        "stairs": st.none() | st.sampled_from(Stairs),
        "note": st.sampled_from(["x", "Slept well"]),
    }
)
STEPS = st.timedeltas(min_value=timedelta(), max_value=timedelta(hours=40))
BACK = st.integers(0, 20)
"""How many days before the day that the patient sees an entry is for."""


def day_seen(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def naive_figures(counting: list[CheckIn]) -> dict[date, tuple]:
    """Each day reckoned anew from what counts, with fractions instead of floats and without any of the app's code."""
    days = {each.recorded_on for each in counting}
    return {day: _figure([each for each in counting if each.recorded_on == day]) for day in days}


def _figure(of_day: list[CheckIn]) -> tuple:
    def mean(name):
        known = [getattr(each, name) for each in of_day if getattr(each, name) is not None]
        return Fraction(sum(known), len(known)) if known else None

    def most(name):
        return max((getattr(each, name) for each in of_day if getattr(each, name) is not None), default=None)

    averages = (mean("back_pain_average"), mean("leg_pain_average"))
    mosts = tuple(most(name) for name in ("back_pain_worst", "leg_pain_worst", "walking_minutes", "steps"))
    return (len(of_day), *averages, *mosts)


def as_told(figure) -> tuple:
    """A DayFigure in the shape of the naive account."""
    near = [
        None if each is None else Fraction(each).limit_denominator(1000)
        for each in (figure.back_average, figure.leg_average)
    ]
    return (figure.entries, *near, figure.back_worst, figure.leg_worst, figure.walking_minutes, figure.steps)
