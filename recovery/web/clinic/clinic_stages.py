"""For the clinic's lead: when stages begin and how often check-ins are due, drafted and signed off by name."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.sign_off_stages import NoSuchVersion, SameStages, StagesChanged, draft_stages, sign_off_stages
from recovery.domain.calendar import day_in_zone
from recovery.domain.clinic_stages import SHIPPED, ClinicStages
from recovery.domain.deciding import stage_by
from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Procedure
from recovery.records.episodes import episodes_shown_of
from recovery.records.scope import patients_of_clinic
from recovery.records.stages_versions import Version, standing_among, versions_of
from recovery.web.forms.clinic_stages import SAME, BeginsForm, RhythmsForm
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.clinic_stages_page import Stands, stages_page, version_page
from recovery.web.present.operation_words import procedure_name

pages = Blueprint("clinic_stages", __name__)

CHANGED = "A newer version was drafted after this one. Look at that one"
SHIPPED_KEY = "shipped"


@dataclass(frozen=True, slots=True)
class _Forms:
    begins: dict[Procedure, BeginsForm]
    rhythms: RhythmsForm

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [problem for form in (*self.begins.values(), self.rhythms) for problem in form.problems()]

    def read(self) -> ClinicStages | None:
        """Every form is read, so that every problem is told at once."""
        begins = {procedure: form.read() for procedure, form in self.begins.items()}
        rhythms = self.rhythms.read()
        known = {procedure: days for procedure, days in begins.items() if days is not None}
        return ClinicStages(known, rhythms) if rhythms is not None and len(known) == len(begins) else None


@pages.get("/clinic/stages")
@for_leads
def show() -> ResponseReturnValue:
    actor = signed_in().actor
    page = stages_page(versions_of(actor.clinic_id), actor.zone)
    return render_template("clinic/stages.html", page=page, shipped=SHIPPED_KEY)


@pages.get("/clinic/stages/draft")
@for_leads
def edit() -> ResponseReturnValue:
    """Filled with what stands, or with the version that is asked for."""
    stages = _stages_to_begin_with(request.args.get("version", ""))
    begins = {
        procedure: BeginsForm(formdata=None, prefix=procedure.value, **{key.value: day for key, day in days.items()})
        for procedure, days in stages.begins.items()
    }
    rhythms = RhythmsForm(formdata=None, **{stage.value: rhythm for stage, rhythm in stages.rhythms.items()})
    return _draft_page(_Forms({each: begins[each] for each in Procedure}, rhythms), 200)


@pages.post("/clinic/stages/draft")
@for_leads
def draft() -> ResponseReturnValue:
    forms = _Forms({each: BeginsForm(prefix=each.value) for each in Procedure}, RhythmsForm())
    stages = forms.read()
    if stages is None:
        return _draft_page(forms, 422)
    try:
        version_id = draft_stages(signed_in().actor, stages, forms.rhythms.why.data, clock.now())
    except SameStages:
        forms.rhythms.complain(forms.rhythms.why, SAME)
        return _draft_page(forms, 422)
    return redirect(url_for("clinic_stages.version", version_id=version_id), 303)


@pages.get("/clinic/stages/<uuid:version_id>")
@for_leads
def version(version_id: UUID) -> ResponseReturnValue:
    actor = signed_in().actor
    versions = versions_of(actor.clinic_id)
    shown = _version_with(version_id, versions)
    page = version_page(shown, versions, _stands(shown), actor.zone)
    return render_template("clinic/stages_version.html", page=page)


@pages.post("/clinic/stages/<uuid:version_id>/sign-off")
@for_leads
def sign_off(version_id: UUID) -> ResponseReturnValue:
    try:
        sign_off_stages(signed_in().actor, version_id, clock.now())
    except NoSuchVersion:
        abort(404)
    except StagesChanged:
        flash(CHANGED, "refused")
    else:
        flash("Signed off in your name. It counts from today on.", "saved")
    return redirect(url_for("clinic_stages.show"), 303)


def _version_with(version_id: UUID, versions: tuple[Version, ...]) -> Version:
    found = next((each for each in versions if each.id == version_id), None)
    return found or abort(404)


def _stages_to_begin_with(key: str) -> ClinicStages:
    versions = versions_of(signed_in().actor.clinic_id)
    named = next((each for each in versions if str(each.id) == key), standing_among(versions))
    return SHIPPED if named is None or key == SHIPPED_KEY else named.stages


def _stands(shown: Version) -> list[Stands]:
    """Of every active patient of the clinic, in a fixed number of statements; nobody is named."""
    people, now = patients_of_clinic(signed_in().actor.clinic_id), clock.now()
    episodes = episodes_shown_of(person.id for person in people)
    zones = {person.id: person.patient.zone for person in people if person.patient is not None}
    stands = []
    for episode in episodes.values():
        if episode.status is EpisodeStatus.ACTIVE:
            today = day_in_zone(now, zones[episode.patient_id])
            stands.append((episode.stage_on(today), stage_by(episode, shown.stages, today)))
    return stands


def _draft_page(forms: _Forms, status_code: int) -> ResponseReturnValue:
    begins = [(procedure_name(procedure), form) for procedure, form in forms.begins.items()]
    body = render_template("clinic/stages_draft.html", begins=begins, rhythms=forms.rhythms, problems=forms.problems)
    return body, status_code
