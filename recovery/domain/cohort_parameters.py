"""The numbers of the synthetic cohort [D], fitted to published anchors (CLINICAL.md 7).

Anchors: Swespine n=14,097; Austevoll 2017; Wang 2022 Sci Rep 15169; Hebert 2019; steps by Stienen 2020 (n=30);
adherence by MiSpEx. Pain is NRS 0-10, time in days since the operation.
"""

from dataclasses import dataclass

from recovery.domain.operation import Procedure


@dataclass(frozen=True, slots=True)
class Course:
    """One site's pain: mean and SD before, level on day 1, tau in days, and the end level of each class."""

    before_mean: float
    before_sd: float
    day_1: float
    tau: float
    ends: tuple[float, float, float]
    shares: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class CohortParameters:
    leg: Course
    back: Course
    re_herniation_by_day_90: float
    infection: float


PARAMETERS = {
    Procedure.DISCECTOMY: CohortParameters(
        leg=Course(6.7, 2.5, 3.0, 14, (0.3, 1.3, 5.0), (18, 55, 26)),
        back=Course(4.7, 2.9, 4.5, 12, (0.4, 1.6, 5.0), (13, 56, 31)),
        re_herniation_by_day_90=0.02,
        infection=0.01,
    ),
    Procedure.LAMINECTOMY: CohortParameters(
        leg=Course(6.0, 2.5, 3.5, 20, (0.5, 2.3, 5.8), (14, 50, 36)),
        back=Course(5.5, 2.6, 5.0, 16, (0.5, 2.5, 6.0), (13, 45, 42)),
        re_herniation_by_day_90=0.01,
        infection=0.015,
    ),
    Procedure.FUSION: CohortParameters(
        leg=Course(6.0, 2.7, 4.0, 20, (0.4, 2.0, 5.3), (14, 50, 36)),
        back=Course(6.5, 2.2, 6.5, 24, (0.4, 2.1, 5.5), (13, 45, 42)),
        re_herniation_by_day_90=0.005,
        infection=0.03,
    ),
}

PERSON_SD = 0.9
TAU_LOG_SD = 0.3
DAILY_SD = 1.1
AR1 = 0.4
CLASS_CORRELATION = 0.7
FLARES_A_MONTH = 0.15
FLARE_RISE = (1.5, 3.0)
FLARE_DAYS = (3, 7)
RE_HERNIATION_ONSET = (21, 75)
RE_HERNIATION_RISE = (4.0, 1.0)
RE_HERNIATION_DAYS = 2
INFECTION_ONSET = (13.0, 5.0)
INFECTION_ONSET_RANGE = (6, 28)
INFECTION_RISE_A_DAY = 0.45
INFECTION_RISE = (2.5, 5.0)
STEPS_BEFORE = (5600.0, 2800.0)
STEPS_SHARE = ((0, 0.12), (7, 0.29), (14, 0.63), (28, 0.77), (56, 1.0))
"""Day and share of the steps before surgery; straight lines between."""
STEPS_A_WALKING_MINUTE = 100
CHECK_IN_CHANCE = (6.0, 2.0)
CHECK_IN_FALL_BY_DAY_90 = 0.15
DROP_OUT_A_WEEK = (0.01, 0.02)
ADHERENCE = (0.64, 0.31)
DAYS_A_MONTH = 30.44
