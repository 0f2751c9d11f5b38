"""A starter library for a new clinic, in our own words: exercises, and templates by procedure and stage [D].

None pushes: amounts are small, a text says when to ease off, and after fusion nothing is there for strength before the
stage "getting stronger" (CLINICAL.md 3 and 4: group training from week 6 after fusion did worse than from week 12).
A clinic edits all of it.
"""

from dataclasses import dataclass

from recovery.domain.operation import Procedure
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
BREATHING = Exercise(
    "Slow breathing",
    "Lie or sit with ease. Breathe in through your nose and let your tummy rise. Breathe out slowly.",
    times_a_day=3,
    repetitions=5,
)
LOG_ROLL = Exercise(
    "Roll and get up",
    "Bend your knees. Roll onto your side in one piece, like a log. Let your legs down and push up with your arms.",
    times_a_day=2,
    repetitions=2,
)
KNEE_STRAIGHTENING = Exercise(
    "Knee straightening",
    "Sit tall on a chair. Straighten one knee slowly, then lower it. Then the other leg.",
    times_a_day=2,
    repetitions=8,
)
HEEL_RAISES = Exercise(
    "Heel raises", "Stand and hold on to a worktop. Rise onto your toes and come down slowly.", WEEKDAYS, 1, 2, 8
)
LEG_BACK = Exercise(
    "Leg back in standing",
    "Stand and hold on to a worktop. Move one leg back a little way without bending. Then the other leg.",
    WEEKDAYS,
    1,
    2,
    8,
)
SIDE_LEG_LIFT = Exercise(
    "Leg lift on your side",
    "Lie on your side with your lower knee bent. Lift your top leg a little way and lower it. Then turn over.",
    THREE_DAYS,
    1,
    2,
    8,
)
SMALL_SQUAT = Exercise(
    "Small squats",
    "Hold on to a worktop. Bend your knees a little way, as if to sit, and come up again.",
    THREE_DAYS,
    1,
    2,
    8,
)
EXERCISES = (
    BREATHING,
    ANKLES,
    LOG_ROLL,
    HEEL_SLIDES,
    TUMMY,
    TILT,
    KNEE_STRAIGHTENING,
    SHOULDERS,
    SHORT_WALK,
    WALK,
    LONGER_WALK,
    SIT_TO_STAND,
    HEEL_RAISES,
    LEG_BACK,
    BRIDGE,
    SIDE_LEG_LIFT,
    SMALL_SQUAT,
    STEP_UPS,
)


@dataclass(frozen=True, slots=True)
class Template:
    procedure: Procedure
    stage: Stage
    exercises: tuple[Exercise, ...]


TEMPLATES = (
    Template(Procedure.DISCECTOMY, Stage.FIRST_DAYS, (ANKLES, LOG_ROLL, SHORT_WALK)),
    Template(Procedure.DISCECTOMY, Stage.EARLY_HEALING, (HEEL_SLIDES, TUMMY, WALK)),
    Template(Procedure.DISCECTOMY, Stage.BUILDING_UP, (TILT, SIT_TO_STAND, WALK)),
    Template(Procedure.DISCECTOMY, Stage.GETTING_STRONGER, (BRIDGE, SIT_TO_STAND, HEEL_RAISES, LONGER_WALK)),
    Template(Procedure.DISCECTOMY, Stage.BACK_TO_LIFE, (BRIDGE, STEP_UPS, LONGER_WALK)),
    Template(Procedure.LAMINECTOMY, Stage.FIRST_DAYS, (ANKLES, LOG_ROLL, SHORT_WALK)),
    Template(Procedure.LAMINECTOMY, Stage.EARLY_HEALING, (HEEL_SLIDES, TUMMY, WALK)),
    Template(Procedure.LAMINECTOMY, Stage.BUILDING_UP, (TILT, KNEE_STRAIGHTENING, SIT_TO_STAND, WALK)),
    Template(Procedure.LAMINECTOMY, Stage.BACK_TO_LIFE, (SIT_TO_STAND, HEEL_RAISES, LONGER_WALK)),
    Template(Procedure.FUSION, Stage.FIRST_DAYS, (ANKLES, LOG_ROLL, SHORT_WALK)),
    Template(Procedure.FUSION, Stage.EARLY_HEALING, (BREATHING, ANKLES, WALK)),
    Template(Procedure.FUSION, Stage.BUILDING_UP, (TUMMY, KNEE_STRAIGHTENING, WALK)),
    Template(Procedure.FUSION, Stage.GETTING_STRONGER, (TUMMY, SIT_TO_STAND, HEEL_RAISES, LONGER_WALK)),
    Template(Procedure.FUSION, Stage.BACK_TO_LIFE, (SIT_TO_STAND, LEG_BACK, LONGER_WALK)),
)
