"""A throw-away clinic on this computer: made-up patients, the shipped document, and accounts to look around with."""

import socket
from pathlib import Path
from uuid import uuid4

import click
from flask import Flask

from recovery.commands import demo_folder
from recovery.commands.progress import progress

HOST, PASSWORD = "127.0.0.1", "recovery-demo"
SEED, PATIENTS, LEAST_PATIENTS = 2026, 60, 24
THREADS = 4


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--data", type=click.Path(path_type=Path), help="Keep the clinic in this folder; else a temporary one.")
@click.option("--patients", default=PATIENTS, show_default=True, type=click.IntRange(LEAST_PATIENTS, 500))
@click.option("--seed", default=SEED, show_default=True, help="Another seed makes other people.")
def demo(port: int, data: Path | None, patients: int, seed: int) -> None:
    """Try Recovery with a throw-away clinic. Listens on this computer only."""
    from recovery.commands.server import Server

    _require_free(port)
    folder = demo_folder.own_folder(data)
    app = demo_folder.demo_app(folder) if demo_folder.is_seeded(folder) else _made(folder, patients, seed)
    _tell(app, folder, port)
    Server(app, HOST, port, THREADS, loglevel="warning").run()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise click.ClickException(
                f"Port {port} is taken. Choose another one, for example: recovery demo --port {port + 1}"
            ) from error


def _made(folder: Path, patients: int, seed: int) -> Flask:
    """A new clinic. The secret is kept last: until then the folder does not count as a demo."""
    from flask_migrate import upgrade

    (folder / demo_folder.DATABASE).unlink(missing_ok=True)
    secret = demo_folder.new_secret()
    app = demo_folder.demo_app(folder, secret)
    with app.app_context():
        upgrade()
        _seed(patients, seed)
    demo_folder.keep_secret(folder, secret)
    return app


def _seed(count: int, seed: int) -> None:
    from recovery import clock
    from recovery.actions.make_demo import DemoClinic, make_demo
    from recovery.actions.sign_in import hash_password
    from recovery.content.demo_clinic import HOURS, ZONE, patients, staff
    from recovery.content.demo_names import CLINIC

    now, told = clock.now(), "01632 960 123"
    with progress("Making patients", count) as done:
        demo = DemoClinic(
            name=CLINIC,
            zone=ZONE,
            team_number=told,
            hours=HOURS,
            password_hash=hash_password(PASSWORD),
            staff=staff(seed),
            patients=patients(seed, count, now),
        )
        make_demo(demo, now, done)
    _approve()
    _guide_one_patient()


def _approve() -> None:
    """The document and the usual ranges, through the same actions as a clinic's own, in the lead's name."""
    from recovery import clock
    from recovery.actions.approve_passage import approve_passage
    from recovery.actions.approve_ranges import approve_ranges
    from recovery.actions.import_document import import_document
    from recovery.content.expected_course import shipped_course
    from recovery.content.shipped import shipped_document
    from recovery.records.documents import passages_of
    from recovery.records.people import person_signing_in

    person = person_signing_in("lead@demo.example")
    if person is None:
        raise RuntimeError("the demo has no lead")
    lead = person.as_actor()
    imported = import_document(lead, shipped_document(), clock.now())
    for passage_id in passages_of(imported.version_id):
        approve_passage(lead, passage_id, clock.now())
    approve_ranges(lead, shipped_course().source, clock.now())


def _guide_one_patient() -> None:
    """Advice of the physiotherapist in the place of a passage, and two passages that the patient read."""
    from recovery import clock
    from recovery.actions.pin_advice import NewAdvice, pin_advice
    from recovery.actions.read_passage import read_passage
    from recovery.content.demo_notes import ADVICE, ADVICE_ABOUT, HAS_READ
    from recovery.records.guidance import approved_passages
    from recovery.records.people import person_signing_in

    patient, physiotherapist = (person_signing_in(f"{name}@demo.example") for name in ("discectomy", "physio"))
    if patient is None or physiotherapist is None:
        raise RuntimeError("the demo lacks a patient or their physiotherapist")
    reader, author, now = patient.as_actor(), physiotherapist.as_actor(), clock.now()
    passages = {each.heading: each.id for each in approved_passages(reader.clinic_id)}
    pin_advice(author, reader.id, NewAdvice(uuid4(), ADVICE, passages[ADVICE_ABOUT]), now)
    for heading in HAS_READ:
        read_passage(reader, passages[heading], now)


def _tell(app: Flask, folder: Path, port: int) -> None:
    """The address and who can sign in."""
    from recovery.records.people import person_signing_in

    accounts = (
        ("fusion@demo.example", "patient, minimally invasive lumbar fusion, day 12"),
        ("discectomy@demo.example", "patient, open discectomy, day 40"),
        ("laminectomy@demo.example", "patient, open laminectomy, day 3, nothing recorded"),
        ("physio@demo.example", "their physiotherapist"),
        ("physio2@demo.example", "physiotherapist of others"),
        ("lead@demo.example", "clinic lead"),
    )
    click.echo(f"\nRecovery demo: http://{HOST}:{port}   (a throw-away clinic, on this computer only)")
    click.echo(f"Sign in with the password {PASSWORD} as\n")
    with app.app_context():
        for email, who in accounts:
            person = person_signing_in(email)
            name = person.full_name if person else ""
            click.echo(f"  {email:26} {name:24} {who}")
    click.echo(f"\nIts data is in {folder}. Stop it with Ctrl-C.", nl=True)
