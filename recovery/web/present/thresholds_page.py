"""The rules of the worklist as the clinic's lead reads them before a sign-off: each in words, with its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from recovery.domain.rule_counts import DAYS_COUNTED, RuleCounts
from recovery.domain.thresholds import ALWAYS_ON, Rule, Thresholds
from recovery.records.thresholds import SignedOff, numbers_of
from recovery.web.present.dates import moment_words

OURS = "Our own proposal"
RULES: dict[Rule, tuple[str, str, str]] = {
    Rule.W1: (
        "A warning sign",
        "A ticked warning sign of either kind, until a person writes down what came of it.",
        "GIRFT 2023, nhs.uk, nidirect; the clinic signs off the wording.",
    ),
    Rule.W2: (
        "High pain, or not bearable",
        "A high average of back or leg on days one after the other; or “not bearable”.",
        f"{OURS}. Most scores of 5 or more were called bearable (Thiel 2020, PLOS One 0232082).",
    ),
    Rule.W3: (
        "Pain up",
        "The average of back or leg up over the median of the 7 days with entries before (4 at least).",
        "A sustained rise of 2 is worse (Ostelo 2008, Copay 2008, not confirmed at the source; Suzuki 2020).",
    ),
    Rule.W4: ("Leg pain clearly up", "The same for the leg, further and sooner.", OURS),
    Rule.W6: (
        "Not heard from",
        "No entry, counted from the operation or from joining; twice the rhythm of check-ins if that is longer.",
        f"{OURS}. Reminders alone got 44 % answers, a person 76 % (PMC6545294).",
    ),
    Rule.W7: (
        "Exercises not done",
        "Of the units that were recorded, not of those that were not. Once for each version of the plan.",
        f"{OURS}. 70 % or more is enough (MiSpEx).",
    ),
    Rule.W8: ("Walking down", "Minutes or steps down against the median of the 7 days with entries before.", OURS),
    Rule.W9: (
        "Exercises hurt",
        "Pain in exercises past the mark and above the day’s own; or not settled by the next morning.",
        "Thomee 1997, Silbernagel 2007: from tendons, a guide.",
    ),
    Rule.W10: (
        "Leg pain not down",
        "Six weeks after the operation. Once.",
        "Better is down by 30 % or more (Ostelo 2008, not confirmed at the source).",
    ),
    Rule.W11: ("Asked for a call", "Until somebody called or looked.", "The patient asked."),
    Rule.W12: ("Not well", "“Not well today” on days running.", OURS),
}


@dataclass(frozen=True, slots=True)
class RuleWords:
    rule: Rule
    name: str
    says: str
    source: str
    is_always_on: bool
    count: str


@dataclass(frozen=True, slots=True)
class ThresholdsPage:
    """`standing` is the number of the version that stands, 0 for none; `history` newest first."""

    heading: str
    rules: tuple[RuleWords, ...]
    about_counts: str
    total: str
    standing: int
    has_newer: bool
    history: tuple[str, ...]


def thresholds_page(
    counts: RuleCounts, sign_offs: Sequence[SignedOff], shipped: Thresholds, zone: str
) -> ThresholdsPage:
    newest = sign_offs[0] if sign_offs else None
    stands = newest is not None and not newest.is_withdrawal
    tuned = sum(count for rule, count in counts.raised.items() if rule not in ALWAYS_ON)
    return ThresholdsPage(
        heading="The rules are signed off" if stands else "Only warning signs, calls and silence are listed",
        rules=tuple(_rule(rule, counts) for rule in Rule if rule in RULES),
        about_counts=(
            f"Counted over the last {DAYS_COUNTED} days, {_patients(counts.patients)} in active recovery, with the "
            "numbers on this page, every rule on, and as if nobody had closed anything."
        ),
        total=f"W2 to W12 without silence and calls: {tuned} together, {_a_month(tuned, counts.patients)}",
        standing=newest.number if newest and stands else 0,
        has_newer=newest is not None and newest.thresholds.version != shipped.version,
        history=tuple(_told(each, shipped, zone) for each in sign_offs),
    )


def _rule(rule: Rule, counts: RuleCounts) -> RuleWords:
    name, says, source = RULES[rule]
    raised = counts.raised[rule]
    times = "1 time" if raised == 1 else f"{raised} times"
    return RuleWords(rule, name, says, source, rule in ALWAYS_ON, f"{times} in {DAYS_COUNTED} days")


def _patients(count: int) -> str:
    return "1 patient" if count == 1 else f"{count} patients"


def _a_month(raised: int, patients: int) -> str:
    """A month is 30 days."""
    if not patients:
        return "of nobody yet"
    return f"{raised / patients * 30 / DAYS_COUNTED:.2f} for each patient and month"


def _told(sign_off: SignedOff, shipped: Thresholds, zone: str) -> str:
    if sign_off.is_withdrawal:
        when = moment_words(sign_off.at, zone)
        return f"Version {sign_off.number}: {sign_off.by} withdrew version {sign_off.number - 1} on {when}."
    rules = ", ".join(sorted((rule.value for rule in sign_off.thresholds.on), key=lambda each: int(each[1:])))
    signed = f"Version {sign_off.number}: signed off by {sign_off.by} on {moment_words(sign_off.at, zone)}"
    told = f"{signed}. On: {rules or 'none'}."
    own, theirs = numbers_of(shipped), numbers_of(sign_off.thresholds)
    other = [f"{name.replace('_', ' ')} {theirs[name]:g}" for name in own if own[name] != theirs.get(name, own[name])]
    changed = f" Other than the app’s own: {', '.join(other)}." if other else ""
    return f"{told}{changed}"
