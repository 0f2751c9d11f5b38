"""What a simulated patient would have sent: the entries behind the days of cohort.py, for judging the rules.

Two things the cohort does not know are drawn here [D]. From which score on pain is not bearable for somebody: normal,
mean 8, SD 1.7, which leaves 83 % of scores of 5 or more bearable (Thiel 2020). And how far pain during exercises stands
above the day's own: mean 0.5, SD 1.2, which has no published anchor. Walking is asked up to "getting stronger"
(CLINICAL.md 12). Four exercises once on each of 5 weekdays (CLINICAL.md 3: 3 to 5 by default) are recorded on the days
on which the patient records, done or not done, so that W7 is loaded rather too much than too little. Steps, mornings
after exercises, days not well, warning signs, corrections and entries sent late are not simulated.
"""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from recovery.domain.cohort import SimulatedDay, SimulatedPatient
from recovery.domain.evidence import EntryVersion, ReadCheckIn, ReadSession
from recovery.domain.pain import ASK_BEARABLE_FROM, NRS
from recovery.domain.stage import Stage
from recovery.domain.therapy import Outcome, PlanVersion, Prescription, UnitDone

OPERATED_ON = date(2026, 1, 5)
"""A Monday, like every other in this world: all are operated on on one day."""

NOT_BEARABLE_FROM = (8.0, 1.7)
EXERCISE_PAIN_ABOVE = (0.5, 1.2)
EXERCISES = 4
WEEKDAYS = frozenset(range(1, 6))
WALKING_NOT_ASKED = (Stage.BACK_TO_LIFE, Stage.LONG_TERM)

PLAN = PlanVersion(
    1, OPERATED_ON, tuple(Prescription(UUID(int=each), f"Exercise {each}", "", WEEKDAYS) for each in range(EXERCISES))
)


class SimulatedEntries:
    """One patient's entries in the order the clinic receives them; `received` is the number of the newest."""

    def __init__(self, patient: SimulatedPatient, seed: int) -> None:
        self._chance = Random(f"{seed}/{patient.procedure.value}/{patient.index}/entries")  # noqa: S311 - not secret
        self._adherence = patient.adherence
        self._not_bearable_from = self._chance.gauss(*NOT_BEARABLE_FROM)
        self.received = 0

    def check_in(self, simulated: SimulatedDay, stage: Stage | None) -> ReadCheckIn:
        most = max(simulated.back, simulated.leg)
        return ReadCheckIn(
            version=self._next_version(),
            recorded_on=on(simulated.day),
            back_pain_average=simulated.back,
            back_pain_worst=simulated.back_worst,
            leg_pain_average=simulated.leg,
            leg_pain_worst=simulated.leg_worst,
            walking_minutes=None if stage in WALKING_NOT_ASKED else simulated.walking_minutes,
            bearable=most < self._not_bearable_from if most >= ASK_BEARABLE_FROM else None,
        )

    def session(self, simulated: SimulatedDay) -> ReadSession | None:
        """None on a rest day."""
        day = on(simulated.day)
        units = tuple(UnitDone(unit, self._outcome()) for unit in PLAN.units_on(day))
        if not units:
            return None
        level = max(simulated.back, simulated.leg) + self._chance.gauss(*EXERCISE_PAIN_ABOVE)
        has_done = any(each.outcome is Outcome.DONE for each in units)
        pain = min(NRS.high, max(NRS.low, round(level))) if has_done else None
        return ReadSession(self._next_version(), day, units, pain)

    def _outcome(self) -> Outcome:
        return Outcome.DONE if self._chance.random() < self._adherence else Outcome.NOT_DONE

    def _next_version(self) -> EntryVersion:
        self.received += 1
        return EntryVersion(UUID(int=self.received), 1, self.received)


def on(day: int) -> date:
    """The date of a day since the operation."""
    return OPERATED_ON + timedelta(days=day)
