"""One wording of operations, stages and measures on every screen."""

from datetime import date
from itertools import chain, combinations

import pytest

from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.stage import Stage
from recovery.web.present import operation_words as words

DASH = "\N{EN DASH}"
EVERY_SET = list(chain.from_iterable(combinations(Procedure, count) for count in (1, 2, 3)))


def operation(*procedures, approach=Approach.OPEN, region=Region.LUMBAR, levels=""):
    return Operation(frozenset(procedures), approach, region, date(2026, 10, 15), levels)


def test_stages_have_their_plain_names():
    assert [words.stage_name(stage) for stage in Stage] == [
        "Before surgery",
        "First days",
        "Early healing",
        "Building up",
        "Getting stronger",
        "Back to your life",
        "Long term",
    ]


def test_every_walking_aid_and_way_up_stairs_has_a_name_of_its_own():
    aids = [words.walking_aid_name(aid) for aid in WalkingAid]
    stairs = [words.stairs_name(each) for each in Stairs]
    assert len(set(aids)) == len(WalkingAid)
    assert len(set(stairs)) == len(Stairs)


def test_pain_is_of_neck_and_arm_after_a_cervical_operation():
    assert words.pain_names(Region.CERVICAL) == ("Neck", "Arm")
    assert words.pain_names(Region.LUMBAR) == ("Back", "Leg")


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (
            operation(Procedure.FUSION, approach=Approach.MINIMALLY_INVASIVE, levels="L4-L5"),
            f"L4{DASH}L5 fusion, minimally invasive",
        ),
        (operation(Procedure.LAMINECTOMY, Procedure.FUSION), "Lumbar fusion and laminectomy, open"),
        (operation(*Procedure, region=Region.CERVICAL), "Cervical fusion, laminectomy and discectomy, open"),
    ],
)
def test_staff_read_levels_procedures_and_approach(made, name):
    assert words.operation_name(made) == name


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (operation(Procedure.DISCECTOMY), "an operation on a disc in my lower back (discectomy)"),
        (
            operation(Procedure.FUSION, approach=Approach.MINIMALLY_INVASIVE, levels="C5-C6", region=Region.CERVICAL),
            f"an operation to join bones in my neck (minimally invasive fusion, C5{DASH}C6)",
        ),
        (
            operation(Procedure.FUSION, Procedure.LAMINECTOMY),
            "an operation on my lower back (fusion and laminectomy)",
        ),
    ],
)
def test_the_phone_is_told_plain_words_and_the_name(made, said):
    assert words.operation_on_phone(made) == said


@pytest.mark.parametrize("procedures", EVERY_SET)
@pytest.mark.parametrize("region", Region)
def test_every_operation_names_each_of_its_procedures_and_no_other(procedures, region):
    made = operation(*procedures, region=region)
    for told in (words.operation_name(made), words.operation_for_patient(made), words.operation_on_phone(made)):
        named = {each for each in Procedure if words.procedure_name(each).lower() in told}
        assert named == set(procedures)


def test_a_patient_reads_your_operation():
    assert words.operation_for_patient(operation(Procedure.FUSION)) == "your spinal fusion"
    assert words.operation_for_patient(operation(Procedure.FUSION, region=Region.CERVICAL)) == "your neck fusion"
