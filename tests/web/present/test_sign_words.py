"""A ticked sign in the staff's words: when it was ticked, what the app said, and when the patient took it back."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from moment import NOW, TODAY

from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import RecordedSign
from recovery.web.present.worklist_words import sign_words

HOUR = timedelta(hours=1)


def told(recorded_on=TODAY, taken_back_at=None, today=TODAY):
    sign = TickedSign(Tier.TODAY, "calf-sore-swollen")
    recorded = RecordedSign(1, UUID(int=1), 1, sign, NOW, recorded_on, taken_back_at=taken_back_at)
    return sign_words(recorded, today, "Europe/London")


def test_it_says_when_it_was_ticked_and_what_the_app_said():
    assert told().startswith("Warning sign: one calf or thigh")
    assert told().endswith(". Today, recorded at 12:00, told to call the team")


@pytest.mark.parametrize(
    ("after", "today", "when"),
    [
        (2 * HOUR, TODAY, "today 14:00"),
        (24 * HOUR, TODAY + timedelta(days=1), "today 12:00"),
        (2 * HOUR, TODAY + timedelta(days=1), "yesterday 14:00"),
    ],
)
def test_taken_back_it_stays_and_says_when(after, today, when):
    assert told(taken_back_at=NOW + after, today=today).endswith(
        f"told to call the team, taken back by the patient {when}"
    )


def test_the_day_it_is_about_is_told_apart_from_when_it_was_ticked():
    assert "Thursday 19 November, recorded on Sunday 22 November at 12:00" in told(date(2026, 11, 19))
