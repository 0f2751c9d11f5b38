"""A review sent from a page that is about another recovery writes nothing and keeps what was typed."""

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import func, select

from recovery.actions.change_episode import begin_new_episode
from recovery.extensions import db
from recovery.records.episodes import shown_episode_row
from recovery.records.reviews import Review


@pytest.mark.parametrize("outcome", ["looked", "called"])
def test_a_page_from_before_a_new_operation_is_looked_at_again(app, people, visit, outcome):
    ben = visit(people.ben)
    address = f"/patients/{people.asha}"
    old = ben.get(address).page.find("input", {"name": "page"})["value"]
    with app.app_context():
        details = shown_episode_row(people.asha).as_details()
        begin_new_episode(make.actor(people.ben), people.asha, details, TODAY, NOW)
    answer = ben.post(f"{address}/reviews", {"page": old, "outcome": outcome, "note": "Spoke about the leg"})
    assert answer.status == 422
    assert "look at it again and press the button" in answer.words
    assert answer.page.find("textarea", {"name": "note"}).get_text().strip() == "Spoke about the leg"
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Review)) == 0
