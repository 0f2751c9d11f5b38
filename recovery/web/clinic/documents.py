"""The clinic's documents: versions, what differs between them, a new one."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.import_document import import_document
from recovery.domain.document_difference import difference
from recovery.records.document_pages import VersionLine, versions_of_clinic
from recovery.web.forms.passage import UploadForm
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.document_page import documents_in_words, passage_lines

pages = Blueprint("documents", __name__)


@pages.get("/documents")
@for_leads
def show() -> ResponseReturnValue:
    return _page(UploadForm(formdata=None), 200)


@pages.post("/documents")
@for_leads
def upload() -> ResponseReturnValue:
    """A new document, or a new version of the one with the same key. Patients see nothing of it until approved."""
    form, actor = UploadForm(), signed_in().actor
    draft = form.read()
    if draft is None:
        return _page(form, 422)
    imported = import_document(actor, draft, clock.now())
    if imported.is_new:
        flash(f"Version {imported.version} is imported, not approved. Look at each passage.", "saved")
    else:
        flash(f"These words are there already, as version {imported.version}. Nothing was changed.", "saved")
    return redirect(url_for("documents.version", version_id=imported.version_id), 303)


@pages.get("/documents/versions/<uuid:version_id>")
@for_leads
def version(version_id: UUID) -> ResponseReturnValue:
    """Passages side by side with the original, and the whole article word for word."""
    shown, before = _found(version_id)
    zone = signed_in().actor.zone
    current = [each for each in shown.passages if not each.has_draft or each.approved_at]
    return render_template(
        "clinic/document_version.html",
        version=shown,
        has_earlier=before is not None,
        passages=passage_lines(sorted(current, key=lambda each: (each.paragraph, each.first_sentence)), zone),
    )


@pages.get("/documents/versions/<uuid:version_id>/changes")
@for_leads
def changes(version_id: UUID) -> ResponseReturnValue:
    """Against the version before."""
    shown, before = _found(version_id)
    if before is None:
        abort(404)
    return render_template(
        "clinic/document_changes.html",
        version=shown,
        before=before,
        paragraphs=difference(before.paragraphs, shown.paragraphs),
    )


def _found(version_id: UUID) -> tuple[VersionLine, VersionLine | None]:
    versions = versions_of_clinic(signed_in().actor.clinic_id)
    shown = next((each for each in versions if each.id == version_id), None)
    if shown is None:
        abort(404)
    older = [each for each in versions if each.document_key == shown.document_key and each.version < shown.version]
    return shown, older[0] if older else None


def _page(form: UploadForm, status: int) -> ResponseReturnValue:
    actor = signed_in().actor
    body = render_template(
        "clinic/documents.html",
        form=form,
        documents=documents_in_words(versions_of_clinic(actor.clinic_id), actor.zone),
        problems=form.problems(),
    )
    return body, status
