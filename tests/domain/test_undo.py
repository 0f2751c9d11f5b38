"""For how long an entry can be undone as if it had never been sent; after that it can only be taken back."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, NotWell, has_ticked, undo_until
from recovery.domain.therapy import TherapySession
from recovery.domain.warning_answer import NONE_OF_THESE, TickedSign, Tier, WarningAnswer

DAY, SENT = date(2026, 11, 22), datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TICKED = WarningAnswer(is_answered=True, ticked=(TickedSign(Tier.TODAY, "calf-sore-swollen"),))
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def version(revision=1, *, after=timedelta(), content=None, recorded_by=""):
    content = content or CheckIn(DAY, back_pain_average=3)
    return Entry(UUID(int=1), revision, SENT + after, content, recorded_by, first_received_at=SENT)


@pytest.mark.parametrize("content", [CheckIn(DAY, note="x"), TherapySession(DAY, note="x"), NotWell(DAY)])
def test_ten_minutes_after_sending_it_can_still_be_undone_and_a_second_later_not(content):
    versions = [version(content=content)]
    until = SENT + 10 * MINUTE
    assert undo_until(versions, SENT) == until
    assert undo_until(versions, until) == until
    assert undo_until(versions, until + SECOND) is None


def test_a_correction_gives_no_new_ten_minutes():
    versions = [version(2, after=9 * MINUTE), version()]
    assert undo_until(versions, SENT + 10 * MINUTE) == SENT + 10 * MINUTE
    assert undo_until(versions, SENT + 11 * MINUTE) is None


@pytest.mark.parametrize("ticked_in", [1, 2])
def test_a_ticked_sign_in_any_version_cannot_be_undone(ticked_in):
    signed = CheckIn(DAY, back_pain_average=3, warning_signs=TICKED)
    versions = [version(each, content=signed if each == ticked_in else None) for each in (2, 1)]
    assert has_ticked(versions)
    assert undo_until(versions, SENT) is None


def test_none_of_these_is_no_sign():
    versions = [version(content=CheckIn(DAY, warning_signs=NONE_OF_THESE))]
    assert not has_ticked(versions)
    assert undo_until(versions, SENT)


@pytest.mark.parametrize("written_in", [1, 2])
def test_what_staff_wrote_down_in_any_version_cannot_be_undone(written_in):
    versions = [version(each, recorded_by="Ben Okoro" if each == written_in else "") for each in (2, 1)]
    assert undo_until(versions, SENT) is None


@given(st.integers(0, 3600), st.booleans(), st.booleans())
def test_it_can_be_undone_only_in_time_and_only_where_nobody_else_counts_on_it(seconds, is_signed, is_by_staff):
    content = CheckIn(DAY, note="x", warning_signs=TICKED) if is_signed else None
    versions = [version(content=content, recorded_by="Ben Okoro" if is_by_staff else "")]
    can = undo_until(versions, SENT + seconds * SECOND) is not None
    assert can is (seconds <= 600 and not is_signed and not is_by_staff)
