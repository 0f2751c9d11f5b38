"""The clinic's library: exercises and templates, for physiotherapists and the lead."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.edit_library import (
    NewTemplate,
    NotInLibrary,
    retire_exercise,
    retire_template,
    save_exercise,
    save_template,
)
from recovery.domain.therapy import Prescription
from recovery.records.exercise_library import TemplateOfPlan, exercises_of, templates_of
from recovery.web.forms.library import NO_LINE, ExerciseForm, TemplateForm
from recovery.web.forms.plan_rows import (
    PlanRow,
    Typed,
    changed_rows,
    empty_row,
    forms_of,
    read_rows,
    rows_sent,
    typed_row,
)
from recovery.web.guards import for_staff
from recovery.web.identity import signed_in
from recovery.web.present.library_page import exercise_lines, template_lines

pages = Blueprint("library", __name__)


@pages.get("/library")
@for_staff
def show() -> ResponseReturnValue:
    clinic_id = signed_in().actor.clinic_id
    return render_template(
        "clinic/library.html",
        exercises=exercise_lines(exercises_of(clinic_id)),
        templates=template_lines(templates_of(clinic_id)),
    )


@pages.get("/library/exercises/new")
@for_staff
def new_exercise() -> ResponseReturnValue:
    return _exercise_page(forms_of([empty_row()])[0], None, 200)


@pages.post("/library/exercises")
@for_staff
def add_exercise() -> ResponseReturnValue:
    return _save_exercise(None)


@pages.get("/library/exercises/<uuid:exercise_id>")
@for_staff
def exercise(exercise_id: UUID) -> ResponseReturnValue:
    return _exercise_page(forms_of([typed_row(_own_exercise(exercise_id))])[0], exercise_id, 200)


@pages.post("/library/exercises/<uuid:exercise_id>")
@for_staff
def edit_exercise(exercise_id: UUID) -> ResponseReturnValue:
    _own_exercise(exercise_id)
    return _save_exercise(exercise_id)


@pages.post("/library/exercises/<uuid:exercise_id>/retire")
@for_staff
def end_exercise(exercise_id: UUID) -> ResponseReturnValue:
    try:
        retire_exercise(signed_in().actor, exercise_id, clock.now())
    except NotInLibrary:
        abort(404)
    return _done("The exercise is gone from the library. Plans keep their copy.")


@pages.get("/library/templates/new")
@for_staff
def new_template() -> ResponseReturnValue:
    return _template_page(TemplateForm(formdata=None), [empty_row()], None, 200)


@pages.post("/library/templates")
@for_staff
def add_template() -> ResponseReturnValue:
    return _save_template(None)


@pages.get("/library/templates/<uuid:template_id>")
@for_staff
def template(template_id: UUID) -> ResponseReturnValue:
    found = _own_template(template_id)
    form = TemplateForm(formdata=None, name=found.name, procedure=found.procedure, stage=found.stage)
    return _template_page(form, [typed_row(line) for line in found.lines], template_id, 200)


@pages.post("/library/templates/<uuid:template_id>")
@for_staff
def edit_template(template_id: UUID) -> ResponseReturnValue:
    _own_template(template_id)
    return _save_template(template_id)


@pages.post("/library/templates/<uuid:template_id>/retire")
@for_staff
def end_template(template_id: UUID) -> ResponseReturnValue:
    try:
        retire_template(signed_in().actor, template_id, clock.now())
    except NotInLibrary:
        abort(404)
    return _done("The template is gone from the library.")


def _own_exercise(exercise_id: UUID) -> Prescription:
    """404 for one that is not in the clinic's library."""
    library = exercises_of(signed_in().actor.clinic_id)
    return next((each for each in library if each.id == exercise_id), None) or abort(404)


def _own_template(template_id: UUID) -> TemplateOfPlan:
    library = templates_of(signed_in().actor.clinic_id)
    return next((each for each in library if each.id == template_id), None) or abort(404)


def _save_exercise(exercise_id: UUID | None) -> ResponseReturnValue:
    """Days and times a day are asked in a plan, not here: a row without them is every day, once."""
    ExerciseForm()
    sent = rows_sent(request.form) or [empty_row()]
    row = forms_of([{**sent[0], "weekdays": list("1234567"), "times_a_day": ["1"]}])[0]
    read = row.read()
    if read is None:
        return _exercise_page(row, exercise_id, 422)
    try:
        save_exercise(signed_in().actor, exercise_id, read, clock.now())
    except NotInLibrary:
        abort(404)
    return _done("The exercise is saved.")


def _save_template(template_id: UUID | None) -> ResponseReturnValue:
    form, rows, pressed = TemplateForm(), rows_sent(request.form), request.form.get("do", "save")
    if pressed != "save":
        return _template_page(form, _after(pressed, rows), template_id, 200)
    form.validate()
    forms = forms_of(rows)
    lines = read_rows(forms)
    if lines == []:
        form.complain(form.name, NO_LINE)
    if lines is None or not form.is_fine:
        return _template_page(form, rows, template_id, 422, forms)
    procedure, stage = form.meant_for
    try:
        new = NewTemplate(form.name.data, procedure, stage, lines)
        save_template(signed_in().actor, template_id, new, clock.now())
    except NotInLibrary:
        abort(404)
    return _done("The template is saved.")


def _after(pressed: str, rows: list[Typed]) -> list[Typed]:
    if pressed == "add":
        return [*rows, empty_row()]
    if pressed == "add-exercise":
        library = exercises_of(signed_in().actor.clinic_id)
        return [*rows, *(typed_row(each) for each in library if str(each.id) == request.form.get("exercise"))]
    return changed_rows(rows, pressed)


def _done(sentence: str) -> ResponseReturnValue:
    flash(sentence, "saved")
    return redirect(url_for("library.show"), 303)


def _exercise_page(row: PlanRow, exercise_id: UUID | None, status: int) -> ResponseReturnValue:
    body = render_template("clinic/exercise.html", row=row, exercise_id=exercise_id, problems=row.problems())
    return body, status


def _template_page(
    form: TemplateForm, rows: list[Typed], template_id: UUID | None, status: int, forms: list[PlanRow] | None = None
) -> ResponseReturnValue:
    forms = forms if forms is not None else forms_of(rows)
    body = render_template(
        "clinic/template.html",
        form=form,
        rows=forms,
        template_id=template_id,
        exercises=exercises_of(signed_in().actor.clinic_id),
        problems=[*form.problems(), *(problem for each in forms for problem in each.problems())],
    )
    return body, status
