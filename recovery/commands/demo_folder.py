"""The folder of a demo: its own database and its own secret, so that no other database is ever touched."""

import secrets
import tempfile
from pathlib import Path

import click
from flask import Flask

import config
from recovery import create_app

DATABASE, SECRET = "demo.sqlite3", "secret-key"


def own_folder(data: Path | None) -> Path:
    """A new temporary folder, or `data` when it is new, empty, or an earlier demo's. Anything else is refused."""
    if data is None:
        return Path(tempfile.mkdtemp(prefix="recovery-demo-"))
    try:
        data.mkdir(parents=True, exist_ok=True)
        names = {each.name for each in data.iterdir()}
    except OSError as error:
        raise click.ClickException(f"{data} cannot be used as a folder: {error.strerror}.") from error
    if names and SECRET not in names:
        raise click.ClickException(f"{data} holds other files. Give an empty folder, or that of an earlier demo.")
    return data


def is_seeded(folder: Path) -> bool:
    """The secret is written last, so a demo that was interrupted while it was made is not taken for a whole one."""
    return (folder / SECRET).exists()


def new_secret() -> str:
    return secrets.token_hex(32)


def keep_secret(folder: Path, secret: str) -> None:
    (folder / SECRET).write_text(secret)


def demo_app(folder: Path, secret: str | None = None) -> Flask:
    """The app on the demo's database. Raises ClickException where there is no demo."""
    if secret is None:
        if not is_seeded(folder):
            raise click.ClickException(f"There is no demo in {folder}. Start one with: recovery demo --data {folder}")
        secret = (folder / SECRET).read_text()
    return create_app(config.demo(f"sqlite:///{(folder / DATABASE).resolve()}", secret))
