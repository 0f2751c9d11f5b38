"""Settings: read once from the environment, checked before anything starts."""

import pytest

import config

SECRET = "x" * config.SECRET_KEY_LENGTH


@pytest.fixture
def environment(monkeypatch):
    """environment(NAME=value) sets RECOVERY_NAME, with a good secret unless told otherwise."""
    monkeypatch.delenv("FLASK_DEBUG", raising=False)

    def given(**values):
        for name, value in {"SECRET_KEY": SECRET, **values}.items():
            monkeypatch.setenv(f"RECOVERY_{name}", value)
        return config.production()

    return given


def test_defaults_are_those_of_the_operations_page(environment):
    settings = environment()
    assert settings.database_url == f"sqlite:///{config.ROOT / 'recovery.sqlite3'}"
    assert (settings.proxies, settings.rate_limit_storage) == (0, "memory://")
    assert (settings.emergency_number, settings.crisis_number, settings.team_number) == ("999", "116 123", "111")
    assert (settings.debug, settings.testing, settings.is_loopback_only) == (False, False, False)


@pytest.mark.parametrize("secret", ["", " ", "short", "x" * 31, " " * 40])
def test_a_missing_or_short_secret_is_refused(environment, secret):
    with pytest.raises(config.BadSettings, match="RECOVERY_SECRET_KEY is missing or short"):
        environment(SECRET_KEY=secret)


@pytest.mark.parametrize("word", ["1", "true", "YES", "on"])
def test_debug_is_refused_in_production(environment, word):
    with pytest.raises(config.BadSettings, match="RECOVERY_DEBUG is on"):
        environment(DEBUG=word)


@pytest.mark.parametrize("number", ["-1", "1.5", "one", ""])
def test_a_proxy_count_that_is_no_number_is_refused(environment, number):
    with pytest.raises(config.BadSettings, match="RECOVERY_PROXIES must be a whole number"):
        environment(PROXIES=number)


def test_an_empty_database_address_is_refused(environment):
    with pytest.raises(config.BadSettings, match="RECOVERY_DATABASE_URL is empty"):
        environment(DATABASE_URL=" ")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_reached_through_psycopg_3_however_it_is_written(scheme):
    assert config.database_url(f"{scheme}://u:p@h/d") == "postgresql+psycopg://u:p@h/d"
    assert config.database_url("sqlite:////x") == "sqlite:////x"
