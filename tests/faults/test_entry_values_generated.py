"""Generated lives of entries as values: figures, sentences, ranges and questions never crash and never say too much."""

from datetime import timedelta
from uuid import UUID

import pytest
from entry_worlds import OPERATED_ON, START, STEPS, VALUES, ZONES, as_told, day_seen, naive_figures
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery.content.expected_course import shipped_course
from recovery.domain.calendar import day_in_zone, offset_minutes
from recovery.domain.check_in import JUMP, CheckIn, allowed_days, jumps
from recovery.domain.day_figures import day_figures
from recovery.domain.entries import Entry, check_ins_among, undo_until
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.expected_course import Site, usual_range
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.rhythm import next_due_on
from recovery.domain.week import week
from recovery.web.present.entry_words import Telling, entries_in_words
from recovery.web.present.week_words import week_sentences

PROCEDURES = st.sets(st.sampled_from(Procedure), min_size=1).map(frozenset)
OPERATIONS = st.builds(Operation, PROCEDURES, st.just(Approach.OPEN), st.sampled_from(Region), st.just(OPERATED_ON))
DOINGS = st.one_of(
    st.tuples(st.just("record"), VALUES, st.integers(0, 20)),
    st.tuples(st.just("correct"), VALUES, st.integers(0, 20)),
    st.tuples(st.just("take back"), st.integers(0, 9), st.none()),
    st.tuples(st.just("wait"), STEPS, st.none()),
    st.tuples(st.just("fly"), st.sampled_from(ZONES), st.none()),
)


class Diary:
    """Every version of every entry, as the app keeps them; `standing` are the newest of those that count."""

    def __init__(self, zone):
        self.zone, self.now, self.versions, self.gone = zone, START, [], set()

    @property
    def today(self):
        return day_in_zone(self.now, self.zone)

    @property
    def standing(self):
        newest = [versions[0] for place, versions in enumerate(self.versions) if place not in self.gone]
        return sorted(newest, key=lambda entry: (entry.recorded_on, entry.first_received_at))

    def do(self, what, value, more):
        assert self.today == day_seen(self.now, self.zone)
        if what == "wait":
            self.now += value
        elif what == "fly":
            self.zone = value
        elif what == "record":
            self.versions.append([self._entry(1, self.now, value, more)])
        elif self.versions and what == "take back":
            self.gone.add(value % len(self.versions))
        elif self.versions:
            versions = self.versions[more % len(self.versions)]
            versions.insert(0, self._entry(len(versions) + 1, versions[-1].received_at, value, more))

    def _entry(self, revision, first, values, back):
        day = self.today - timedelta(days=back)
        first_day, last_day = allowed_days(OPERATED_ON, self.now)
        assert first_day <= day <= last_day
        shown = (self.now + timedelta(minutes=offset_minutes(self.now, self.zone))).date()
        assert shown == self.today
        content = CheckIn(day, **values)
        return Entry(UUID(int=len(self.versions)), revision, self.now, content, first_received_at=first)


def assert_all_is_told(operation, zone, doings):
    diary = Diary(zone)
    for doing in doings:
        diary.do(*doing)
    check_ins = check_ins_among(tuple(diary.standing))
    figures = day_figures(check_ins)
    assert {day: as_told(figure) for day, figure in figures.items()} == naive_figures(list(check_ins))
    assert_sentences(week_sentences(week(figures, diary.today), ("Back", "Leg")), figures)
    assert_questions(diary, check_ins)
    assert_ranges(operation, figures)
    episode = Episode(UUID(int=1), UUID(int=2), operation, EpisodeStatus.ACTIVE)
    due = next_due_on(episode, figures, diary.today)
    assert due is None or due >= diary.today
    told = entries_in_words(diary.standing, Telling(diary.today, diary.zone, operation.region))
    assert [bool(each.changed) for each in told] == [each.revision > 1 for each in diary.standing]


def assert_sentences(sentences, figures):
    told = " ".join(sentences)
    assert "{" not in told
    assert "None" not in told
    for word, measure in (("walked", "walking_minutes"), ("back", "back_average"), ("leg", "leg_average")):
        is_known = any(getattr(figure, measure) is not None for figure in figures.values())
        assert is_known or word not in told.lower().split()


def assert_questions(diary, check_ins):
    for place, now in enumerate(check_ins):
        for jump in jumps(check_ins[:place], now):
            assert abs(jump.now - jump.before) >= JUMP
    for versions in diary.versions:
        until = undo_until(versions, diary.now)
        assert until is None or diary.now <= until == versions[-1].received_at + timedelta(minutes=10)


def assert_ranges(operation, figures):
    course = shipped_course().course
    for day in figures:
        number = operation.day_number(day)
        for site in Site:
            found = usual_range(course, operation, site, number, has_open_sign=False)
            assert (found is None) is (number < 3 or number > 364 or operation.region is not Region.LUMBAR)
            assert usual_range(course, operation, site, number, has_open_sign=True) is None


LIVES = (OPERATIONS, st.sampled_from(ZONES), st.lists(DOINGS, min_size=1, max_size=12))
ANY = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=300, **ANY)
@given(*LIVES)
def test_any_life_is_told_in_figures_sentences_and_ranges(operation, zone, doings):
    assert_all_is_told(operation, zone, doings)


@pytest.mark.long
@settings(max_examples=100_000, **ANY)
@given(*LIVES)
def test_a_hundred_thousand_lives_are_told_in_figures_sentences_and_ranges(operation, zone, doings):
    assert_all_is_told(operation, zone, doings)
