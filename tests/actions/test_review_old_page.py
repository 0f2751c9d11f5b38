"""A review from a page that was opened a while ago, or sent twice, does what that page stood for and no more."""

from dataclasses import replace
from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import func, select

from recovery.actions.close_warning import Decision as SignDecision
from recovery.actions.close_warning import close_warning
from recovery.actions.review_patient import NotTriedTwice, Page, review_patient
from recovery.domain.outcomes import SignOutcome
from recovery.domain.reviews import Decision, ReviewOutcome
from recovery.domain.rules.seen import seen_on_page
from recovery.domain.thresholds import Thresholds
from recovery.domain.warning_answer import TickedSign, Tier, WarningAnswer
from recovery.domain.worklist import Group, assess, group_of
from recovery.extensions import db
from recovery.records.audit import audit_number
from recovery.records.calls import Call
from recovery.records.facts import standing_of_one
from recovery.records.signs import signs_of

DAY = timedelta(days=1)
LOOKED, NO_ANSWER, NOT_RECORDING = (
    Decision(ReviewOutcome(each)) for each in ("looked", "called_no_answer", "not_recording")
)


@pytest.fixture
def asha(context, people):
    """Her last entry was 12 days ago. asha(now) is her page then, with its reasons, by `rules`."""
    make.check_in(people.asha, on=TODAY - 12 * DAY, back_pain_average=2)

    def page(now, rules=None):
        standing = standing_of_one(people.asha, now)
        reasons = assess(standing.facts, rules or Thresholds(), standing.today)
        return Page(people.asha_episode, now, seen_on_page(reasons, audit_number()), standing.today), reasons

    return page


@pytest.fixture
def ben(context, people):
    return make.actor(people.ben)


def test_an_old_page_closes_no_silence_that_began_after_it(asha, ben, people):
    old, reasons = asha(NOW)
    assert [each.rule for each in reasons] == ["W6"]
    make.check_in(people.asha, on=TODAY + DAY, now=NOW + DAY, back_pain_average=2)
    later = NOW + 10 * DAY
    assert [each.rule for each in asha(later)[1]] == ["W6"]
    review_patient(ben, old, LOOKED, later)
    assert [each.rule for each in asha(later)[1]] == ["W6"]


def test_one_call_pressed_twice_is_one_try(asha, ben):
    page, _reasons = asha(NOW)
    for seconds in (0, 1):
        review_patient(ben, page, NO_ANSWER, NOW + timedelta(seconds=seconds))
    assert db.session.scalar(select(func.count()).select_from(Call)) == 1
    with pytest.raises(NotTriedTwice):
        review_patient(ben, page, NOT_RECORDING, NOW + timedelta(minutes=1))
    review_patient(ben, page, NO_ANSWER, NOW + timedelta(hours=2))
    review_patient(ben, page, NOT_RECORDING, NOW + timedelta(hours=3))


def test_one_call_about_a_warning_sign_pressed_twice_is_one_try(asha, ben, people):
    answer = WarningAnswer(is_answered=True, ticked=(TickedSign(Tier.TODAY, "calf-sore-swollen"),))
    make.check_in(people.asha, on=TODAY - 11 * DAY, warning_signs=answer)
    signs = [sign.id for sign in signs_of([people.asha_episode])[people.asha_episode]]
    for minutes, tries in ((0, 1), (1, 1), (5, 2)):
        decided = SignDecision(SignOutcome.CALLED_NO_ANSWER, "")
        close_warning(ben, people.asha, signs, decided, NOW + timedelta(minutes=minutes))
        assert db.session.scalar(select(func.count()).select_from(Call)) == tries


def test_not_recording_stands_as_long_as_the_clinic_signed_off_also_for_90_days(asha, ben):
    page, _reasons = asha(NOW)
    for hours in (0, 1):
        review_patient(ben, page, NO_ANSWER, NOW + timedelta(hours=hours))
    review_patient(ben, page, NOT_RECORDING, NOW + timedelta(hours=2))
    rules = replace(Thresholds(), not_recording_days=90)
    groups = {days: group_of(asha(NOW + days * DAY, rules)[1]) for days in (41, 44, 89, 90)}
    folded = Group.NOT_RECORDING
    assert groups == {41: folded, 44: folded, 89: folded, 90: Group.NOT_HEARD_FROM}
