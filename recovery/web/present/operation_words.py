"""Plain names of operations, stages and what is recorded: one wording on every screen (CLINICAL.md 2 and 4)."""

from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Approach, Operation, Procedure, Region, Side
from recovery.domain.stage import Stage

STAGE_NAMES = {
    Stage.BEFORE: "Before surgery",
    Stage.FIRST_DAYS: "First days",
    Stage.EARLY_HEALING: "Early healing",
    Stage.BUILDING_UP: "Building up",
    Stage.GETTING_STRONGER: "Getting stronger",
    Stage.BACK_TO_LIFE: "Back to your life",
    Stage.LONG_TERM: "Long term",
}
PROCEDURE_NAMES = {
    Procedure.FUSION: "Fusion",
    Procedure.LAMINECTOMY: "Laminectomy",
    Procedure.DISCECTOMY: "Discectomy",
}
APPROACH_NAMES = {Approach.OPEN: "Open", Approach.MINIMALLY_INVASIVE: "Minimally invasive"}
REGION_NAMES = {Region.LUMBAR: "Lower back", Region.CERVICAL: "Neck"}
SIDE_NAMES = {Side.LEFT: "Left", Side.RIGHT: "Right", Side.BOTH: "Both sides", Side.MIDDLE: "Middle"}
WALKING_AID_NAMES = {
    WalkingAid.NONE: "Nothing",
    WalkingAid.ONE_STICK: "One stick",
    WalkingAid.TWO_STICKS: "Two sticks or crutches",
    WalkingAid.FRAME: "A frame",
    WalkingAid.WHEELCHAIR: "A wheelchair",
}
STAIRS_NAMES = {
    Stairs.NOT_TRIED: "Not tried",
    Stairs.WITH_HELP: "With help",
    Stairs.WITH_RAIL: "Holding a rail",
    Stairs.FREELY: "Freely",
}

_ANATOMICAL = {Region.LUMBAR: "lumbar", Region.CERVICAL: "cervical"}
_WHAT_IT_DID = {
    Procedure.FUSION: "an operation to join bones",
    Procedure.LAMINECTOMY: "an operation to make room for nerves",
    Procedure.DISCECTOMY: "an operation on a disc",
}


def stage_name(stage: Stage) -> str:
    return STAGE_NAMES[stage]


def procedure_name(procedure: Procedure) -> str:
    return PROCEDURE_NAMES[procedure]


def approach_name(approach: Approach) -> str:
    return APPROACH_NAMES[approach]


def region_name(region: Region) -> str:
    return REGION_NAMES[region]


def walking_aid_name(aid: WalkingAid) -> str:
    return WALKING_AID_NAMES[aid]


def stairs_name(stairs: Stairs) -> str:
    return STAIRS_NAMES[stairs]


def pain_names(region: Region) -> tuple[str, str]:
    """What `back_*` and `leg_*` are called: neck and arm after a cervical operation."""
    return ("Neck", "Arm") if region is Region.CERVICAL else ("Back", "Leg")


def operation_name(operation: Operation) -> str:
    """Short, for staff: "L4-L5 fusion and laminectomy, open", with an en dash between levels. Without levels the
    region stands first: "Lumbar fusion, open".
    """
    where = _levels(operation) or _ANATOMICAL[operation.region].capitalize()
    return f"{where} {_procedures(operation)}, {approach_name(operation.approach).lower()}"


def operation_for_patient(operation: Operation) -> str:
    """As a patient reads it: "your spinal fusion", "your neck fusion and laminectomy"."""
    where = "neck" if operation.region is Region.CERVICAL else "spinal"
    return f"your {where} {_procedures(operation)}"


def operation_on_phone(operation: Operation) -> str:
    """For somebody who takes a call: "an operation on a disc in my lower back (minimally invasive discectomy, L4-L5)".

    Several procedures: "an operation on my lower back (fusion and laminectomy)". Open is not said.
    """
    place = region_name(operation.region).lower()
    is_one = len(operation.procedures) == 1
    what = f"{_WHAT_IT_DID[operation.slowest]} in my {place}" if is_one else f"an operation on my {place}"
    minimally = "minimally invasive " if operation.approach is Approach.MINIMALLY_INVASIVE else ""
    levels = _levels(operation)
    return f"{what} ({minimally}{_procedures(operation)}{', ' + levels if levels else ''})"


def _procedures(operation: Operation) -> str:
    """Lower case, slowest first: "fusion, laminectomy and discectomy"."""
    names = [procedure_name(procedure).lower() for procedure in operation.in_order]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _levels(operation: Operation) -> str:
    return operation.levels.strip().replace("-", "\N{EN DASH}")
