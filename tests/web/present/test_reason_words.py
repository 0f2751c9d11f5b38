"""Every reason in words: its own numbers and days, for every type and every rule."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from rule_facts import SIGNED_OFF, check_in, check_ins, day, facts, not_well, plan, raised, session, steady, units

from recovery.domain import reasons as domain_reasons
from recovery.domain.call_requests import AskedCall
from recovery.domain.evidence import HeldDay
from recovery.domain.expected_course import Site
from recovery.domain.facts import RecordedSign
from recovery.domain.operation import Region
from recovery.domain.reasons import Held, PainUp
from recovery.domain.therapy import Morning
from recovery.domain.thresholds import Rule
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import assess
from recovery.web.present.reason_days import Reader
from recovery.web.present.reason_words import WORDS_OF, held_words
from recovery.web.present.worklist_words import Whose, chips, reason_anchor

NOON = datetime(2026, 2, 12, 12, tzinfo=UTC)
LUMBAR, CERVICAL = Region.LUMBAR, Region.CERVICAL


def told(known, today, region=LUMBAR, **kept):
    """Chip and sentence of the one reason with these attributes."""
    reasons = [each for each in raised(known, today) if all(getattr(each, key) == kept[key] for key in kept)]
    (reason,) = reasons
    words, reader = held_words(reason), Reader(day(today), region)
    return words.short(reason, reader), words.sentence(reason, reader)


def leg_rise(*last, first=28, before=3):
    return facts(check_ins(first, leg=[*steady(before, 7), *last]))


def all_types():
    """On day 42 every type stands."""
    rise = [*steady(1, 7), *steady(8, 7)]
    recorded = check_ins(28, back=rise, leg=rise, walking=[*steady(40, 7), *steady(5, 7)], bearable=[False] * 14)
    mornings = [
        replace(each, morning=Morning.NOT_SETTLED, morning_after=UUID(int=number))
        for number, each in enumerate(recorded)
        if number > 10
    ]
    sign = RecordedSign(1, UUID(int=9), 2, TickedSign(Tier.TODAY, "calf-sore-swollen"), NOON, NOON.date())
    return facts(
        [*recorded[:11], *mornings],
        sessions=tuple(session(number, 10, units=units(plan(), "not_done")) for number in range(28, 42)),
        plans=(plan(),),
        not_well=not_well(38, 39, 40),
        leg_before=6,
        signs=(sign,),
        asked_call=AskedCall(UUID(int=8), NOON),
        last_entry_on=day(20),
    )


def test_every_type_of_reason_and_every_rule_has_words_of_its_own():
    types = {each for each in vars(domain_reasons).values() if isinstance(each, type) and issubclass(each, Held)}
    assert set(WORDS_OF) == types - {Held}
    reasons = assess(all_types(), SIGNED_OFF, day(42))
    assert {type(each) for each in reasons if isinstance(each, Held)} == set(WORDS_OF)
    assert {each.rule for each in reasons} == set(Rule)
    whose = Whose(day(42), "Europe/London", LUMBAR)
    for reason in reasons:
        (chip,) = chips([reason], whose)
        assert chip.words[0].isupper()
        assert chip.anchor == reason_anchor(reason.key)
        assert ("No entry" in chip.words) is (reason.rule == "W6")
    assert len({reason_anchor(each.key) for each in reasons}) == len(reasons)


def test_a_type_without_words_is_an_error_and_never_silence():
    class Unheard(Held):
        pass

    unheard = Unheard(rule=Rule.W2, about="", held=(HeldDay(day(1), 1, ()),), change=1)
    with pytest.raises(KeyError):
        chips([unheard], Whose(day(1), "Europe/London", LUMBAR))


def test_pain_that_is_up_names_by_how_much_since_when_and_for_how_long():
    short, sentence = told(leg_rise(6, 6, 6), 37, rule=Rule.W4)
    assert short == "Leg pain up 3 since last week, 3 days running"
    assert sentence == (
        "Leg pain 6 today, up 3 from 3, the median of 7 days with entries from 29 Jan to 4 Feb. "
        "It was up on 3 days running (6 on 5 Feb, 6 yesterday, 6 today)."
    )
    assert told(leg_rise(6, 6, 6), 37, CERVICAL, rule=Rule.W4)[0].startswith("Arm pain up 3")


def test_a_rise_of_one_day_says_one_day():
    short, sentence = told(leg_rise(6), 35)
    assert short == "Leg pain up 3 since last week, 1 day"
    assert sentence.endswith("It was up on 1 day (6 today).")


def test_days_between_make_days_with_entries_and_a_long_rise_its_own_day():
    gap = facts([*check_ins(28, back=steady(3, 7)), *(check_in(n, 200 + n, back=5.5) for n in (35, 37, 39))])
    assert told(gap, 39, rule=Rule.W3)[0] == "Back pain up 2.5 since last week, 3 days with entries"
    assert told(gap, 39, CERVICAL, rule=Rule.W3)[0].startswith("Neck pain")
    long_ago = leg_rise(*steady(6, 12))
    short, sentence = told(long_ago, 46, rule=Rule.W3)
    assert short == "Leg pain up 3 since 4 Feb, 12 days running"
    assert "(first 6 on 5 Feb, last 6 today)" in sentence


def test_what_no_longer_goes_on_says_when_it_was_last():
    assert told(leg_rise(6, 6, 6), 38, rule=Rule.W4)[0].endswith("3 days running")
    assert told(leg_rise(6, 6, 6), 39, rule=Rule.W4)[0].endswith("3 days running, last on 7 Feb")


def test_high_pain_names_its_least_and_every_day():
    short, sentence = told(facts(check_ins(20, back=[8, 8, 9])), 22)
    assert short == "Back pain 8 or more, 3 days running"
    assert sentence == "Back pain 8 or more on 3 days running (8 on 21 Jan, 8 yesterday, 9 today)."
    assert told(facts(check_ins(20, back=[9, 9, 9])), 22)[0] == "Back pain 9, 3 days running"


def test_pain_that_is_not_bearable():
    short, sentence = told(facts(check_ins(20, bearable=[False] * 3)), 22)
    assert short == "Says the pain is not bearable, 3 days running"
    assert sentence == "Said on 3 days running that the pain was not bearable (on 21 Jan, yesterday, today)."


@pytest.mark.parametrize(
    ("name", "values", "short"),
    [
        ("walking", (30, 15), "Walking down from 30 to 15 minutes a day, 3 days running"),
        ("steps", (4000, 1500), "Steps down from 4000 to 1500 a day, 3 days running"),
    ],
)
def test_walking_and_steps_that_are_down(name, values, short):
    before, now = values
    known = facts(check_ins(28, **{name: [*steady(before, 7), *steady(now, 3)]}))
    assert told(known, 38)[0] == short


def test_exercises_that_hurt_say_how_often_and_the_average_of_the_day():
    sessions = tuple(session(number, pain) for number, pain in ((30, 7), (31, 7), (33, 8)))
    known = facts(check_ins(30, back=[3, 3, 3, 4]), sessions=sessions)
    short, sentence = told(known, 34, about="pain")
    assert short == "Pain in exercises 7 or more, 3 times in 7 days"
    assert sentence == (
        "Pain during exercises 7 on 31 Jan (average of that day 3), 7 on 1 Feb (average of that day 3) and 8 yesterday "
        "(average of that day 4)."
    )


def test_exercises_that_had_not_settled():
    told_so = [check_in(n, n, morning_after=UUID(int=n), morning=Morning.NOT_SETTLED) for n in (30, 33, 36)]
    short, sentence = told(facts(told_so), 36, about="morning")
    assert short == "Not settled by next morning, 3 times in 7 days"
    assert sentence.endswith("after the exercises of 30 Jan, 2 Feb and yesterday.")


def test_not_well_for_days():
    known = facts(check_ins(30, back=[1]), not_well=not_well(30, 31, 32))
    assert told(known, 32) == ("Not well 3 days running", "Said “not well today” on 31 Jan, yesterday, today.")


def test_exercises_not_done_are_told_in_units_with_what_was_not_recorded():
    outcomes = [*["done"] * 2, *["not_done"] * 7]
    sessions = tuple(session(28 + n, units=units(plan(), each)) for n, each in enumerate(outcomes))
    short, sentence = told(facts(check_ins(41, back=[1]), sessions=sessions, plans=(plan(),)), 42)
    assert short == "Exercises: 2 done of 9 recorded in 14 days, 5 not recorded"
    assert sentence == ("Exercises from 29 Jan to yesterday: 2 done, 7 not done, 5 not recorded, of 14 (plan 1).")


@pytest.mark.parametrize(("now", "change"), [(6, "down only 1"), (7, "not down"), (8, "up 1")])
def test_a_leg_that_is_not_better_says_before_and_after(now, change):
    known = facts(check_ins(38, leg=steady(now, 3)), leg_before=7)
    short, sentence = told(known, 42, rule=Rule.W10)
    assert short == f"Leg pain {change} six weeks after: 7 before, {now} in week six"
    assert sentence == (
        f"Leg pain was 7 before surgery and {now} in week six, the median of 3 days with entries from 8 Feb to 10 Feb."
    )


def test_two_rules_with_the_very_same_words_make_one_chip():
    reasons = raised(leg_rise(6, 6, 6, 6), 38)
    assert [each.rule for each in reasons] == ["W3", "W4"]
    (chip,) = chips(reasons, Whose(day(38), "Europe/London", LUMBAR))
    assert chip.anchor == "reason-w3-leg"


def test_a_reason_leads_to_a_place_of_its_own():
    (up, *_rest) = raised(leg_rise(6, 6, 6, 6), 38)
    assert isinstance(up, PainUp)
    assert up.site is Site.LEG
    assert reason_anchor(up.key) == "reason-w3-leg"
