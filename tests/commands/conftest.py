"""The `recovery` command, run as a person runs it: a process of its own, settings from its environment."""

import os
import subprocess
import sys
from dataclasses import dataclass

import databases
import pytest

SECRET = databases.SECRET


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    error: str


@pytest.fixture
def run(database_url):
    """run("verify-audit", RECOVERY_X="…") on this test's database; None unsets a variable."""

    def command(*words, **environment):
        env = {name: value for name, value in os.environ.items() if not name.startswith("RECOVERY_")}  # noqa: TID251
        env |= {"RECOVERY_SECRET_KEY": SECRET, "RECOVERY_DATABASE_URL": database_url}
        env = {name: value for name, value in (env | environment).items() if value is not None}
        ran = subprocess.run(
            [sys.executable, "-m", "recovery.cli", *map(str, words)],
            capture_output=True,
            text=True,
            env=env,
            timeout=120,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    return command
