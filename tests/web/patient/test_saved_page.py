"""The page after saving: what was recorded, whether a far score is right, one sentence, what is next, and undo."""

from datetime import timedelta

import cast
import make
import pytest
from correcting import PAGES, TAKE_BACK, change, sent_by
from progress_page import ago
from statements import statements

from recovery.domain.mobility import WalkingAid
from recovery.domain.warning_signs import NONE, answer_from
from recovery.records.plans import plans_of

MINUTE = timedelta(minutes=1)


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


@pytest.fixture
def saved(asha):
    """saved(back_pain_average="3") is the page after sending that check-in."""

    def page(**values):
        answer = asha.record(**{"warning_signs": NONE, **values})
        assert answer.status == 303
        return asha.get(answer.response.location)

    return page


def test_it_says_what_was_recorded_and_who_sees_it(saved):
    answer = saved(back_pain_average="3", walking_minutes="20", walking_aid="one_stick", note="Slept well")
    assert answer.page.h1.get_text() == "Your check-in is saved"
    assert "Your team can see this. Nobody watches this app all the time." in answer.words
    for line in ("Back pain 3", "Walked 20 minutes", "walking aid: one stick", "Slept well"):
        assert line.lower() in answer.words.lower()
    assert answer.page.find(role="status")


def test_each_kind_of_entry_has_its_own_title(app, people, asha):
    with app.app_context():
        session, not_well = make.session(people.asha, note="x"), make.not_well(people.asha)
    assert asha.get(f"/entries/{session}/saved").page.h1.get_text() == "Your exercises are saved"
    assert "Saved. The exercises of this day do not count as missed" in asha.get(f"/entries/{not_well}/saved").words


def test_after_the_recovery_has_ended_nothing_is_next_and_nothing_leads_to_a_change(app, people, asha):
    with app.app_context():
        entry = make.check_in(people.asha, back_pain_average=3)
        make.end(people.asha_episode)
    saved = asha.get(f"/entries/{entry}/saved")
    assert saved.status == 303
    for address in (saved.response.location, "/progress"):
        page = asha.get(address)
        assert "Back pain 3" in page.words
        assert not page.page.find("a", href=f"/check-ins/{entry}/change")


def test_a_day_that_is_not_today_is_named(saved):
    assert "For Saturday 21 November" in saved(back_pain_average="3", recorded_on="2026-11-21").words
    assert "For Sunday" not in saved(back_pain_average="3").words


@pytest.mark.parametrize(
    ("before", "now", "is_asked"), [(3, 7, True), (7, 3, True), (3, 6, False), (6, 3, False), (4, 8, True)]
)
def test_only_after_a_jump_of_four_it_asks_once_whether_the_score_is_right(record, saved, before, now, is_asked):
    record(1, leg_pain_average=before)
    answer = saved(leg_pain_average=str(now))
    assert (f"Is {now} right?" in answer.words) is is_asked
    assert (f"Your leg pain was {before} last time." in answer.words) is is_asked
    assert ("Yes, it is right" in answer.words) is is_asked


def test_the_question_leads_to_the_correction_and_is_not_asked_after_it(app, people, record, asha, saved):
    record(1, back_pain_average=2)
    answer = saved(back_pain_average="8")
    (doubt,) = [each for each in answer.page.find_all("section") if each.h2 and each.h2.get_text() == "Is 8 right?"]
    link = next(each["href"] for each in doubt.find_all("a") if each.get_text(strip=True) == "Change it")
    entry = link.split("/")[2]
    assert "Is 7 right?" not in asha.get(change(asha, "check_in", entry, back_pain_average="7").response.location).words


def test_the_score_before_is_of_the_day_before_and_not_of_a_later_one(record, saved):
    record(5, back_pain_average=3)
    record(1, back_pain_average=9)
    assert "Is 8 right?" in saved(back_pain_average="8", recorded_on=ago(3).isoformat()).words
    assert "Is 8 right?" not in saved(back_pain_average="8").words


def test_one_plain_sentence_tells_how_the_week_went(record, saved):
    for days in range(1, 15):
        record(days, leg_pain_average=3 if days < 8 else 6)
    assert "Your leg pain is down 3 points since last week." in saved(leg_pain_average="3").words


def test_the_first_check_in_says_when_there_will_be_something_to_see(saved):
    assert "This is your first check-in." in saved(leg_pain_average="3").words


@pytest.mark.parametrize("days", [0, 1, 8, 27, 28, 40, 60])
def test_a_later_check_in_is_never_called_the_first(record, saved, days):
    record(days, leg_pain_average=3)
    assert "first check-in" not in saved(leg_pain_average="3").words


def test_what_is_next_is_the_next_check_in_and_what_is_left_of_the_exercises(app, people, saved):
    answer = saved(leg_pain_average="3")
    assert "4 of 4 are not recorded yet." in answer.words
    assert answer.page.find("a", href="/therapy-sessions/new")
    assert "tomorrow" in answer.words.lower()


def test_after_everything_was_done_no_exercises_are_next(app, people, asha):
    with app.app_context():
        plan = plans_of([people.asha_episode])[people.asha_episode][0]
        units = tuple(make.done(unit) for unit in plan.units_on(cast.TODAY))
        session = make.session(people.asha, units=units)
    answer = asha.get(f"/entries/{session}/saved")
    assert "not recorded yet" not in answer.words
    assert "Record exercises" not in answer.words


def test_warning_signs_left_open_are_asked_about_once_more(saved):
    answer = saved(back_pain_average="3", warning_signs="")
    assert "You did not answer the question about" in answer.words
    assert "You did not answer" not in saved(back_pain_average="3").words


def test_it_can_be_changed_and_within_ten_minutes_undone(asha, saved, clock):
    answer = saved(back_pain_average="3")
    assert answer.page.find("a", href=lambda href: href and href.endswith("/change"))
    assert "You can undo it until 12:10." in answer.words
    undone = asha.post(TAKE_BACK, sent_by(answer, TAKE_BACK))
    assert (undone.status, undone.response.location) == (303, "/")
    assert "Undone. It is as if you had not sent it." in asha.get("/").words
    assert "Nothing is recorded yet" in asha.get("/progress").words


def test_after_ten_minutes_it_can_only_be_taken_back(asha, people, saved, clock):
    location = asha.record(back_pain_average="3").response.location
    clock.shift(10 * MINUTE)
    assert asha.get(location).page.find("form", action=TAKE_BACK)
    clock.shift(timedelta(seconds=1))
    later = asha.get(location)
    assert not later.page.find("form", action=TAKE_BACK)
    assert later.page.find("a", string="Take it back")


def test_an_undo_button_pressed_too_late_takes_it_back_and_says_so(asha, saved, clock):
    form = sent_by(saved(back_pain_average="3"), TAKE_BACK)
    clock.shift(11 * MINUTE)
    asha.post(TAKE_BACK, form)
    assert "Taken back. It stays in your record, marked, and does not count any more." in asha.get("/").words
    assert "Taken back at 12:11. It does not count." in asha.get("/progress").words


def test_an_entry_with_a_sign_has_no_undo(app, people, asha):
    with app.app_context():
        entry = make.check_in(people.asha, warning_signs=answer_from(["calf-sore-swollen"], {}))
    answer = asha.get(f"/entries/{entry}/saved")
    assert not answer.page.find("form", action=TAKE_BACK)
    assert answer.page.find("a", string="Take it back")


def test_what_staff_wrote_down_has_no_undo(app, people, visit, asha):
    ben = visit(people.ben)
    form = ben.get(f"/patients/{people.asha}/check-ins/new")
    action = form.page.find("form", action=lambda each: each and each.endswith("/check-ins"))["action"]
    assert ben.post(action, {**sent_by(form, action), "back_pain_average": "3"}).status == 303
    link = asha.get("/progress").page.find("a", href=lambda href: href and href.endswith("/change"))["href"]
    entry = link.split("/")[2]
    assert not asha.get(f"/entries/{entry}/saved").page.find("form", action=TAKE_BACK)


def test_the_page_of_an_entry_that_was_taken_back_shows_it_marked(app, people, asha, clock):
    location = asha.record(back_pain_average="3").response.location
    clock.shift(11 * MINUTE)
    asha.post(TAKE_BACK, asha.get(location.replace("saved", "take-back")).fields(TAKE_BACK))
    assert asha.get(location).response.location == location.removesuffix("/saved")


def test_another_patients_entry_is_not_there(app, people, asha):
    with app.app_context():
        theirs = make.check_in(people.dev, back_pain_average=9, walking_aid=WalkingAid.FRAME)
    for address in ("", "/saved", "/take-back"):
        assert asha.get(f"/entries/{theirs}{address}").status == 404
    assert asha.post(TAKE_BACK, {"entry_id": str(theirs)}).status == 404


@pytest.mark.parametrize("page", ["/saved", "", "/take-back"])
def test_the_statements_are_the_same_however_much_was_recorded(app, people, asha, record, page):
    entry = asha.record(back_pain_average="3").response.location.split("/")[2]

    def asked():
        with statements() as sent:
            assert asha.get(f"/entries/{entry}{page}").status == 200
        return len(sent)

    before = asked()
    for days in range(1, 13):
        record(days, back_pain_average=3, note="x")
        with app.app_context():
            make.session(people.asha, on=ago(days), note="x")
    assert asked() == before


@pytest.mark.parametrize("kind", PAGES)
def test_the_statements_of_a_correction_are_the_same_however_much_was_recorded(app, people, asha, record, kind):
    with app.app_context():
        entries = {
            "check_in": make.check_in(people.asha, back_pain_average=3),
            "session": make.session(people.asha, note="x"),
            "not_well": make.not_well(people.asha),
        }

    def asked():
        with statements() as sent:
            assert asha.get(PAGES[kind][0].format(entries[kind])).status == 200
        return len(sent)

    before = asked()
    for days in range(13):
        record(days, back_pain_average=3, note="x")
        with app.app_context():
            make.session(people.asha, on=ago(days), note="x")
    assert asked() == before
