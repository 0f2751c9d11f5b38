"""One wired app a process, put on another database for every test: wiring it takes longer than most tests.

Whatever a test changed in its configuration or its views is put back before the next one. A test that adds to the app
itself (a route) asks for `app_of_its_own`.
"""

import databases
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from recovery import create_app
from recovery.extensions import db, limiter


class CompiledOnce(BytecodeCache):
    """Templates compiled by one app serve the next one's."""

    compiled: dict[str, bytes] = {}  # noqa: RUF012 - shared by every app of the run, on purpose

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key] = bucket.bytecode_to_string()


def app_on(url: str, **extra) -> Flask:
    """A new app."""
    app = create_app(databases.settings(url, **extra))
    app.jinja_env.bytecode_cache = CompiledOnce()
    return app


class SharedApp:
    def __init__(self, url: str) -> None:
        self.app = app_on(url)
        self.config, self.views = dict(self.app.config), dict(self.app.view_functions)

    def on(self, url: str) -> Flask:
        """As if it had just been made for this database."""
        app = self.app
        for kept, now in ((self.config, app.config), (self.views, app.view_functions)):
            now.clear()
            now.update(kept)
        app.config.update(SETTINGS=databases.settings(url), SQLALCHEMY_DATABASE_URI=url)
        options = {**app.config["SQLALCHEMY_ENGINE_OPTIONS"], "url": url}
        db._apply_driver_defaults(options, app)
        db._app_engines[app][None] = db._make_engine(None, options, app)
        limiter.enabled = True
        limiter.reset()
        return app


def close(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
