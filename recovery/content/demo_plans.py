"""Exercises and plans of the demo's made-up patients, in our own words. None pushes: a physiotherapist decides."""

from dataclasses import dataclass

from recovery.domain.operation import Region
from recovery.domain.stage import Stage

EVERY_DAY = frozenset(range(1, 8))
WEEKDAYS = frozenset(range(1, 6))
THREE_DAYS = frozenset({1, 3, 5})


@dataclass(frozen=True, slots=True)
class Exercise:
    """A prescription without an id. Hold is in seconds; weekdays are ISO, 1 is Monday."""

    name: str
    how_to: str
    weekdays: frozenset[int] = EVERY_DAY
    times_a_day: int = 1
    sets: int | None = None
    repetitions: int | None = None
    hold_seconds: int | None = None
    minutes: int | None = None


ANKLES = Exercise(
    "Ankle pumps", "Lie down. Move your feet up and down, slowly, as far as is easy.", times_a_day=3, repetitions=10
)
HEEL_SLIDES = Exercise(
    "Heel slides",
    "Lie on your back with your knees bent. Slide one heel away along the bed and back again. Then the other.",
    times_a_day=2,
    sets=2,
    repetitions=10,
)
TUMMY = Exercise(
    "Tummy hold",
    "Lie on your back with your knees bent. Draw your lower tummy in gently and keep on breathing. Then let go.",
    times_a_day=2,
    sets=3,
    hold_seconds=5,
)
TILT = Exercise(
    "Pelvic tilt",
    "Lie on your back with your knees bent. Press the small of your back softly into the bed. Then let go.",
    sets=2,
    repetitions=8,
)
SHORT_WALK = Exercise("Short walk", "Walk on flat ground. Stop before you feel tired.", times_a_day=3, minutes=5)
WALK = Exercise(
    "Walk", "Walk at a pace at which you can talk. Turn back while it still feels easy.", times_a_day=2, minutes=10
)
LONGER_WALK = Exercise("Walk", "Walk at a pace at which you can talk.", minutes=25)
SIT_TO_STAND = Exercise(
    "Sit to stand", "Sit on a firm chair. Lean forward a little, stand up, and sit down slowly.", WEEKDAYS, 1, 2, 8
)
BRIDGE = Exercise(
    "Bridge",
    "Lie on your back with your knees bent. Lift your hips a little way, hold, and lower them slowly.",
    THREE_DAYS,
    1,
    2,
    8,
    3,
)
STEP_UPS = Exercise(
    "Step-ups", "Hold a rail. Step up onto a low step and down again. Then the other leg.", THREE_DAYS, 1, 2, 8
)
SHOULDERS = Exercise("Shoulder rolls", "Sit tall. Roll your shoulders slowly backwards.", times_a_day=3, repetitions=8)

_PLANS: dict[Stage, tuple[Exercise, ...]] = {
    Stage.FIRST_DAYS: (ANKLES, SHORT_WALK, TUMMY),
    Stage.EARLY_HEALING: (HEEL_SLIDES, WALK, TUMMY),
    Stage.BUILDING_UP: (TILT, WALK, SIT_TO_STAND),
    Stage.GETTING_STRONGER: (BRIDGE, LONGER_WALK, SIT_TO_STAND, STEP_UPS),
    Stage.BACK_TO_LIFE: (BRIDGE, LONGER_WALK, STEP_UPS),
    Stage.LONG_TERM: (LONGER_WALK,),
}


def exercises_for(stage: Stage | None, region: Region) -> tuple[Exercise, ...]:
    """Nothing before surgery; after a neck operation only what is easy in every stage."""
    if region is Region.CERVICAL:
        return (SHOULDERS, SHORT_WALK)
    return _PLANS.get(stage, ()) if stage else ()
