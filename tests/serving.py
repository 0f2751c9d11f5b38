"""A demo clinic, served on loopback by the very command a person runs."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_ready(address: str, process: subprocess.Popen, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the demo ended: {process.stderr.read().decode()}")
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=1):  # noqa: S310 - our own loopback address
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the demo did not answer")


@dataclass(frozen=True)
class RunningClinic:
    """`address` of the served app, and what a person types at its command line: command(*arguments) -> output."""

    address: str
    command: Callable[..., str]


@contextmanager
def running_clinic(folder: Path) -> Iterator[RunningClinic]:
    """An empty database, served by the command that a clinic runs."""
    settings = {
        **os.environ,  # noqa: TID251 - handed on to the commands, as a shell does
        "RECOVERY_SECRET_KEY": "a secret of thirty-two characters and more",
        "RECOVERY_DATABASE_URL": f"sqlite:///{folder / 'clinic.sqlite3'}",
    }
    port = free_port()

    def command(*arguments: str) -> str:
        line = [sys.executable, "-m", "recovery.cli", *arguments]
        return subprocess.run(line, env=settings, capture_output=True, text=True, check=True).stdout

    command("db", "upgrade")
    line = [sys.executable, "-m", "recovery.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(line, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(address, process)
        yield RunningClinic(address, command)
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


@contextmanager
def running_demo(folder: Path, made: Path | None = None, patients: int = 24) -> Iterator[str]:
    """The address of a demo clinic, started as a person starts it. `made` is the folder of one that ran before, to go
    on from: making it takes longer than most journeys.
    """
    if made is not None:
        shutil.copytree(made / "demo", folder / "demo")
    port = free_port()
    command = [sys.executable, "-m", "recovery.cli", "demo", "--port", str(port), "--data", str(folder / "demo")]
    command += ["--patients", str(patients), "--seed", "7"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()
