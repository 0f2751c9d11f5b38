"""Every route that changes something refuses a form without, with a wrong, or with another session's token."""

import pytest
from routes import MATRIX, address_of, somebody_allowed
from sqlalchemy import func, select

from recovery.extensions import db

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # refused before any is asked

POSTS = sorted(endpoint for method, endpoint in MATRIX if method == "POST")


def rows_in_every_table(app):
    with app.app_context():
        return {
            table.name: db.session.scalar(select(func.count()).select_from(table))
            for table in db.metadata.sorted_tables
        }


@pytest.mark.parametrize("endpoint", POSTS)
def test_a_form_without_its_own_token_is_refused_and_changes_no_row(app, people, visit, endpoint):
    visitor = visit(getattr(people, somebody_allowed(endpoint)))
    stranger, address = visit(people.dev), address_of(app, people, endpoint)
    data = {"back_pain_average": "3", "email": "x", "password": "y"}
    before = rows_in_every_table(app)
    tokens = {"none": "", "wrong": "made up", "another session's": stranger.token}
    statuses = {name: visitor.post(address, data, token=token).status for name, token in tokens.items()}
    assert statuses == {"none": 400, "wrong": 400, "another session's": 400}
    assert rows_in_every_table(app) == before


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_no_route_takes_another_method(app, people, visit, method):
    visitor = visit(people.asha)
    for rule in app.url_map.iter_rules():
        if not rule.arguments:
            assert getattr(visitor.client, method)(rule.rule).status_code in {400, 405}
