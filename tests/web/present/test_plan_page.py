"""Which templates stand first in the editor: those of the slowest procedure and of the stage."""

from datetime import date, timedelta
from uuid import uuid4

from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.stage import Stage
from recovery.records.exercise_library import TemplateOfPlan
from recovery.web.present.plan_page import template_groups

TODAY = date(2026, 11, 22)


def groups(templates, *procedures, region=Region.LUMBAR, day=20):
    operation = Operation(frozenset(procedures), Approach.OPEN, region, TODAY - timedelta(days=day))
    episode = Episode(uuid4(), uuid4(), operation, EpisodeStatus.ACTIVE)
    told = [TemplateOfPlan(uuid4(), name, procedure, stage, ()) for name, procedure, stage in templates]
    return {group.label: [each.name for each in group.templates] for group in template_groups(told, episode, TODAY)}


def test_with_several_procedures_the_slowest_decides_so_that_nothing_early_is_offered_as_fitting():
    offered = (
        ("laminectomy, early", Procedure.LAMINECTOMY, Stage.EARLY_HEALING),
        ("fusion, early", Procedure.FUSION, Stage.EARLY_HEALING),
        ("any", None, None),
        ("fusion, first days", Procedure.FUSION, Stage.FIRST_DAYS),
    )
    assert groups(offered, Procedure.LAMINECTOMY, Procedure.FUSION) == {
        "Fits: fusion, early healing": ["fusion, early", "any"],
        "The same operation, other stages": ["fusion, first days"],
        "Other operations": ["laminectomy, early"],
    }


def test_after_a_neck_operation_no_template_of_a_stage_fits():
    offered = (("early", Procedure.FUSION, Stage.EARLY_HEALING), ("any stage", Procedure.FUSION, None))
    assert groups(offered, Procedure.FUSION, region=Region.CERVICAL) == {
        "Fits: fusion, any stage": ["any stage"],
        "The same operation, other stages": ["early"],
    }
