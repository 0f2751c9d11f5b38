"""Plain names of operations, stages and what is recorded: one wording on every screen (CLINICAL.md 2 and 4)."""

from recovery.content.wording import words
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Approach, Operation, Procedure, Region, Side
from recovery.domain.stage import Stage
from recovery.web.present.listed import listed

WORDS = words("common")
STAGE_NAMES = {
    Stage.BEFORE: WORDS.stage_before,
    Stage.FIRST_DAYS: WORDS.stage_first_days,
    Stage.EARLY_HEALING: WORDS.stage_early_healing,
    Stage.BUILDING_UP: WORDS.stage_building_up,
    Stage.GETTING_STRONGER: WORDS.stage_getting_stronger,
    Stage.BACK_TO_LIFE: WORDS.stage_back_to_life,
    Stage.LONG_TERM: WORDS.stage_long_term,
}
PROCEDURE_NAMES = {
    Procedure.FUSION: WORDS.fusion,
    Procedure.LAMINECTOMY: WORDS.laminectomy,
    Procedure.DISCECTOMY: WORDS.discectomy,
}
APPROACH_NAMES = {Approach.OPEN: WORDS.open, Approach.MINIMALLY_INVASIVE: WORDS.minimally_invasive}
REGION_NAMES = {Region.LUMBAR: WORDS.lower_back, Region.CERVICAL: WORDS.neck}
SIDE_NAMES = {
    Side.LEFT: WORDS.left,
    Side.RIGHT: WORDS.right,
    Side.BOTH: WORDS.both_sides,
    Side.MIDDLE: WORDS.middle,
}
WALKING_AID_NAMES = {
    WalkingAid.NONE: WORDS.no_aid,
    WalkingAid.ONE_STICK: WORDS.one_stick,
    WalkingAid.TWO_STICKS: WORDS.two_sticks,
    WalkingAid.FRAME: WORDS.frame,
    WalkingAid.WHEELCHAIR: WORDS.wheelchair,
}
STAIRS_NAMES = {
    Stairs.NOT_TRIED: WORDS.stairs_not_tried,
    Stairs.WITH_HELP: WORDS.stairs_with_help,
    Stairs.WITH_RAIL: WORDS.stairs_with_rail,
    Stairs.FREELY: WORDS.stairs_freely,
}

_ANATOMICAL = {Region.LUMBAR: "lumbar", Region.CERVICAL: "cervical"}
_WHAT_IT_DID = {
    Procedure.FUSION: WORDS.what_a_fusion_did,
    Procedure.LAMINECTOMY: WORDS.what_a_laminectomy_did,
    Procedure.DISCECTOMY: WORDS.what_a_discectomy_did,
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
    return (WORDS.neck, WORDS.arm) if region is Region.CERVICAL else (WORDS.back, WORDS.leg)


def operation_name(operation: Operation) -> str:
    """Short, for staff: "L4-L5 fusion and laminectomy, open", with an en dash between levels. Without levels the
    region stands first: "Lumbar fusion, open".
    """
    where = _levels(operation) or _ANATOMICAL[operation.region].capitalize()
    return f"{where} {_procedures(operation)}, {approach_name(operation.approach).lower()}"


def operation_for_patient(operation: Operation) -> str:
    """As a patient reads it: "your spinal fusion", "your neck fusion and laminectomy"."""
    yours = WORDS.your_neck if operation.region is Region.CERVICAL else WORDS.your_spinal
    return yours.format(procedures=_procedures(operation))


def operation_on_phone(operation: Operation) -> str:
    """For somebody who takes a call: "an operation on a disc in my lower back (minimally invasive discectomy, L4-L5)".

    Several procedures: "an operation on my lower back (fusion and laminectomy)". Open is not said.
    """
    place = region_name(operation.region).lower()
    what = WORDS.operation_on_place.format(place=place)
    if len(operation.procedures) == 1:
        what = WORDS.operation_in_place.format(operation=_WHAT_IT_DID[operation.slowest], place=place)
    is_minimally_invasive = operation.approach is Approach.MINIMALLY_INVASIVE
    minimally = f"{WORDS.minimally_invasive.lower()} " if is_minimally_invasive else ""
    levels = _levels(operation)
    return f"{what} ({minimally}{_procedures(operation)}{', ' + levels if levels else ''})"


def _procedures(operation: Operation) -> str:
    """Lower case, slowest first: "fusion, laminectomy and discectomy"."""
    return listed([procedure_name(procedure).lower() for procedure in operation.in_order])


def _levels(operation: Operation) -> str:
    return operation.levels.strip().replace("-", "\N{EN DASH}")
