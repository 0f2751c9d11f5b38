"""What Today says about a check-in that was corrected, and about one with little in it, is what happened."""

from datetime import timedelta

import cast
import make
import pytest
from correcting import change

from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_signs import answer_from


def test_an_open_sign_of_a_check_in_that_was_moved_to_today_still_says_call_now(app, people, visit):
    with app.app_context():
        answer, yesterday = answer_from(("calf-sore-swollen",), {}), cast.TODAY - timedelta(days=1)
        entry = make.check_in(people.asha, on=yesterday, warning_signs=answer)
        make.sign_outcome(
            make.check_in(people.asha, warning_signs=answer), "calf-sore-swollen", people.ben, SignOutcome.SPOKE
        )
    asha = visit(people.asha)
    change(asha, "check_in", entry, recorded_on=cast.TODAY.isoformat())
    told = asha.get("/").words
    assert "If you have not called yet, call now." in told
    assert "Your team has written down what was done." not in told


def test_a_check_in_that_was_changed_later_still_says_when_it_came(app, people, visit, clock):
    with app.app_context():
        entry = make.check_in(people.asha, back_pain_average=3)
    clock.shift(timedelta(hours=2))
    asha = visit(people.asha)
    change(asha, "check_in", entry, back_pain_average="4")
    assert "Checked in at 12:00 Back 4" in asha.get("/").words


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ({"leg_pain_worst": 5}, "Leg pain at its worst 5"),
        ({"back_pain_average": 3, "leg_pain_worst": 5}, "Back 3, leg pain at its worst 5"),
        ({"back_pain_average": 3, "back_pain_worst": 5}, "Back 3"),
    ],
)
def test_a_worst_score_alone_is_told_as_one(app, people, visit, scores, told):
    with app.app_context():
        make.check_in(people.asha, **scores)
    assert f"Checked in at 12:00 {told} Add another check-in" in visit(people.asha).get("/").words
