"""The demo's made-up clinic: whole, the same again from a seed, and with everything a physiotherapist would look at."""

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from recovery.content.demo_clinic import patients, staff
from recovery.content.demo_story import Twist
from recovery.domain.adherence import WEEK, adherence_over
from recovery.domain.calendar import day_in_zone
from recovery.domain.check_in import CheckIn
from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Procedure, Region
from recovery.domain.pathway import pathway_of
from recovery.domain.stage import Stage
from recovery.domain.therapy import TherapySession
from recovery.domain.warning_answer import Tier

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
COUNT = 40


@pytest.fixture(scope="module")
def everybody():
    return list(patients(7, COUNT, NOW))


def today(patient):
    return day_in_zone(NOW, patient.story.zone)


def check_ins(patient):
    return [entry.content for entry in patient.entries if isinstance(entry.content, CheckIn)]


def with_twist(everybody, twist):
    return [each for each in everybody if each.story.twist is twist]


def test_the_same_seed_makes_the_same_clinic_and_another_seed_other_people(everybody):
    assert list(patients(7, COUNT, NOW)) == everybody
    others = list(patients(8, COUNT, NOW))
    assert [each.person.given_name for each in others] != [each.person.given_name for each in everybody]
    assert staff(7) == staff(7)


def test_the_told_accounts_are_who_they_are_said_to_be(everybody):
    told = {each.person.email.split("@")[0]: each for each in everybody if each.story.is_named}
    assert set(told) == {"fusion", "discectomy", "laminectomy"}
    days = {name: each.operation.day_number(today(each)) for name, each in told.items()}
    assert days == {"fusion": 12, "discectomy": 40, "laminectomy": 3}
    approaches = {name: each.operation.approach.value for name, each in told.items()}
    assert approaches == {"fusion": "minimally_invasive", "discectomy": "open", "laminectomy": "open"}
    assert not told["laminectomy"].entries
    assert {each.physiotherapist for each in told.values()} == {"physio@demo.example"}


def test_names_numbers_and_addresses_are_each_somebodys_own(everybody):
    for values in (
        [each.number for each in everybody],
        [each.person.email for each in everybody],
        [(each.person.given_name, each.person.family_name) for each in everybody],
    ):
        assert len(set(values)) == COUNT
    assert len({each.email for each in staff(7)}) == 3


def test_every_procedure_stage_region_and_status_is_among_them(everybody):
    assert {name for each in everybody for name in each.operation.procedures} == set(Procedure)
    assert {each.operation.region for each in everybody} == set(Region)
    statuses = {each.story.status for each in everybody}
    assert statuses >= {EpisodeStatus.ACTIVE, EpisodeStatus.PAUSED, EpisodeStatus.IN_HOSPITAL, EpisodeStatus.DISCHARGED}
    stages = {pathway_of(each.operation).stage_on(each.operation.day_number(today(each))) for each in everybody}
    assert stages >= set(Stage)


def test_nothing_was_recorded_later_than_now_or_outside_the_allowed_days(everybody):
    for patient in everybody:
        for entry in patient.entries:
            assert entry.at <= NOW
            assert entry.content.recorded_on <= today(patient)
            assert entry.content.recorded_on >= patient.operation.operated_on - timedelta(days=90)


def test_warning_signs_of_both_tiers_were_ticked_lately(everybody):
    tiers = Counter(
        sign.tier
        for patient in everybody
        for content in check_ins(patient)
        if (today(patient) - content.recorded_on).days < WEEK
        for sign in content.warning_signs.ticked
    )
    assert set(tiers) == {Tier.EMERGENCY, Tier.TODAY}


def test_some_are_silent_and_some_dropped_out(everybody):
    for twist, days in ((Twist.SILENT, 9), (Twist.DROPPED_OUT, 41)):
        for patient in with_twist(everybody, twist):
            newest = max(entry.content.recorded_on for entry in patient.entries)
            assert (today(patient) - newest).days >= days


def test_a_perfect_week_is_perfect_in_units(everybody):
    (patient,) = with_twist(everybody, Twist.PERFECT)
    sessions = [entry.content for entry in patient.entries if isinstance(entry.content, TherapySession)]
    week = adherence_over(WEEK, today(patient), patient.plans, sessions, frozenset())
    assert week.planned
    assert (week.done, week.not_done, week.not_recorded) == (week.planned, 0, 0)


def test_gaps_are_gaps_and_a_day_may_have_two_check_ins(everybody):
    for patient in with_twist(everybody, Twist.GAPS):
        back = Counter((today(patient) - content.recorded_on).days for content in check_ins(patient))
        assert not [days for days in (5, 6, 7, 8) if back[days]]
        assert back[2] == 2


def test_one_patient_is_in_nobodys_care_and_both_physiotherapists_have_some(everybody):
    cared = Counter(each.physiotherapist for each in everybody)
    assert cared[""] == 1
    assert set(cared) == {"", "physio@demo.example", "physio2@demo.example"}
    assert cared["physio@demo.example"] > cared["physio2@demo.example"] > 0


def test_appointments_are_ahead_on_weekdays_in_working_hours(everybody):
    ahead = [each.appointment for each in everybody if each.appointment]
    assert ahead
    for each in ahead:
        assert each.starts_at > NOW
        assert each.starts_at.weekday() < 5
        assert 9 <= each.starts_at.hour < 16


def test_what_matters_is_scored_before_surgery_and_about_monthly(everybody):
    scored = [each for each in everybody if each.asks.activities]
    assert len(scored) > 4
    assert max(len(each.asks.activities) for each in scored) == 3
    for patient in scored:
        ids = {each.activity.id for each in patient.asks.activities}
        days = [content.recorded_on for content in check_ins(patient) if content.activities]
        assert days == sorted(set(days))
        assert days[0] < patient.operation.operated_on
        assert all(later - earlier >= timedelta(days=30) for earlier, later in itertools.pairwise(days))
        assert {score.activity_id for content in check_ins(patient) for score in content.activities} == ids


def test_one_call_is_asked_for_and_questions_are_open_and_talked_about(everybody):
    (asking,) = [each for each in everybody if each.asks.call]
    assert asking.asks.call.asked_at < NOW
    assert (asking.story.is_named, asking.physiotherapist) == (False, "physio@demo.example")
    questions = [question for each in everybody for question in each.asks.questions]
    assert {bool(each.sign) for each in questions} == {bool(each.answered_at) for each in questions} == {True, False}
