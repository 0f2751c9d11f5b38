"""Recovery: a record that patients keep after spinal surgery, and that their physiotherapists read."""

from datetime import timedelta
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from config import ROOT, Settings
from recovery.extensions import compress, csrf, db, limiter, login_manager, migrate

COOKIE_PREFIX = "__Host-"
FORM_COOKIE_LIFETIME = timedelta(days=400)
"""The form token lives with the browser session: longer than any sign-in, so that a form never goes stale by age."""


def create_app(settings: Settings) -> Flask:
    """A wired app. `settings` have been checked; two apps in one process do not know of each other."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    _configure(app, settings)
    _wire_extensions(app)
    _wire_templates(app)
    _wire_web(app, settings)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    prefix = "" if settings.is_loopback_only else COOKIE_PREFIX
    app.config.from_mapping(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        DEBUG=settings.debug,
        TESTING=settings.testing,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True, "pool_pre_ping": True},
        SESSION_COOKIE_NAME=f"{prefix}recovery_form",
        SIGN_IN_COOKIE_NAME=f"{prefix}recovery_sign_in",
        DEVICE_COOKIE_NAME=f"{prefix}recovery_device",
        SESSION_COOKIE_SECURE=not settings.is_loopback_only,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=FORM_COOKIE_LIFETIME,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        MAX_CONTENT_LENGTH=512 * 1024,
        MAX_FORM_MEMORY_SIZE=512 * 1024,
        RATELIMIT_ENABLED=True,
        RATELIMIT_STORAGE_URI=settings.rate_limit_storage,
        RATELIMIT_HEADERS_ENABLED=False,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIN_SIZE=500,
        COMPRESS_BR_LEVEL=5,
        BOOTSTRAP_SERVE_LOCAL=True,
    )
    app.config.update(settings.extra)


def _wire_extensions(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    login_manager.init_app(app, add_context_processor=False)
    csrf.init_app(app)
    limiter.init_app(app)
    compress.init_app(app)


def _wire_templates(app: Flask) -> None:
    """Strict: a name that was never given fails in a test instead of showing nothing to a patient."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def _wire_web(app: Flask, settings: Settings) -> None:
    from recovery import web  # noqa: PLC0415 - views import extensions, which must exist first

    web.wire(app, settings)


def app_from_environment(**_gunicorn: Any) -> Flask:
    """What gunicorn starts."""
    from config import production  # noqa: PLC0415 - reading the environment waits until it is asked for

    return create_app(production())
