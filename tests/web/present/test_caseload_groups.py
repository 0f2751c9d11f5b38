"""Groups of the caseload: which are folded, what the list counts, and which days a sparkline marks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from rule_facts import SIGNED_OFF, check_ins, day, facts, not_well, plan, raised, session, steady, units

from recovery.domain.last_look import ListLook, NewSince
from recovery.domain.thresholds import Rule
from recovery.domain.worklist import Group, ReasonKey
from recovery.records.caseload import CaseloadRow
from recovery.records.evidence_received import Received
from recovery.records.facts import Standing
from recovery.web.present.caseload_narrowed import STATES
from recovery.web.present.caseload_page import FOLDED_OVER, caseload_page, new_words
from recovery.web.present.charts.sparkline import Marked, sparkline
from recovery.web.present.course import course_of
from recovery.web.present.looked import look
from recovery.web.present.marked_days import marked_by
from recovery.web.present.reasons_card import reasons_card
from recovery.web.present.worklist_words import GROUP_TITLES, Whose

TODAY = 42
LONDON = "Europe/London"
RISE = check_ins(28, leg=[*steady(3, 7), *steady(6, 7)])
WELL = facts(check_ins(41, back=[1]), joined_on=day(-20))
SILENT = facts(check_ins(28, back=[1]))
LOW = facts(
    check_ins(41, back=[1]),
    sessions=tuple(session(number, units=units(plan(), "not_done")) for number in range(28, 42)),
    plans=(plan(),),
)
NOT_RECORDING = replace(SILENT, not_recording_since=day(31))


def row(known, number=1):
    person = SimpleNamespace(
        id=UUID(int=number), full_name=f"Pat {number}", patient=SimpleNamespace(zone=LONDON, number=number)
    )
    return CaseloadRow(person, Standing(person.id, number, person.full_name, LONDON, day(TODAY), known))


def page(*known):
    looked = look([row(each, number) for number, each in enumerate(known, 1)], SIGNED_OFF)
    return caseload_page(looked, looked, {})


def test_groups_stand_in_order_of_need_and_not_recording_is_folded_with_its_count():
    shown = page(NOT_RECORDING, WELL, LOW, SILENT, facts(RISE))
    assert [(group.title, len(group.rows), group.is_folded) for group in shown.groups] == [
        ("Look at today", 1, False),
        ("Not heard from", 1, False),
        ("Next visit", 1, False),
        ("Nothing raised", 1, False),
        ("Not recording", 1, True),
    ]
    assert set(GROUP_TITLES) == set(Group)
    assert shown.heading == "1 patient to look at today"
    assert shown.about == (
        "0 with a warning sign, 1 for another reason, 1 not heard from, 1 for the next visit, 1 nothing raised, "
        "1 not recording."
    )


def test_many_with_nothing_raised_are_folded_below_others_and_never_alone():
    many = [WELL] * (FOLDED_OVER + 1)
    assert [group.is_folded for group in page(SILENT, *many).groups] == [False, True]
    assert [group.is_folded for group in page(SILENT, *many[1:]).groups] == [False, False]
    assert [group.is_folded for group in page(*many).groups] == [False]
    assert [group.is_folded for group in page(NOT_RECORDING).groups] == [False]


@pytest.mark.parametrize("rule", sorted(set(Rule) - {Rule.W1, Rule.W6}))
def test_every_rule_without_a_group_of_its_own_can_be_asked_for(rule):
    looked = SimpleNamespace(reasons=[SimpleNamespace(rule=rule)])
    assert sum(lets(looked) for words, lets in STATES.values() if words.startswith("Reason: ")) == 1


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 2, 12, 8, 10, tzinfo=UTC), "this morning at 8:10"),
        (datetime(2026, 2, 12, 12, 0, tzinfo=UTC), "this afternoon at 12:00"),
        (datetime(2026, 2, 12, 18, 5, tzinfo=UTC), "this evening at 18:05"),
        (datetime(2026, 2, 11, 16, 30, tzinfo=UTC), "yesterday at 16:30"),
        (datetime(2026, 1, 30, 9, 5, tzinfo=UTC), "on Friday 30 January at 9:05"),
    ],
)
def test_the_last_look_is_told_by_day_and_time(at, words):
    now = datetime(2026, 2, 12, 20, tzinfo=UTC)
    assert new_words([], ListLook(1, at), now, LONDON) == f"Nothing new since you looked {words}."
    assert new_words([], None, now, LONDON) == ""


def test_what_is_new_is_counted_as_it_is_marked():
    (each,) = look([row(facts(RISE))], SIGNED_OFF)
    both = replace(each, new=NewSince(frozenset({ReasonKey(Rule.W3, "leg"), ReasonKey(Rule.W4, "leg")})))
    now = datetime(2026, 2, 12, 9, tzinfo=UTC)
    assert new_words([both], ListLook(1, now - timedelta(hours=1)), now, LONDON).startswith("1 new since")
    assert [chip.is_new for chip in caseload_page([both], [both], {}).groups[0].rows[0].chips] == [True]


def test_a_sparkline_marks_the_days_that_hold_a_reason_and_not_those_before():
    leg = {day(number) for number in range(35, 42)}
    known = facts(RISE, not_well=not_well(38, 39, 40))
    marked = marked_by(raised(known, TODAY))
    assert marked == Marked(leg=frozenset(leg), other=frozenset(day(number) for number in (38, 39, 40)))
    course = course_of(known.episode, {each.day: each.figure for each in known.days}, day(TODAY))
    chart = sparkline(course, "Pat", name="p", marked=marked)
    classes = [dict(shape.attributes)["class"] for shape in chart.shapes]
    assert (classes.count("mk pl"), classes.count("mk pb"), classes.count("eo"), classes.count("ev")) == (7, 0, 3, 0)
    assert chart.description.endswith("7 days are marked because of a reason.")
    assert "marked" not in sparkline(course, "Pat", name="p").description


def test_a_mark_outside_the_28_days_is_not_drawn():
    course = course_of(WELL.episode, {each.day: each.figure for each in WELL.days}, day(TODAY))
    marked = Marked(back=frozenset({day(3)}), other=frozenset({day(TODAY - 28)}), signs=frozenset({day(TODAY)}))
    classes = [dict(each.attributes)["class"] for each in sparkline(course, "P", name="p", marked=marked).shapes]
    assert classes.count("ev") == 1
    assert not {"eo", "mk pb"} & set(classes)


def test_the_card_lists_exactly_the_versions_behind_a_reason_held_and_compared():
    reasons = raised(facts(RISE), TODAY)
    noon = datetime(2026, 2, 11, 12, tzinfo=UTC)
    newest = max(version for reason in reasons for version in reason.evidence if version.received == 141)
    received = {
        (version.entry_id, version.revision): Received(noon, opens=version != newest)
        for reason in reasons
        for version in reason.evidence
    }
    (told,) = reasons_card(reasons, received, Whose(day(TODAY), LONDON, _region()))
    listed = {entry.entry_id for each in (*told.held, *told.before) for entry in each.entries} - {None}
    assert listed == {each.entry_id for reason in reasons for each in reason.evidence} - {newest.entry_id}
    assert (told.held[0].day, told.held[0].value) == ("Yesterday", "Leg pain 6")
    assert [entry.words for entry in told.held[0].entries] == ["Received at 12:00"]
    assert told.held[1].entries[0].words == "Received yesterday at 12:00"
    assert [each.value for each in told.before] == ["Leg pain 3"] * 7


def test_two_rules_that_say_the_same_stand_once_on_the_card_and_others_each():
    rules = [each.rule for each in raised(facts(RISE), TODAY)]
    assert rules == ["W3", "W4"]
    known = facts(check_ins(28, leg=[*steady(3, 7), *steady(8, 7)]), not_well=not_well(38, 39, 40))
    told = reasons_card(raised(known, TODAY), {}, Whose(day(TODAY), LONDON, _region()))
    assert [each.anchor for each in told] == ["reason-w3-leg", "reason-w2-leg", "reason-w12"]


def test_an_entry_that_was_moved_away_is_told_without_a_link():
    (told,) = reasons_card(raised(facts(RISE), TODAY)[:1], {}, Whose(day(TODAY), LONDON, _region()))
    assert {(entry.words, entry.entry_id) for each in told.held for entry in each.entries} == {
        ("Moved to another record", None)
    }


def _region():
    return WELL.episode.operation.region
