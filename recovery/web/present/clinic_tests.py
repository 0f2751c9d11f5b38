"""What a patient did in a timed test at the clinic, in plain words. The physiotherapist's note is not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.timed_tests import RecordedTest, TimedTest
from recovery.web.present.dates import day_from
from recovery.web.present.numbers import counted
from recovery.web.present.received import received_words

WORDS = words("progress")
_TOLD = {TimedTest.UP_AND_GO: (WORDS.up_and_go, "second"), TimedTest.CHAIR_STAND: (WORDS.chair_stand, "time")}


@dataclass(frozen=True, slots=True)
class ClinicTest:
    """`changed` and `taken_back` say when, or are ""."""

    day: str
    words: str
    changed: str
    taken_back: str


def clinic_tests(tests: Sequence[RecordedTest], today: date, zone: str) -> tuple[ClinicTest, ...]:
    """Newest day first."""
    return tuple(_told(each, today, zone) for each in reversed(tests))


def _told(test: RecordedTest, today: date, zone: str) -> ClinicTest:
    newest, result = test.newest, test.result
    sentence, noun = _TOLD[result.test]
    when = received_words(newest.at, result.done_on, zone)
    return ClinicTest(
        day=day_from(today, result.done_on),
        words=sentence.format(amount=counted(result.value, noun)),
        changed=when if newest.revision > 1 and not newest.is_taken_back else "",
        taken_back=when if newest.is_taken_back else "",
    )
