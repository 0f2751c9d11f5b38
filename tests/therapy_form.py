"""The form of a therapy session in the tests: filled in as its page makes it, and what was stored of it."""

from datetime import timedelta

import cast
from sqlalchemy import func, select

from recovery.extensions import db
from recovery.records.entries import EntryRow
from recovery.records.sessions import session_entries

NEW, RECORD = "/therapy-sessions/new", "/therapy-sessions"


def stored(app, episode_id):
    with app.app_context():
        return [entry.content for entry in session_entries(episode_id, cast.TODAY - timedelta(days=365))]


def count(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(EntryRow))


def field(kind, prescription, time=1):
    return f"{kind}-{prescription.id}-{time}"


def send(visitor, on="", **values):
    """Send the form as its page makes it, with what was filled in."""
    form = visitor.get(f"{NEW}?on={on}" if on else NEW).fields(RECORD)
    return visitor.post(RECORD, {**form, **values})
