"""What the tests of the check-in share: what is stored, and how many rows there are."""

from datetime import timedelta

import cast
from sqlalchemy import func, select

from recovery.extensions import db
from recovery.records.check_ins import check_in_entries
from recovery.records.entries import EntryRow


def stored(app, episode_id):
    with app.app_context():
        return [entry.content for entry in check_in_entries(episode_id, cast.TODAY - timedelta(days=365))]


def count(app, table=EntryRow):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))
