"""The facts beside "Progress" and "Ease", in words; the guide is the numbers of the clinical basis."""

from datetime import date, timedelta

from recovery.domain.adherence import NOTHING_PLANNED, Adherence
from recovery.domain.exercise_facts import ExerciseFacts
from recovery.web.present.progression_page import Fact, facts_words

TODAY = date(2026, 11, 22)


def facts(**values):
    told = {"adherence": Adherence(8, 2, 4), "hurt": 0, "sessions": 0, "pain": (), "effort": ()}
    told |= {"since": TODAY - timedelta(days=14), "settled": 0, "not_settled": 0}
    return ExerciseFacts(**(told | values))


def words(**values):
    return {each.name: each.words for each in facts_words(facts(**values), TODAY)}


def test_the_guide_is_the_one_of_the_clinical_basis():
    assert [each.guide for each in facts_words(facts(), TODAY)] == [
        "70 % or more done, of what was recorded, is enough",
        "0 to 3 fine, 4 to 5 acceptable, over 5 too much",
        "settled by the next morning",
        "",
    ]


def test_every_score_falls_into_one_band_of_the_guide():
    told = words(sessions=11, pain=tuple(range(11)))
    assert told["Pain during (11 sessions with it)"] == "0 to 3 in 4, 4 to 5 in 2, over 5 in 5. Last: 10"


def test_what_was_not_said_is_counted_and_is_no_zero():
    told = words(sessions=4, pain=(0, 4), effort=(5,), settled=1, hurt=2)
    assert told == {
        "Since 8 Nov, to yesterday": "8 done, 2 not done, 4 not recorded, of 14. Because it hurt: 2",
        "Pain during (4 sessions with it)": "0 to 3 in 1, 4 to 5 in 1, over 5 in none, not said in 2. Last: 4",
        "Effort": "5 of 10, not said in 3. Last: 5",
        "Next morning": "settled after 1, not settled after none, not known of 3",
    }
    assert words(sessions=1)["Effort"] == "not said"


def test_a_plan_that_begins_today_or_later_says_so():
    assert words(since=TODAY, adherence=NOTHING_PLANNED)["Since today"] == "Began today: no day is over yet"
    assert words(since=TODAY + timedelta(days=2)) == {"Recorded": "Begins 24 Nov: nothing yet"}
    assert facts_words(None, TODAY) == (Fact("Recorded", "New here: nothing yet"),)
