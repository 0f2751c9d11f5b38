"""A correction sent for an entry that was taken back in another tab: nothing that was typed is lost."""

import correcting
import make
import pytest

NEW = {"check_in": "/check-ins", "session": "/therapy-sessions", "not_well": "/not-well"}


@pytest.fixture
def entry_of(app, people):
    """entry_of("session") is an entry of Asha's of that kind."""

    def made(kind):
        with app.app_context():
            if kind == "check_in":
                return make.check_in(people.asha, back_pain_average=3)
            return make.session(people.asha, effort=4) if kind == "session" else make.not_well(people.asha)

    return made


@pytest.mark.parametrize("kind", NEW)
def test_it_comes_back_as_a_new_one_with_everything_in_it_and_the_next_press_saves_it(people, visit, entry_of, kind):
    asha, entry = visit(people.asha), entry_of(kind)
    form = correcting.opened(asha, kind, entry)
    correcting.take_back(asha, entry)
    answer = asha.post(correcting.PAGES[kind][1], {**form, "note": "A word of mine"})
    assert answer.status == 409
    assert "You took this back before. Press Save to record it again, as a new one" in answer.words
    assert "A word of mine" in answer.text
    again = asha.post(NEW[kind], correcting.sent_by(answer, NEW[kind]))
    assert again.status == 303
    assert "A word of mine" in asha.get(again.response.location).words


@pytest.mark.parametrize("kind", NEW)
def test_another_patients_lost_entry_is_not_there(people, visit, entry_of, kind):
    asha, entry = visit(people.asha), entry_of(kind)
    correcting.take_back(asha, entry)
    answer = visit(people.dev).post(correcting.PAGES[kind][1], {"entry_id": str(entry), "from_revision": "1"})
    assert answer.status == 404
