"""Ticked warning signs with what came of each, for paper: those without an outcome first, then the newest.

Days have their date: paper and a hospital record are read later.
"""

from dataclasses import dataclass

from recovery.domain.calendar import day_in_zone
from recovery.domain.facts import RecordedSign
from recovery.domain.outcomes import Outcome
from recovery.domain.warning_signs import asked_words
from recovery.web.present.dates import short_day_and_year
from recovery.web.present.paper.at_visit import AtVisit
from recovery.web.present.paper.shortened import cut
from recovery.web.present.review_words import TOLD_OUTCOMES
from recovery.web.present.worklist_words import TOLD

NO_OUTCOME = "no outcome yet"
NOTE = 60
"""Characters of a note: what came of a sign is never cut off by it."""


@dataclass(frozen=True, slots=True)
class SignLine:
    """`came` is what came of it, in words; `is_open` while nothing closed it."""

    words: str
    came: str
    is_open: bool

    @property
    def whole(self) -> str:
        return f"{self.words}: {self.came}"


def sign_lines(visit: AtVisit) -> tuple[SignLine, ...]:
    """Every sign of the patient, also of an operation before."""
    in_order = sorted(visit.facts.signs, key=lambda each: not each.is_open)
    return tuple(_line(each, visit) for each in in_order)


def _line(sign: RecordedSign, visit: AtVisit) -> SignLine:
    words = f"{short_day_and_year(sign.recorded_on)}: {asked_words(sign.sign)}, {TOLD[sign.sign.tier]}"
    if sign.taken_back_at:
        words += ", taken back by the patient"
    return SignLine(words, _came(sign, visit), sign.is_open)


def _came(sign: RecordedSign, visit: AtVisit) -> str:
    """Each outcome by whom and when; of an operation before only which."""
    told = [_outcome(each, visit.zone) for each in visit.history.outcomes if each.sign_id == sign.id]
    told = told or [TOLD_OUTCOMES[each] for each in sign.outcomes]
    return "; ".join([*told, *([NO_OUTCOME] if sign.is_open else [])])


def _outcome(outcome: Outcome, zone: str) -> str:
    on = short_day_and_year(day_in_zone(outcome.at, zone))
    note = f" (“{cut(outcome.note, NOTE)}”)" if outcome.note else ""
    return f"{TOLD_OUTCOMES[outcome.outcome]}, {outcome.by}, {on}{note}"
