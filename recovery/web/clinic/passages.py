"""One passage: our words and its places beside the original; approve it, or stop showing it."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.approve_passage import (
    NoSuchPassage,
    NotReady,
    PassageChanged,
    approve_passage,
    withdraw_passage,
)
from recovery.actions.edit_passage import edit_passage
from recovery.domain.operation import Approach
from recovery.domain.stage import Stage
from recovery.records.document_pages import PassageOnPage, versions_of_clinic
from recovery.web.forms.passage import WHICH, PassageForm, ticks_of
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.document_page import CHANGED, NOT_READY, grade_words, is_hard, passage_line
from recovery.web.present.operation_words import procedure_name, stage_name

pages = Blueprint("passages", __name__)


@pages.get("/passages/<uuid:passage_id>")
@for_leads
def edit(passage_id: UUID) -> ResponseReturnValue:
    passage = _found(passage_id)
    form = PassageForm(
        formdata=None,
        seen=passage.digest,
        heading=passage.heading,
        plain=passage.plain,
        follows_slowest=passage.follows_slowest,
        moments=tuple(passage.moments),
        minimally_only=any(each.approach is Approach.MINIMALLY_INVASIVE for each in passage.placements),
    )
    return _page(form, passage, 200, ticks_of(passage.placements))


@pages.post("/passages/<uuid:passage_id>")
@for_leads
def save(passage_id: UUID) -> ResponseReturnValue:
    """The button for the grade shows how plain the words are, and saves nothing."""
    passage, form = _found(passage_id), PassageForm()
    words = form.read()
    if words is None or request.form.get("do") == "grade":
        return _page(form, passage, 200 if words else 422, (form.placed, form.on_today))
    try:
        edit_passage(signed_in().actor, passage_id, words, form.seen.data or "", clock.now())
    except NoSuchPassage:
        abort(404)
    except PassageChanged:
        form.complain(form.plain, CHANGED)
        return _page(form, passage, 409, (form.placed, form.on_today))
    flash("Saved. It waits for approval; until then patients see what was approved before.", "saved")
    return _to_version(passage)


@pages.post("/passages/<uuid:passage_id>/approve")
@for_leads
def approve(passage_id: UUID) -> ResponseReturnValue:
    passage = _found(passage_id)
    try:
        approve_passage(signed_in().actor, passage_id, clock.now(), request.form.get("seen", ""))
    except NoSuchPassage:
        abort(404)
    except NotReady:
        flash(NOT_READY, "refused")
        return _to_version(passage)
    except PassageChanged:
        flash(CHANGED, "refused")
        return _to_version(passage)
    flash(f"Approved: {passage.heading or 'the passage'}. Patients see it from now on.", "saved")
    return _to_version(passage)


@pages.post("/passages/<uuid:passage_id>/withdraw")
@for_leads
def withdraw(passage_id: UUID) -> ResponseReturnValue:
    passage = _found(passage_id)
    withdraw_passage(signed_in().actor, passage_id, clock.now())
    flash("Patients do not see this passage any more.", "saved")
    return _to_version(passage)


def _found(passage_id: UUID) -> PassageOnPage:
    for version in versions_of_clinic(signed_in().actor.clinic_id):
        for passage in version.passages:
            if passage.id == passage_id:
                return passage
    return abort(404)


def _to_version(passage: PassageOnPage) -> ResponseReturnValue:
    return redirect(url_for("documents.version", version_id=passage.version_id), 303)


def _page(
    form: PassageForm, passage: PassageOnPage, status: int, ticks: tuple[frozenset[str], frozenset[str]]
) -> ResponseReturnValue:
    placed, on_today = ticks
    plain = form.plain.data or ""
    body = render_template(
        "clinic/passage.html",
        form=form,
        passage=passage_line(passage, signed_in().actor.zone),
        version_id=passage.version_id,
        grade=grade_words(plain),
        is_hard=is_hard(plain),
        stages=[(stage.value, stage_name(stage)) for stage in Stage],
        columns=[(name, procedure_name(procedure) if procedure else "All") for name, procedure in WHICH],
        placed=placed,
        on_today=on_today,
        problems=form.problems(),
    )
    return body, status
