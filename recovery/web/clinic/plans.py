"""The plan editor. Its buttons show the form again with everything that was typed; only Save makes a version."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue

from recovery.actions.note_look import note_entries_read
from recovery.actions.prescribe_plan import NewPlan, RecordedToday, StalePlan, StartsInPast, prescribe_plan
from recovery.domain.episode import Episode
from recovery.domain.exercise_facts import exercise_facts
from recovery.domain.progression import Way
from recovery.domain.therapy import PlanVersion, Prescription
from recovery.domain.therapy_day import TherapyDay
from recovery.records.episodes import shown_episode_row
from recovery.records.exercise_library import exercises_of, templates_of
from recovery.records.plans import plans_of
from recovery.records.therapy_day import therapy_day
from recovery.records.therapy_record import therapy_record
from recovery.web.clinic.about import About, about_episode, to_summary
from recovery.web.forms.entry import uuid_in
from recovery.web.forms.plan import IN_THE_PAST, NEWER, NOTHING_IN_IT, RECORDED, PlanForm
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
from recovery.web.forms.plan_steps import Stepped, stepped, stepped_rows
from recovery.web.guards import for_physiotherapists
from recovery.web.present.plan_page import Preview, is_many, load_words, preview, template_groups, version_words
from recovery.web.present.progression_page import GUIDE_SOURCE, NOT_THERE, WHYS, Beside, facts_words

pages = Blueprint("plans", __name__)

SAVED = "The plan is saved. The patient sees it from the day it starts."
ENDED = "This recovery has ended, so there is nobody to see a plan."


@pages.get("/patients/<uuid:patient_id>/plan")
@for_physiotherapists
def edit(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    newest = _newest(episode)
    rows = [typed_row(each) for each in newest.prescriptions] if newest else []
    form = PlanForm(formdata=None, based_on=newest.version if newest else 0, starts=_first_start(shown, episode))
    return _page(Editor(shown, episode, form, _begun(rows)), 200)


@pages.post("/patients/<uuid:patient_id>/plan")
@for_physiotherapists
def change(patient_id: UUID) -> ResponseReturnValue:
    """One form for every button: what was pressed decides."""
    shown, episode = about_episode(patient_id)
    form, rows, pressed = PlanForm(), rows_sent(request.form), request.form.get("do", "save")
    editor = Editor(shown, episode, form, _after(pressed, rows, shown))
    form.add_why(pressed, WHYS)
    if pressed in {"save", "preview"}:
        return _read(editor, is_save=pressed == "save")
    return _page(editor, 200)


@dataclass(frozen=True, slots=True)
class Editor:
    """The page's state: whom it is about, the form, and the rows as typed, with what a step just did to one."""

    shown: About
    episode: Episode
    form: PlanForm
    after: Stepped

    @property
    def rows(self) -> list[Typed]:
        return self.after.rows


def _begun(rows: list[Typed]) -> Stepped:
    """The rows as the page begins with them: from the summary, with one exercise a step further or easier already."""
    for way in Way:
        asked = uuid_in(request.args.get(way))
        if asked:
            at = next((place for place, row in enumerate(rows) if row["of"] == [str(asked)]), None)
            return Stepped(rows, told=NOT_THERE) if at is None else stepped(rows, at, way)
    return Stepped(rows)


def _after(pressed: str, rows: list[Typed], shown: About) -> Stepped:
    """The rows after a button that changes them; the others leave them as they are."""
    if pressed == "add":
        return Stepped([*rows, empty_row()])
    if pressed == "add-exercise":
        chosen = [each for each in exercises_of(shown.actor.clinic_id) if str(each.id) == request.form.get("exercise")]
        return Stepped([*rows, *(typed_row(each) for each in chosen)])
    if pressed == "use-template":
        chosen_id = request.form.get("template")
        for template in templates_of(shown.actor.clinic_id):
            if str(template.id) == chosen_id:
                return Stepped([typed_row(each) for each in template.lines])
    after = stepped_rows(rows, pressed)
    return Stepped(changed_rows(rows, pressed)) if after.place is None else after


def _read(editor: Editor, *, is_save: bool) -> ResponseReturnValue:
    form, forms = editor.form, forms_of(editor.rows)
    form.validate()
    form.check_start(editor.shown.today)
    prescriptions = read_rows(forms)
    if prescriptions == [] and not form.no_exercises.data:
        form.complain(form.no_exercises, NOTHING_IN_IT)
    if prescriptions is None or not form.is_fine:
        return _page(editor, 422, forms=forms)
    if is_save:
        return _save(editor, prescriptions)
    return _page(editor, 200, forms=forms, shown_as=preview(prescriptions, form.starts.data))


def _save(editor: Editor, prescriptions: list[Prescription]) -> ResponseReturnValue:
    form, shown = editor.form, editor.shown
    if not editor.episode.is_running:
        form.complain(form.starts, ENDED)
        return _page(editor, 409)
    plan = NewPlan(prescriptions, form.starts.data, form.why.data, form.base_version)
    try:
        prescribe_plan(shown.actor, shown.patient_id, plan, shown.now)
    except StartsInPast:
        form.complain(form.starts, IN_THE_PAST)
        return _page(editor, 422)
    except RecordedToday:
        form.complain(form.starts, RECORDED)
        return _page(editor, 422)
    except StalePlan:
        newest = _newest(editor.episode)
        form.based_on.data = str(newest.version if newest else 0)
        form.complain(form.why, NEWER)
        return _page(editor, 409, newer=newest)
    flash(SAVED, "saved")
    return to_summary(shown.patient_id)


def _page(
    editor: Editor,
    status: int,
    *,
    forms: list[PlanRow] | None = None,
    shown_as: Preview | None = None,
    newer: PlanVersion | None = None,
) -> ResponseReturnValue:
    """Rows that cannot be read yet do not count for the load. What was recorded stands on it, so it is a look."""
    shown, form = editor.shown, editor.form
    note_entries_read(shown.actor, shown.patient_id, shown.now)
    forms = forms if forms is not None else forms_of(editor.rows)
    known = [each for each in (row.read() for row in forms_of(editor.rows)) if each]
    row = shown_episode_row(shown.patient_id)
    body = render_template(
        "clinic/plan.html",
        about=shown,
        form=form,
        rows=forms,
        beside=_beside(editor),
        guide_source=GUIDE_SOURCE,
        told=editor.after.told if editor.after.place is None else "",
        whys=WHYS,
        exercises=exercises_of(shown.actor.clinic_id),
        templates=template_groups(templates_of(shown.actor.clinic_id), editor.episode, shown.today),
        instructions=row.surgeon_instructions if row else "",
        version=version_words(_newest(editor.episode)),
        load=load_words(known),
        is_many=is_many(len(forms)),
        preview=shown_as,
        newer=newer,
        problems=[*(problem for each in forms for problem in each.problems()), *form.problems()],
    )
    return body, status


def _beside(editor: Editor) -> list[Beside]:
    """Row by row what the patient recorded since the newest version began, and what a button just did."""
    after, today = editor.after, editor.shown.today
    newest, facts = _newest(editor.episode), {}
    if newest:
        plans = plans_of([editor.episode.id])[editor.episode.id]
        record = therapy_record(editor.episode.id, newest.from_on)
        facts = {str(each.id): exercise_facts(each.id, plans, record, today) for each in newest.prescriptions}
    return [
        Beside(facts_words(facts.get("".join(row["of"])), today), after.told if place == after.place else "")
        for place, row in enumerate(after.rows)
    ]


def _newest(episode: Episode) -> PlanVersion | None:
    versions = plans_of([episode.id]).get(episode.id, ())
    return max(versions, key=lambda version: version.version, default=None)


def _first_start(shown: About, episode: Episode) -> date:
    """Today, or tomorrow when exercises are recorded for today."""
    day: TherapyDay = therapy_day(episode.id, shown.today)
    has_units = any(session.units for session in day.sessions)
    return shown.today + timedelta(days=1) if has_units else shown.today
