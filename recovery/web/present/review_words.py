"""Reviews and outcomes in words, for staff and for the patient."""

from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.domain.expected_course import Site
from recovery.domain.operation import Region
from recovery.domain.outcomes import Outcome, SignOutcome
from recovery.domain.reviews import Reviewed, ReviewOutcome
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.warning_signs import asked_words
from recovery.web.present.dates import day_words, weekday
from recovery.web.present.operation_words import pain_names

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
REVIEW_NAMES = {
    ReviewOutcome.LOOKED: "Looked",
    ReviewOutcome.CALLED: "Called",
    ReviewOutcome.CALLED_NO_ANSWER: "Called, no answer",
    ReviewOutcome.CALL_PLANNED: "Plan the call",
    ReviewOutcome.SNOOZED: "Snooze",
    ReviewOutcome.EXPECTED: "Expected",
    ReviewOutcome.EXPECTED_ENDED: "No longer expected",
    ReviewOutcome.NOT_RECORDING: "Set “not recording”",
}
REVIEW_CHOICES = {outcome.value: (outcome, name) for outcome, name in REVIEW_NAMES.items()}
SITE_CHOICES = {site.value: (site, site.value.capitalize()) for site in Site}
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


def site_name(site: Site, region: Region) -> str:
    """Leg pain; arm pain after a cervical operation."""
    return f"{dict(zip(Site, pain_names(region), strict=True))[site]} pain"


def expected_words(site: Site, up_to: int | None, until: date, region: Region) -> str:
    """Expected: leg pain up to 6 until Tuesday 12 May."""
    return f"Expected: {site_name(site, region).lower()} up to {up_to} until {day_words(until)}"


def review_title(review: Reviewed, region: Region) -> str:
    decision, until = review.decision, review.decision.until_on
    if decision.outcome is ReviewOutcome.EXPECTED and decision.site and until:
        return expected_words(decision.site, decision.up_to, until, region)
    day = day_words(until) if until else ""
    site = site_name(decision.site, region).lower() if decision.site else ""
    return {
        ReviewOutcome.LOOKED: f"{review.by} looked",
        ReviewOutcome.CALLED: "Called, and they answered",
        ReviewOutcome.CALLED_NO_ANSWER: "Called, no answer",
        ReviewOutcome.CALL_PLANNED: f"Call planned for {day}",
        ReviewOutcome.SNOOZED: f"Snoozed until {day}",
        ReviewOutcome.EXPECTED_ENDED: f"No longer expected: {site}",
        ReviewOutcome.NOT_RECORDING: "Set to “not recording”",
    }[decision.outcome]


def outcome_title(outcome: Outcome) -> str:
    sign = asked_words(TickedSign(Tier.TODAY, outcome.sign, outcome.detail))
    return f"{TOLD_OUTCOMES[outcome.outcome]}: {sign[0].lower() + sign[1:] if not sign.startswith('I ') else sign}"
