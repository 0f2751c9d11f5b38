"""Today: where in the recovery this is, one main action, what was recorded today, and the exercises."""

from datetime import timedelta

import cast
import make
import pytest
import reading
from statements import statements

from recovery.domain.outcomes import SignOutcome
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.domain.warning_signs import answer_from
from recovery.records.plans import plans_of


def hero(answer):
    return " ".join(answer.page.find("header", class_="hero").get_text(" ").split())


def asha_plan(app, people):
    with app.app_context():
        return plans_of([people.asha_episode])[people.asha_episode][-1].prescriptions


@pytest.mark.parametrize(
    ("day", "heading", "about"),
    [
        (12, "Day 12", "after your spinal fusion, Nia"),
        (0, "Day 0", "the day of your spinal fusion, Nia"),
        (-1, "1 day", "to your operation, Nia. Your spinal fusion is on Monday 23 November."),
        (-60, "60 days", "to your operation, Nia. Your spinal fusion is on Thursday 21 January 2027."),
        (400, "Day 400", "after your spinal fusion, Nia"),
    ],
)
def test_the_heading_says_which_day_it_is(today, day, heading, about):
    answer, _ = today(day=day)
    assert answer.page.h1.get_text() == heading
    assert about in hero(answer)
    assert "Sunday 22 November" in hero(answer)


@pytest.mark.parametrize(
    ("procedure", "day", "stage", "of"),
    [
        ("fusion", 12, "First days Stage 1 of 5", 5),
        ("fusion", 100, "Getting stronger Stage 4 of 5", 5),
        ("discectomy", 60, "Getting stronger Stage 4 of 5", 5),
        ("laminectomy", 12, "Early healing Stage 2 of 4", 4),
        ("laminectomy", 100, "Back to your life Stage 4 of 4", 4),
    ],
)
def test_the_stage_is_counted_on_the_patients_own_pathway(today, procedure, day, stage, of):
    answer, _ = today(procedures=(procedure,), day=day)
    assert stage in hero(answer)
    ribbon = answer.page.find("svg", class_="rib")
    assert len(ribbon.find_all("rect", class_="b")) == of
    assert ribbon.title.get_text() == f"Stage {stage[-6]} of {of}: {stage[:-13]}"
    assert ribbon.desc.get_text().startswith(f"Day {day}.")


@pytest.mark.parametrize(("day", "stage"), [(-10, "Before surgery"), (400, "Long term")])
def test_before_surgery_and_in_the_long_term_a_stage_is_named_but_not_counted(today, day, stage):
    answer, _ = today(day=day)
    assert stage in hero(answer)
    assert "Stage " not in answer.words


def test_after_a_neck_operation_no_stage_is_named_and_nothing_is_promised(app, people, today):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
    answer, _ = today(region="cervical", day=12)
    assert "Day 12 after your neck fusion" in hero(answer)
    assert not answer.page.find("svg", class_="rib")
    for words in ("stage", "First days", "New reading"):
        assert words not in answer.page.get_text()


def test_there_is_one_main_action_and_none_once_it_is_done(people, visit):
    asha = visit(people.asha)
    (action,) = asha.get("/").page.select(".btn-glow, .btn-primary")
    assert (action["href"], "Check in" in action.get_text()) == ("/check-ins/new", True)
    asha.record(back_pain_average="3")
    after = asha.get("/")
    assert not after.page.select(".btn-glow, .btn-primary")
    assert "Add another check-in" in after.words
    assert "Checked in at 12:00 Back 3" in after.words


def test_yesterdays_check_in_is_not_todays(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, on=cast.TODAY - timedelta(days=1), back_pain_average=3)
    answer = visit(people.asha).get("/")
    assert answer.page.select_one(".btn-glow")
    assert "Checked in" not in answer.words


def test_several_check_ins_a_day_are_one_figure(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, back_pain_average=2, leg_pain_average=0, walking_minutes=10)
        make.check_in(people.asha, back_pain_average=7, walking_minutes=25)
    assert "Back 4.5, leg 0, walked 25 minutes (2 entries)" in visit(people.asha).get("/").words


def test_one_minute_is_not_said_in_the_plural(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, walking_minutes=1, steps=1)
    assert "Walked 1 minute, 1 step" in visit(people.asha).get("/").words


def test_a_figure_says_nothing_of_what_was_not_recorded(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, note="A quiet day")
    answer = hero(visit(people.asha).get("/"))
    assert "No pain score and no walking in it" in answer
    assert "Back" not in answer
    assert "entries" not in answer


def test_each_exercise_of_today_stands_with_its_amount_and_what_is_recorded(app, people, visit):
    slides, walk = asha_plan(app, people)
    asha = visit(people.asha)
    before = asha.get("/").words
    assert "Today’s exercises 0 of 4 done" in before
    assert "Heel slides 2 sets of 10, twice a day To do Walk 10 minutes, twice a day To do" in before
    with app.app_context():
        done = [UnitDone(Unit(slides.id, time), Outcome.DONE) for time in (1, 2)]
        make.session(people.asha, units=(*done, UnitDone(Unit(walk.id, 1), Outcome.PARTLY, 50)))
    after = asha.get("/")
    assert "Today’s exercises 2½ of 4 done" in after.words
    assert "twice a day Done Walk" in after.words
    assert "twice a day 1 of 2 recorded" in after.words
    assert [each["class"] for each in after.page.select(".tick")] == [["tick", "on"], ["tick", "half"]]


def test_a_day_without_exercises_says_so(app, people, visit):
    with app.app_context():
        make.plan(people.dev_episode, people.cleo, [make.prescription(weekdays={1})])
    answer = visit(people.dev).get("/").words
    assert "Today’s exercises There are no exercises in your plan for today." in answer
    assert "To do" not in answer


def test_an_excused_day_says_so_and_counts_nothing(app, people, visit):
    with app.app_context():
        make.not_well(people.asha)
    answer = visit(people.asha).get("/").words
    assert "Today’s exercises are excused." in answer
    assert "of 4 done" not in answer


def test_on_an_excused_day_no_exercise_is_called_to_do(app, people, visit):
    with app.app_context():
        make.not_well(people.asha)
    assert "To do" not in visit(people.asha).get("/").words


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Auckland", 13), ("Europe/London", 12), ("Pacific/Pago_Pago", 12)])
def test_the_patients_own_zone_decides_the_day(today, zone, day):
    answer, _ = today(zone=zone)
    assert answer.page.h1.get_text() == f"Day {day}"


def test_a_check_in_of_the_patients_own_day_is_todays_until_their_midnight(app, clock, today, visit):
    _, patient = today(zone="Pacific/Auckland")
    with app.app_context():
        make.check_in(patient, on=cast.TODAY + timedelta(days=1), back_pain_average=3)
    assert "Checked in at 1:00" in visit(patient).get("/").words
    clock.shift(timedelta(hours=22, minutes=59))
    assert "Checked in at 1:00" in visit(patient).get("/").words
    clock.shift(timedelta(minutes=1))
    assert "Checked in" not in visit(patient).get("/").words


def test_the_page_costs_the_same_however_long_the_history(app, people, visit):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
        make.check_in(people.asha, back_pain_average=3)
        make.session(people.asha, note="Done")
    asha = visit(people.asha)
    asha.get("/")
    with statements() as few:
        asha.get("/")
    with app.app_context():
        for back in range(1, 13):
            on = cast.TODAY - timedelta(days=back)
            make.check_in(people.asha, on=on, back_pain_average=3)
            make.session(people.asha, on=on, note="Done")
            make.not_well(people.asha, on=on)
    with statements() as many:
        asha.get("/")
    assert few == many


def test_once_the_team_has_closed_a_sign_today_no_longer_says_call_now(app, people, visit):
    with app.app_context():
        entry = make.check_in(people.asha, warning_signs=answer_from(("calf-sore-swollen",), {}))
    asha = visit(people.asha)
    assert "If you have not called yet, call now." in asha.get("/").words
    with app.app_context():
        make.sign_outcome(entry, "calf-sore-swollen", people.ben, SignOutcome.CALLED_NO_ANSWER)
    assert "If you have not called yet, call now." in asha.get("/").words
    with app.app_context():
        make.sign_outcome(entry, "calf-sore-swollen", people.ben, SignOutcome.SPOKE)
    told = asha.get("/").words
    assert "call now" not in told
    assert "Your team has written down what was done. If it gets worse, or comes back, call." in told


def test_a_sign_told_on_the_telephone_says_so(people, visit):
    ben = visit(people.ben)
    address = f"/patients/{people.asha}/check-ins"
    form = ben.get(f"{address}/new").fields(address)
    assert ben.post(address, {**form, "warning_signs": "calf-sore-swollen"}).status == 200
    told = visit(people.asha).get("/").words
    assert "You told your team about a warning sign today" in told
    assert "Do what they said." in told


def test_after_checking_in_today_says_how_the_week_went_and_the_entry_can_be_changed(app, people, visit):
    with app.app_context():
        for days in range(1, 15):
            score = 3 if days < 8 else 6
            make.check_in(people.asha, on=cast.TODAY - timedelta(days=days), leg_pain_average=score)
        entry_id = make.check_in(people.asha, back_pain_average=2)
    page = visit(people.asha).get("/").page
    assert "Your leg pain is down 3 points since last week." in page.main.get_text()
    assert page.header.find("a", href=f"/check-ins/{entry_id}/change").get_text().startswith("Change it")


def test_the_signs_left_open_stand_folded_under_their_question(app, people, visit):
    """The page after saving has shown the list in full."""
    with app.app_context():
        make.check_in(people.asha, back_pain_average=2)
    note = visit(people.asha).get("/").page.select_one("section.note-wait")
    assert "Is any of these new or worse? Then do not wait." in note.get_text()
    assert len(note.select("details li")) == 8
    assert note.find("a", href="/warning-signs").find_parent("details") is None


def test_before_checking_in_today_says_nothing_about_the_week(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, on=cast.TODAY - timedelta(days=1), leg_pain_average=3)
    assert "See your progress" not in visit(people.asha).get("/").page.main.get_text()
