"""Plans of the demo's made-up patients, from the starter library. None pushes: a physiotherapist decides."""

from recovery.content.starter_library import EXERCISES, TEMPLATES, Exercise
from recovery.domain.operation import Procedure, Region
from recovery.domain.stage import Stage

_TEMPLATES = {(template.procedure, template.stage): template.exercises for template in TEMPLATES}
_NECK = (EXERCISES["shoulder_rolls"], EXERCISES["short_walk"])


def exercises_for(stage: Stage | None, procedure: Procedure, region: Region) -> tuple[Exercise, ...]:
    """Nothing before surgery; after a neck operation only what is easy in every stage."""
    if region is Region.CERVICAL:
        return _NECK
    if stage is None or stage is Stage.BEFORE:
        return ()
    return _TEMPLATES[procedure, stage]
