"""A review closes or holds back exactly what was on its page, until the clinic receives something newer."""

from dataclasses import replace
from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY

from recovery.actions.change_episode import change_status
from recovery.actions.correct_entry import Correction, correct_entry
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.review_patient import DayOutOfReach, NotTriedTwice, Page, review_patient
from recovery.domain.access import Refused
from recovery.domain.check_in import CheckIn
from recovery.domain.episode import EpisodeStatus
from recovery.domain.expected_course import Site
from recovery.domain.facts import ExpectedLevel
from recovery.domain.reviews import Decision, ReviewOutcome
from recovery.domain.rules.seen import seen_on_page
from recovery.domain.thresholds import Thresholds
from recovery.domain.worklist import Group, assess, group_of
from recovery.extensions import db
from recovery.records.audit import audit_number
from recovery.records.facts import standing_of_one

DAY = timedelta(days=1)
RULES = replace(Thresholds().signed_off(), pain_up_days_leg=3, new_days_after_review=1)
"""Three days and one new day, so that a test needs no week of them."""
LEG_UP = (2, 2, 2, 2, 2, 2, 2, 6, 6, 6)
"""W3: the last three days are up by 4. The last is TODAY."""


def ago(days):
    return TODAY - days * DAY


@pytest.fixture
def asha(context, people):
    """Her leg is up. asha() is what the rules say of her."""
    entries = [
        make.check_in(people.asha, on=ago(len(LEG_UP) - 1 - place), leg_pain_average=score)
        for place, score in enumerate(LEG_UP)
    ]

    class Asha:
        newest = entries[-1]

        @staticmethod
        def standing(now=NOW):
            return standing_of_one(people.asha, now)

        def reasons(self, now=NOW):
            standing = self.standing(now)
            return assess(standing.facts, RULES, standing.today)

        def keys(self, now=NOW):
            return [f"{each.key.rule} {each.key.about}".strip() for each in self.reasons(now)]

        def page(self, now=NOW):
            seen = seen_on_page(self.reasons(now), audit_number())
            return Page(people.asha_episode, now, seen, self.standing(now).today)

        def record(self, leg, *, on=TODAY, now=NOW):
            return make.check_in(people.asha, on=on, now=now, leg_pain_average=leg)

    return Asha()


@pytest.fixture
def ben(context, people):
    return make.actor(people.ben)


def decide(outcome, **told):
    return Decision(ReviewOutcome(outcome), **told)


def test_the_rules_read_what_was_recorded(asha):
    (reason,) = asha.reasons()
    assert (reason.rule, reason.about, reason.by, [day.day for day in reason.held]) == (
        "W3",
        "leg",
        4,
        [ago(2), ago(1), ago(0)],
    )
    assert reason.held[-1].versions[0].entry_id == asha.newest


@pytest.mark.parametrize("outcome", ["looked", "called"])
def test_what_was_on_the_page_is_closed_and_newer_evidence_raises_it_anew(asha, ben, outcome):
    review_patient(ben, asha.page(), decide(outcome), NOW)
    assert asha.keys() == []
    asha.record(7, on=ago(1))
    assert asha.keys() == ["W3 leg"]


def test_what_the_clinic_received_after_the_page_was_opened_is_not_closed(asha, ben):
    page = asha.page()
    asha.record(6)
    review_patient(ben, page, decide("looked"), NOW)
    assert asha.keys() == ["W3 leg"]


def test_a_correction_is_newer_evidence_and_changes_the_reason(asha, ben, people):
    review_patient(ben, asha.page(), decide("looked"), NOW)
    actor = make.actor(people.asha)
    correct_entry(actor, Correction(asha.newest, 1, CheckIn(recorded_on=TODAY, leg_pain_average=9)), NOW)
    (reason,) = asha.reasons()
    assert (reason.now, reason.held[-1].versions[0].revision) == (9, 2)
    correct_entry(actor, Correction(asha.newest, 2, CheckIn(recorded_on=TODAY, leg_pain_average=2)), NOW)
    assert asha.keys() == []


def test_a_call_that_nobody_answered_closes_nothing(asha, ben):
    review_patient(ben, asha.page(), decide("called_no_answer"), NOW)
    assert asha.keys() == ["W3 leg"]
    assert asha.standing().facts.unanswered_calls == ()


@pytest.mark.parametrize("outcome", ["snoozed", "call_planned"])
def test_what_is_held_back_stands_again_on_its_day(asha, ben, outcome):
    review_patient(ben, asha.page(), decide(outcome, until_on=TODAY + 2 * DAY), NOW)
    assert asha.keys() == []
    asha.record(6, on=TODAY + DAY, now=NOW + DAY)
    assert asha.keys(NOW + DAY) == []
    assert asha.keys(NOW + 2 * DAY) == ["W3 leg"]


def test_a_snooze_never_holds_back_pain_that_is_2_higher(asha, ben):
    review_patient(ben, asha.page(), decide("snoozed", until_on=TODAY + 7 * DAY), NOW)
    asha.record(7, on=TODAY + DAY, now=NOW + DAY)
    assert asha.keys(NOW + DAY) == []
    asha.record(8, on=TODAY + 2 * DAY, now=NOW + 2 * DAY)
    assert asha.keys(NOW + 2 * DAY) == ["W3 leg"]


def test_a_planned_call_is_told_until_something_else_is_decided(asha, ben):
    review_patient(ben, asha.page(), decide("call_planned", until_on=TODAY + 2 * DAY), NOW)
    assert asha.standing().planned_on == TODAY + 2 * DAY
    review_patient(ben, asha.page(), decide("called"), NOW + timedelta(minutes=1))
    assert asha.standing().planned_on is None


def test_an_expected_level_holds_back_what_does_not_pass_it_until_its_day_is_over(asha, ben):
    expected = decide("expected", site=Site.LEG, up_to=6, until_on=TODAY + 2 * DAY)
    review_patient(ben, asha.page(), expected, NOW)
    assert asha.standing().facts.expected == (ExpectedLevel(Site.LEG, 6, TODAY + 2 * DAY),)
    for days in (1, 2):
        asha.record(6, on=TODAY + days * DAY, now=NOW + days * DAY)
        assert asha.keys(NOW + days * DAY) == []
    asha.record(6, on=TODAY + 3 * DAY, now=NOW + 3 * DAY)
    assert asha.keys(NOW + 3 * DAY) == ["W3 leg"]


def test_what_is_no_longer_expected_is_listed_again_and_the_newest_level_counts(asha, ben):
    for score in (8, 5):
        level = decide("expected", site=Site.LEG, up_to=score, until_on=TODAY + 9 * DAY)
        review_patient(ben, asha.page(), level, NOW + (10 - score) * timedelta(minutes=1))
    assert [each.up_to for each in asha.standing().facts.expected] == [5]
    review_patient(ben, asha.page(), decide("expected_ended", site=Site.LEG), NOW + timedelta(hours=1))
    assert asha.standing().facts.expected == ()


def test_not_recording_needs_two_tries_since_the_last_entry_and_then_stands_apart_for_30_days(asha, ben, people):
    later = NOW + 20 * DAY
    review_patient(ben, asha.page(), decide("looked"), NOW)
    for tries in range(2):
        with pytest.raises(NotTriedTwice):
            review_patient(ben, asha.page(later), decide("not_recording"), later)
        review_patient(ben, asha.page(later), decide("called_no_answer"), later + tries * timedelta(minutes=5))
    review_patient(ben, asha.page(later), decide("not_recording"), later + timedelta(hours=1))
    groups = {days: group_of(asha.reasons(later + days * DAY)) for days in (0, 29, 30)}
    assert groups == {0: Group.NOT_RECORDING, 29: Group.NOT_RECORDING, 30: Group.NOT_HEARD_FROM}
    asha.record(3, on=TODAY + 20 * DAY, now=later + timedelta(hours=2))
    assert group_of(asha.reasons(later)) is Group.NOTHING_RAISED
    assert asha.standing(later).facts.unanswered_calls == ()


@pytest.mark.parametrize(
    ("outcome", "days", "is_fine"),
    [
        ("snoozed", 0, False),
        ("snoozed", 91, True),
        ("snoozed", 92, False),
        ("call_planned", -1, False),
        ("call_planned", 0, True),
        ("call_planned", 91, True),
        ("call_planned", 92, False),
    ],
)
def test_a_day_in_the_past_or_too_far_ahead_is_refused(asha, ben, outcome, days, is_fine):
    decision, page = decide(outcome, until_on=TODAY + days * DAY), asha.page()
    if is_fine:
        review_patient(ben, page, decision, NOW)
    else:
        with pytest.raises(DayOutOfReach):
            review_patient(ben, page, decision, NOW)


def test_only_a_physiotherapist_with_a_care_link_reviews(asha, people):
    page = asha.page()
    with pytest.raises(NoSuchPatient):
        review_patient(make.actor(people.cleo), page, decide("looked"), NOW)
    for other in (people.asha, people.lena):
        with pytest.raises(Refused):
            review_patient(make.actor(other), page, decide("looked"), NOW)
    db.session.rollback()
    assert asha.keys() == ["W3 leg"]


@pytest.mark.parametrize(
    "told",
    [
        {"outcome": ReviewOutcome.SNOOZED},
        {"outcome": ReviewOutcome.LOOKED, "until_on": TODAY},
        {"outcome": ReviewOutcome.EXPECTED, "site": Site.LEG, "until_on": TODAY},
        {"outcome": ReviewOutcome.EXPECTED, "up_to": 6, "until_on": TODAY},
        {"outcome": ReviewOutcome.EXPECTED, "site": Site.LEG, "up_to": 11, "until_on": TODAY},
        {"outcome": ReviewOutcome.LOOKED, "site": Site.LEG},
    ],
)
def test_a_decision_that_makes_no_sense_cannot_be(told):
    with pytest.raises(ValueError, match=r".+"):
        Decision(**told)


def test_a_snooze_and_an_expected_level_end_with_the_recovery_and_do_not_begin_again_with_it(asha, ben, people):
    review_patient(ben, asha.page(), decide("snoozed", until_on=TODAY + 60 * DAY), NOW)
    review_patient(ben, asha.page(), decide("expected", site=Site.LEG, up_to=9, until_on=TODAY + 60 * DAY), NOW)
    assert asha.keys() == []
    change_status(ben, people.asha, EpisodeStatus.DISCHARGED, TODAY, "Gone home", NOW)
    change_status(ben, people.asha, EpisodeStatus.ACTIVE, TODAY + DAY, "Back again", NOW + DAY)
    assert asha.standing(NOW + DAY).facts.expected == ()
    assert all(each.snoozed_until is None for each in asha.standing(NOW + DAY).facts.reviews)
