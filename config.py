"""Settings from the environment, one class a deployment. Nothing else reads os.environ."""

import os
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SECRET_KEY_LENGTH = 32  # characters; TRUST.md 9


class BadSettings(RuntimeError):  # noqa: N818 - said to the person who starts the app
    """A setting is missing or unsafe; the message says which and how to put it right."""


def _read(name: str, default: str = "") -> str:
    return os.environ.get(f"RECOVERY_{name}", default).strip()  # noqa: TID251 - the one place


def _read_number(name: str, default: int) -> int:
    text = _read(name, str(default))
    if not text.isdecimal():
        raise BadSettings(f"RECOVERY_{name} must be a whole number, and is {text!r}.")
    return int(text)


def _is_on(name: str) -> bool:
    return _read(name).lower() in {"1", "true", "yes", "on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What every deployment knows. Phone numbers are strings shown as written."""

    secret_key: str
    database_url: str
    debug: bool = False
    testing: bool = False
    is_loopback_only: bool = False
    """Only demo and development: cookies without Secure, and a refusal to bind to anything but loopback."""
    proxies: int = 0
    """How many reverse proxies in front set X-Forwarded-*; 0 ignores those headers."""
    rate_limit_storage: str = "memory://"
    emergency_number: str = "999"
    crisis_number: str = "116 123"
    team_number: str = "111"
    team_hours: str = "Day and night"
    is_hsts: bool = True
    extra: dict[str, object] = field(default_factory=dict)

    def check(self) -> None:
        """Raise BadSettings when the app must not start like this."""
        if len(self.secret_key) < SECRET_KEY_LENGTH:
            raise BadSettings(
                "RECOVERY_SECRET_KEY is missing or short. Set it to 32 or more random characters, for example from: "
                'python3 -c "import secrets; print(secrets.token_hex(32))"'
            )
        if self.debug and not self.is_loopback_only:
            raise BadSettings("RECOVERY_DEBUG is on. Debug pages leak records; unset it to start.")
        if not self.database_url:
            raise BadSettings("RECOVERY_DATABASE_URL is empty. Set it to sqlite:////path/file or postgresql://…")


def production() -> Settings:
    """From the environment; checked."""
    settings = Settings(
        secret_key=_read("SECRET_KEY"),
        database_url=database_url(_read("DATABASE_URL", f"sqlite:///{ROOT / 'recovery.sqlite3'}")),
        debug=_is_on("DEBUG") or _is_flask_debug(),
        proxies=_read_number("PROXIES", 0),
        rate_limit_storage=_read("RATE_LIMIT_STORAGE", "memory://"),
        emergency_number=_read("EMERGENCY_NUMBER", "999"),
        crisis_number=_read("CRISIS_NUMBER", "116 123"),
        team_number=_read("TEAM_NUMBER", "111"),
        team_hours=_read("TEAM_HOURS", "Day and night"),
    )
    settings.check()
    return settings


def demo(database_url: str, secret_key: str, *, testing: bool = False) -> Settings:
    """A throw-away clinic on this computer only. Everything is given; nothing is read from the environment."""
    settings = Settings(
        secret_key=secret_key,
        database_url=database_url,
        testing=testing,
        is_loopback_only=True,
        is_hsts=False,
        emergency_number="999",
        crisis_number="116 123",
        team_number="111",
        team_hours="Day and night. Say that you had back surgery.",
    )
    settings.check()
    return settings


def _is_flask_debug() -> bool:
    return os.environ.get("FLASK_DEBUG", "0") not in {"", "0", "false"}  # noqa: TID251


def database_url(url: str) -> str:
    """PostgreSQL addresses go through psycopg 3, whichever way they are written."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def chromium() -> str | None:
    """The browser for the journeys: RECOVERY_CHROMIUM, else the first one found on the path by the tests."""
    return _read("CHROMIUM") or None


def test_postgres() -> str | None:
    """A PostgreSQL server the tests may make databases on."""
    return database_url(_read("TEST_POSTGRES")) or None


def is_ci() -> bool:
    """In CI the browser and PostgreSQL tests are required, not skipped."""
    return _is_on("TESTS_REQUIRED")
