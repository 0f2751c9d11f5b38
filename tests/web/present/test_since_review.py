"""What changed since the last review, in words: the heading is the answer, numbers stand beside what they were."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from moment import NOW
from rule_facts import day

from recovery.domain.adherence import NOTHING_PLANNED, Adherence
from recovery.domain.arrivals import Arrival, Arrived
from recovery.domain.entries import EntryKind
from recovery.domain.evidence import Measure
from recovery.domain.facts import RecordedSign
from recovery.domain.since_review import Beginning, Begun, Compared, Side, SinceReview
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.web.present.since_review import since_card

TODAY = day(30)
REVIEW = Beginning(Begun.REVIEW, day(15), NOW, "Ben Okoro")
SURGERY = Beginning(Begun.OPERATION, day(0))


def value(number):
    return Side() if number is None else Side(number, 3, TODAY)


def since(begun=REVIEW, **sides):
    """back=(before, now) and the like; what is not named was never recorded."""
    told = {measure: sides.get(measure.name.lower(), (None, None)) for measure in Measure}
    compared = tuple(Compared(measure, value(before), value(now)) for measure, (before, now) in told.items())
    return SinceReview(begun, compared, NOTHING_PLANNED, NOTHING_PLANNED, 9, 12)


def card(told, came=Arrived()):  # noqa: B008 - frozen
    return since_card(told, came, ("Back", "Leg"), TODAY, "Europe/London")


def stats(told):
    return {each.name: (each.number, each.line, each.icon) for each in card(told).stats}


@pytest.mark.parametrize(
    ("sides", "heading"),
    [
        ({"back": (2, 2), "leg": (1, 4)}, "Leg pain up 3 since the review on 16 Jan"),
        ({"back": (5, 3), "leg": (1, 4)}, "Leg pain up 3, back pain down 2 since the review on 16 Jan"),
        ({"back": (2, 3), "leg": (4, 4)}, "Pain about the same since the review on 16 Jan"),
        (
            {"back": (2, 3), "walking": (30, 12)},
            "Back pain about the same, walking down 18 minutes a day since the review on 16 Jan",
        ),
        (
            {"back": (2, 3), "steps": (1000, 2000)},
            "Back pain about the same, walking up 1000 steps a day since the review on 16 Jan",
        ),
        (
            {"leg": (1, 4), "walking": (30, 12), "steps": (900, 100)},
            "Leg pain up 3, walking down 18 minutes a day since the review on 16 Jan",
        ),
        ({"leg": (2, 3)}, "Leg pain about the same since the review on 16 Jan"),
        ({"back": (None, 4), "leg": (3, None)}, "Back pain 4 since the review on 16 Jan"),
        ({"back": (4, None)}, "Nothing recorded since the review on 16 Jan"),
    ],
)
def test_the_heading_is_the_answer(sides, heading):
    assert card(since(**sides)).heading == heading


def test_silence_comes_before_old_numbers():
    told = card(replace(since(back=(6, 1)), quiet_since=day(18)))
    assert told.heading == "No check-in since 19 Jan"
    assert told.about == "Reviewed by Ben Okoro, 15 days ago."


def test_on_the_day_of_the_review_there_is_nothing_to_compare():
    assert card(since(replace(REVIEW, day=TODAY), back=(3, None))).heading == "Reviewed today, nothing to compare yet"


def test_each_number_stands_beside_what_it_was_and_missing_is_said():
    told = stats(since(back=(1, 4), leg=(3, None), walking=(None, 20)))
    assert told["Back pain"] == ("4", "up 3 from 1", "up")
    assert told["Leg pain"] == ("–", "not recorded since; was 3", "")
    assert told["Walking"] == ("20 min", "nothing before to compare with", "")
    assert "Steps" not in told, "nobody typed steps"
    assert told["Days with a check-in"] == ("9 of 12", "due, up to yesterday", "")


def test_an_old_value_has_its_day():
    old = Compared(Measure.BACK, Side(2, 7, day(10)), Side(3, 2, day(17)))
    told = replace(since(), compared=(old,))
    assert stats(told)["Back pain"] == ("3", "about the same, was 2; last on 18 Jan", "")


def test_without_a_review_it_is_beside_what_was_before_surgery():
    told = card(since(SURGERY, leg=(7, 3)))
    assert told.heading == "Leg pain down 4 since the operation on 1 Jan"
    assert told.about == "Nobody has reviewed this recovery yet."
    assert told.stats[1].line == "down 4 from 7 before surgery"


def test_exercises_are_in_units_with_what_was_not_recorded():
    told = replace(since(), exercises=Adherence(12.5, 2.5, 4), exercises_before=Adherence(10, 0, 4))
    assert stats(told)["Exercises done"] == ("12½ of 19", "2½ not done, 4 not recorded; 14 days before 10 of 14", "")


def test_more_check_ins_than_were_due_are_no_fraction():
    told = replace(since(), recorded=9, due=4)
    assert stats(told)["Days with a check-in"] == ("9", "more than the 4 due", "")


def test_what_came_in_stands_in_words_with_the_beginning_of_a_note():
    sign = RecordedSign(1, UUID(int=1), 1, TickedSign(Tier.TODAY, "calf-sore-swollen"), NOW, day(29))
    note = Arrival(UUID(int=2), EntryKind.CHECK_IN, day(29), 1, NOW, NOW, note="Slept\nbadly " + "again " * 40)
    changed = Arrival(UUID(int=3), EntryKind.SESSION, day(12), 2, NOW, NOW, by="Ben Okoro")
    own = replace(changed, by="", kind=EntryKind.CHECK_IN)
    back = Arrival(UUID(int=4), EntryKind.NOT_WELL, day(30), 1, NOW, NOW, NOW + timedelta(hours=1))
    told = [each.words for each in card(since(), Arrived((sign,), (), (), (note,), (changed, own), (back,))).news]
    assert told[0].startswith("Warning sign ticked ")
    assert told[1].startswith("Note, the check-in of yesterday: “Slept badly again")
    assert told[1].endswith("…”")
    assert len(told[1]) < 160
    assert told[2].startswith("Ben Okoro changed the exercises of 13 Jan, ")
    assert told[3].startswith("The patient changed the check-in of 13 Jan, ")
    assert told[4].startswith("Taken back: the “not well” day of today, ")


def test_more_than_three_of_a_kind_are_counted_but_every_warning_sign_is_told():
    note = Arrival(UUID(int=2), EntryKind.CHECK_IN, day(29), 1, NOW, NOW, note="x")
    sign = RecordedSign(1, UUID(int=1), 1, TickedSign(Tier.TODAY, "calf-sore-swollen"), NOW, day(29))
    told = [each.words for each in card(since(), Arrived(signs=(sign,) * 5, notes=(note,) * 5)).news]
    assert len([each for each in told if each.startswith("Warning sign")]) == 5
    assert told[-1] == "And 2 more: notes"
