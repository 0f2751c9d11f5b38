"""Import a clinic's document from a file, for a person to check and approve."""

from pathlib import Path

import click

from recovery.commands.deployment import at_the_database, deployed_app
from recovery.domain.document_import import BadDocument, DocumentDraft, PassageDraft, as_key, read_document
from recovery.domain.guidance import Placement


@click.command("import-document")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--clinic", required=True, help="The name of an existing clinic.")
@click.option("--key", default="", help="The document it is a version of; else the name of the file.")
@click.option(
    "--data", type=click.Path(path_type=Path), help="The folder of a demo; else the database of the settings."
)
def import_document(file: Path, clinic: str, data: Path | None, key: str) -> None:
    """Import FILE, plain text or Markdown in UTF-8. Patients see nothing of it until it is approved."""
    from recovery import clock
    from recovery.actions.import_document import import_document as store
    from recovery.actions.transaction import CommandLine
    from recovery.commands.demo_folder import demo_app
    from recovery.records.people import clinic_named

    draft = _read(file, key)
    with at_the_database(demo_app(data) if data else deployed_app()):
        found = clinic_named(clinic)
        if found is None:
            raise click.ClickException(f"There is no clinic named {clinic!r}. Check the name; nothing was changed.")
        imported = store(CommandLine(found.id), draft, clock.now())
    if not imported.is_new:
        click.echo(f"These words are already there, as version {imported.version}. Nothing was changed.")
        return
    _show(draft)
    click.echo(f"\nImported as version {imported.version}, not approved: patients do not see it yet.")
    click.echo("Check each passage and where it is proposed before it is approved.")


def _read(file: Path, key: str) -> DocumentDraft:
    try:
        return as_key(read_document(file.read_bytes(), file.name), key)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}. Nothing was changed.") from error
    except BadDocument as error:
        raise click.ClickException(f"{file}: {error} Nothing was changed.") from error


def _show(draft: DocumentDraft) -> None:
    click.echo(draft.title)
    for passage in draft.passages:
        click.echo(f"\n{passage.paragraph}. {_beginning(draft, passage)}")
        click.echo("   proposed for: " + "; ".join(_placed(each) for each in passage.placements))


def _beginning(draft: DocumentDraft, passage: PassageDraft) -> str:
    words = " ".join(draft.paragraphs[passage.paragraph - 1].split())
    return words if len(words) <= 90 else f"{words[:90].rstrip()}…"  # noqa: PLR2004 - a line of a terminal


def _placed(placement: Placement) -> str:
    told = [placement.stage.value.replace("_", " ")]
    told += [placement.procedure.value] if placement.procedure else []
    told += [placement.approach.value.replace("_", " ")] if placement.approach else []
    return ", ".join(told)
