"""What the newest check-in says: the last that was sent, also after an earlier one of that day was corrected."""

from datetime import timedelta

import cast
import make
import pytest

from recovery.actions.correct_entry import Correction, correct_entry
from recovery.domain.check_in import CheckIn
from recovery.domain.mobility import WalkingAid
from recovery.records.check_ins import last_walking_aid

pytestmark = pytest.mark.usefixtures("context")


def test_correcting_the_morning_does_not_change_what_helps_walking_in_the_evening(people):
    morning = make.check_in(people.asha, walking_aid=WalkingAid.FRAME)
    make.check_in(people.asha, now=cast.NOW + timedelta(hours=6), walking_aid=WalkingAid.NONE)
    corrected = CheckIn(cast.TODAY, walking_aid=WalkingAid.FRAME, note="Slept well")
    at = cast.NOW + timedelta(hours=7)
    correct_entry(make.actor(people.asha), Correction(morning, 1, corrected), at)
    assert last_walking_aid(people.asha_episode) is WalkingAid.NONE
