"""The clinic's own usual range: offered to the lead once 50 patients carry it, and shown as it was approved."""

from datetime import timedelta

import fifty
import make
import pytest
from moment import NOW, TODAY
from progress_page import ago
from sqlalchemy import select

from recovery.actions.approve_ranges import RangesChanged, approve_ranges, withdraw_ranges
from recovery.content.expected_course import shipped_course
from recovery.domain.expected_course import Site, UsualRange
from recovery.domain.operation import Procedure
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.clinic_scores import own_offer
from recovery.records.expected_ranges import approvals_of_ranges, standing_ranges

HEADING = "What is usual on this day"
OWN, ESTIMATE = "from people at this clinic", "an estimate from published studies"
ESTIMATED = shipped_course().course.range_on(Procedure.FUSION, Site.BACK, 12)


@pytest.fixture
def asha(app, people, visit):
    """Fifty others of her clinic, and her own score of today, which came too late to count."""
    with app.app_context():
        fifty.fusions(people.clinic)
        make.check_in(people.asha, on=ago(0), back_pain_average=4)
        make.check_in(people.dev, on=ago(0), back_pain_average=2)
    return visit(people.asha)


def approve(lead, name):
    """Press the button of a version."""
    page = lead.get("/usual-ranges").page
    form = next(each for each in page.find_all("form") if f"Approve {name}" in each.get_text())
    lead.post("/usual-ranges/approve", {"source": form.find("input", {"name": "source"})["value"]})


def stop(lead, name):
    page = lead.get("/usual-ranges").page
    form = next(each for each in page.find_all("form") if f"Stop showing {name}" in each.get_text())
    lead.post(form["action"])


def usual(patient):
    """What the card on Progress says, or ""."""
    sections = patient.get("/progress").page.find_all("section")
    return next((each.get_text(" ") for each in sections if each.h2 and each.h2.get_text() == HEADING), "")


def test_the_lead_is_offered_them_beside_the_estimate_and_patients_of_the_operation_see_what_was_approved(
    asha, app, people, visit, clock
):
    lena = visit(people.lena)
    answer = lena.get("/usual-ranges")
    assert "Not approved: this clinic’s own numbers of 22 November 2026. 50 patients a day" in answer.words
    assert "The estimate from published studies" in answer.words
    assert "Discectomy: no day has 50 patients yet; the most on one is 0." in answer.words
    assert not usual(asha)
    approve(lena, "the estimate")
    assert f"many people score {ESTIMATED.low} to {ESTIMATED.high}" in usual(asha)
    assert ESTIMATE in usual(asha)
    approve(lena, "this clinic’s own numbers")
    assert "On day 12 many people score 1 to 8." in usual(asha)
    assert f"This is {OWN}. Lena Fox approved it on 22 November 2026." in usual(asha)
    assert ESTIMATE not in usual(asha)
    assert ESTIMATE in usual(visit(people.dev))  # the clinic has no numbers of its own for his operation
    clock.shift(timedelta(days=8))  # day 20: two days after the last one that the fifty carry
    with app.app_context():
        make.check_in(people.asha, on=TODAY + timedelta(days=8), now=NOW + timedelta(days=8), back_pain_average=4)
    assert ESTIMATE in usual(visit(people.asha))
    stop(visit(people.lena), "this clinic’s own numbers")
    assert ESTIMATE in usual(visit(people.asha))


def test_later_entries_change_nothing_until_a_new_approval_and_withdrawing_brings_no_older_one_back(
    asha, context, people
):
    lena, tomorrow = make.actor(people.lena), NOW + timedelta(days=1)
    offered = own_offer(people.clinic, NOW)
    first = offered.course
    assert (offered.most[Procedure.FUSION], first.made_on) == (50, TODAY)  # without her score of today
    assert first.course.range_on(Procedure.FUSION, Site.BACK, 12) == UsualRange(1, 8)
    assert own_offer(people.other_clinic, NOW).most[Procedure.FUSION] == 0
    assert approve_ranges(lena, first.source, NOW)
    assert not approve_ranges(lena, first.source, NOW)
    fifty.fusions(people.clinic, 10, received_at=NOW)
    newer = own_offer(people.clinic, tomorrow).course
    assert newer.source != first.source
    assert standing_ranges(people.clinic, "").own.own == first
    with pytest.raises(RangesChanged):
        approve_ranges(lena, first.source + "x", tomorrow)
    assert approve_ranges(lena, newer.source, tomorrow)
    assert standing_ranges(people.clinic, "").own.own == newer
    subjects = db.session.scalars(select(AuditRow.subject).where(AuditRow.action == "approved the usual ranges"))
    assert list(subjects) == [first.source, newer.source]
    assert withdraw_ranges(lena, standing_ranges(people.clinic, "").own.id, tomorrow)
    assert standing_ranges(people.clinic, "").own is None
    assert [each.is_standing for each in approvals_of_ranges(people.clinic)] == [False, True]
