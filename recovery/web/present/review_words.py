"""Reviews and outcomes in words, for staff and for the patient."""

from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.domain.outcomes import Outcome, Reviewed, SignOutcome
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.warning_signs import asked_words
from recovery.web.present.dates import day_words, weekday

OUTCOME_NAMES = {
    SignOutcome.SPOKE: "Spoke; told them what to do",
    SignOutcome.SENT_TO_EMERGENCY: "Sent to emergency",
    SignOutcome.NO_CHANGE: "Spoke or looked; no change (say why)",
    SignOutcome.CALLED_NO_ANSWER: "Called, no answer: it stays listed",
}
OUTCOME_CHOICES = {outcome.value: (outcome, name) for outcome, name in OUTCOME_NAMES.items()}
TOLD_OUTCOMES = {
    SignOutcome.SPOKE: "Spoke; told what to do",
    SignOutcome.SENT_TO_EMERGENCY: "Sent to emergency",
    SignOutcome.NO_CHANGE: "Spoke or looked; no change",
    SignOutcome.CALLED_NO_ANSWER: "Called, no answer",
}
CALL_CHOICES = {"answered": (True, "Called, and they answered"), "no-answer": (False, "Called, no answer")}
A_WEEK = 7
WORDS = words("today")


@dataclass(frozen=True, slots=True)
class LookedWords:
    """For the patient: who looked at their entries and when; `note` is meant for them, or ""."""

    sentence: str
    note: str


def looked_words(review: Reviewed | None, today: date, zone: str) -> LookedWords | None:
    """Ben Okoro looked at your entries on Tuesday."""
    if review is None:
        return None
    on = day_in_zone(review.at, zone)
    days = (today - on).days
    looked = {0: WORDS.looked_today, 1: WORDS.looked_yesterday}.get(days, WORDS.looked_on)
    day = day_words(on) if days >= A_WEEK else weekday(on)
    return LookedWords(looked.format(name=review.by, day=day), review.note_for_patient)


def outcome_title(outcome: Outcome) -> str:
    sign = asked_words(TickedSign(Tier.TODAY, outcome.sign, outcome.detail))
    return f"{TOLD_OUTCOMES[outcome.outcome]}: {sign[0].lower() + sign[1:] if not sign.startswith('I ') else sign}"
