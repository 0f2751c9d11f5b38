"""Plans of the demo's made-up patients, from the starter library. None pushes: a physiotherapist decides."""

from recovery.content.starter_library import (
    ANKLES,
    BRIDGE,
    HEEL_SLIDES,
    LONGER_WALK,
    SHORT_WALK,
    SHOULDERS,
    SIT_TO_STAND,
    STEP_UPS,
    TILT,
    TUMMY,
    WALK,
    Exercise,
)
from recovery.domain.operation import Region
from recovery.domain.stage import Stage

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
