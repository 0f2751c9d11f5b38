"""The audit as a clinic lead reads it."""

import make


def test_an_action_is_told_in_words_and_not_as_it_is_stored(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=3)
        make.not_well(people.asha)
    words = visit(people.lena).get("/audit").words
    assert "recorded check-in" in words
    assert "recorded not well" in words
    assert "check_in" not in words
