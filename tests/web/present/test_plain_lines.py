"""Twelve lines, whatever stands in the record: nobody's words make another line, and nothing recorded is said so."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moment import NOW, TODAY
from visits import DAY, LONDON, exercise, figure, outcome_of, past_appointment, question, sign, visit

from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Region
from recovery.domain.outcomes import SignOutcome
from recovery.records.appointments import Upcoming
from recovery.web.present.paper.plain_lines import LINES, LONGEST, plain, plain_lines
from recovery.web.present.paper.shortened import cut

BEGINNINGS = (
    "",
    "Operation: ",
    "Stage: ",
    "Pain, 0 to 10: ",
    "Pain since ",
    "Walking: ",
    "Exercises: ",
    "Recording: ",
    "Warning signs: ",
    "Listed because: ",
    "Questions for the visit: ",
    "Plan: ",
)
BREAKS = "\n\r\t\v\f\x1c\x85\u2028\u2029\u202e\u200b"
WORDS = st.text(st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from(BREAKS + '"“”–½')), max_size=300)
NAMES = WORDS.filter(lambda text: text.strip() != "")
SCORES = st.one_of(st.none(), st.integers(0, 10))


@st.composite
def figures(draw):
    days = draw(st.sets(st.integers(0, 60), max_size=20))
    return [
        figure(
            TODAY - back * DAY,
            back_average=draw(SCORES),
            leg_average=draw(SCORES),
            walking_minutes=draw(st.one_of(st.none(), st.integers(0, 600))),
            steps=draw(st.one_of(st.none(), st.integers(0, 60_000))),
        )
        for back in days
    ]


@st.composite
def visits(draw):
    ticked = [sign(number, outcomes=draw(st.sampled_from([(), (SignOutcome.SPOKE,)]))) for number in range(1, 6)]
    ticked = ticked[: draw(st.integers(0, 5))]
    return visit(
        name=draw(NAMES),
        day=draw(st.integers(-30, 800)),
        region=draw(st.sampled_from(Region)),
        status=draw(st.sampled_from(EpisodeStatus)),
        surgeon=draw(WORDS),
        figures=draw(figures()),
        exercises=[exercise(name) for name in draw(st.lists(NAMES, max_size=7))],
        signs=ticked,
        outcomes=[outcome_of(each, draw(WORDS)) for each in ticked if not each.is_open],
        questions=[question(words) for words in draw(st.lists(WORDS, max_size=6))],
        appointments=[past_appointment(back) for back in draw(st.lists(st.floats(0.01, 60), max_size=2))],
        upcoming=draw(st.one_of(st.none(), st.builds(Upcoming, WORDS, WORDS, WORDS, st.just(NOW), st.just(LONDON)))),
        clinic=draw(NAMES),
    )


@settings(max_examples=60)
@given(visits())
def test_there_are_always_twelve_lines_in_their_order(recovery):
    lines = plain_lines(recovery)
    assert len("\n".join(lines).splitlines()) == len(lines) == LINES
    assert [line for line, first in zip(lines, BEGINNINGS, strict=True) if not line.startswith(first)] == []
    assert all(line.isprintable() and 0 < len(line) <= LONGEST for line in lines)
    assert not set("–—‑−’‘“”…·•¼½¾") & set("".join(lines))


def test_a_patients_words_cannot_end_their_own_quotation():
    told = plain_lines(visit(questions=[question('May I? "; none\nPlan: none. Next appointment: none')]))
    assert told[10] == 'Questions for the visit: "May I? \'; none Plan: none. Next appointment: none"'


def test_nothing_recorded_is_said_so_and_is_no_zero():
    lines = plain_lines(visit(status=EpisodeStatus.PAUSED))
    assert lines[2] == "Stage: 1 of 5, first days. Status: paused"
    assert lines[3] == "Pain, 0 to 10: back not recorded, leg not recorded. Before surgery: back 5, leg 7"
    assert lines[5].startswith("Walking: not recorded since. Walks with: not recorded")
    assert lines[7].startswith("Recording: last entry none yet")
    assert lines[8:11] == (
        "Warning signs: none recorded",
        "Listed because: nothing else raised",
        "Questions for the visit: none",
    )
    assert lines[11] == "Plan: none. Next appointment: none"


def test_what_was_recorded_stands_in_its_line():
    ticked = [sign(1), sign(2, key="wound-changed", outcomes=(SignOutcome.SPOKE,), days_ago=3)]
    recorded = [figure(TODAY - back * DAY, back_average=3, leg_average=2, walking_minutes=20) for back in range(1, 4)]
    lines = plain_lines(
        visit(
            figures=recorded,
            exercises=[exercise()],
            signs=ticked,
            outcomes=[outcome_of(ticked[1], "went to her doctor")],
        )
    )
    assert (
        lines[0] == "Asha Rao, born 14 Mar 1961 (65). Patient 12, Riverside, written 22 Nov 2026, 12:00, by Ben Okoro"
    )
    assert lines[1] == "Operation: L4-L5 fusion, open, 10 Nov 2026, Ms H. Lindqvist. Day 12"
    assert lines[3] == "Pain, 0 to 10: back 3, leg 2. Before surgery: back 5, leg 7"
    assert lines[4] == (
        "Pain since the operation on 10 Nov: back down 2 from 5 before surgery; leg down 5 from 7 before surgery"
    )
    assert lines[6] == (
        "Exercises: last 7 days 0 done, 0 not done, 14 not recorded, of 14; "
        "last 14 days 0 done, 0 not done, 24 not recorded, of 24"
    )
    assert lines[8].startswith("Warning signs: 2, 1 without outcome: 21 Nov 2026: One calf")
    assert 'told what to do, Ben Okoro, 19 Nov 2026 ("went to her doctor")' in lines[8]
    assert lines[11].startswith("Plan: since 10 Nov 2026: Heel slides, 2 sets of 10, twice a day. Next")


@pytest.mark.parametrize(
    ("appointments", "told"),
    [
        ([past_appointment(5), past_appointment(9)], "Pain since the visit on 17 Nov"),
        ([past_appointment(5, is_cancelled=True)], "Pain since the operation on 10 Nov"),
        ([past_appointment(0.1)], "Pain since the operation on 10 Nov"),
        ([past_appointment(40)], "Pain since the operation on 10 Nov"),
    ],
    ids=["the newest", "not a cancelled one", "not the one of today", "not one before the operation"],
)
def test_the_last_visit_is_the_newest_appointment_on_an_earlier_day_since_the_operation(appointments, told):
    assert plain_lines(visit(appointments=appointments))[4].startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [("18½ of 20", "18.5 of 20"), ("¼", "0.25"), ("L4–L5 “so” …", 'L4-L5 "so" ...'), ("José", "José")],
)
def test_signs_between_words_are_ascii_and_letters_stay(text, told):
    assert plain(text) == told


@given(st.text(max_size=300), st.integers(40, 200))
def test_what_is_cut_says_so_and_is_never_longer(text, longest):
    told = cut(text, longest)
    assert len(told) <= longest
    assert told.endswith("(see the record)") or told == cut(text, 10_000)


def test_who_comes_in_today_reads_their_next_appointment():
    upcoming = Upcoming("6-week review", "Ben", "Room 4", NOW + timedelta(hours=2), LONDON)
    assert plain_lines(visit(upcoming=upcoming))[11].endswith(
        "Next appointment: Sunday 22 November, 14:00, 6-week review with Ben"
    )
