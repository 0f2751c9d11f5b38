"""A throw-away clinic on this computer: made-up patients, the shipped document, and accounts to look around with."""

import socket
from pathlib import Path

import click
from flask import Flask

from recovery.commands import demo_care, demo_folder
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
    demo_care.approve()
    demo_care.guide_one_patient()


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
