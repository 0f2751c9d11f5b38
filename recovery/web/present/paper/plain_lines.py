"""Twelve plain lines for the hospital record, always twelve and always in this order: who, operation, stage, pain,
since when, walking, exercises, recording, warning signs, reasons, questions, plan.

Other systems keep plain text only, so the signs between words are ASCII (letters stay as they are written), and what a
patient wrote stands between quotation marks that it cannot end.
"""

import re
from collections.abc import Sequence

from recovery.domain.calendar import day_in_zone
from recovery.domain.therapy import plan_in_force
from recovery.domain.worklist import Silent
from recovery.web.present.dates import age_on, clock_words, short_day_and_year
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.exercise_words import prescription_words
from recovery.web.present.operation_words import operation_name, walking_aid_name
from recovery.web.present.paper.at_visit import AtVisit
from recovery.web.present.paper.shortened import cut, first_of
from recovery.web.present.paper.sign_lines import sign_lines
from recovery.web.present.recovery_facts import adherence_facts, pain_before_fact
from recovery.web.present.rhythm_for_staff import rhythm_fact
from recovery.web.present.since_review import MISSING, Stat, since_words
from recovery.web.present.stage_for_staff import stage_fact
from recovery.web.present.timed_tests_page import timed_lines
from recovery.web.present.visit_cards import visit_cards
from recovery.web.present.worklist_words import STATUS_CHOICES, chips, silence_words

LINES = 12
LONGEST = 900
"""Characters of a line at most; most have about a hundred."""
MOST, EACH, EACH_SIGN = 4, 130, 260
"""Items of a list in a line, and characters of each."""

_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "·": "-", "•": "-"}
)
_QUARTERS = {"¼": ".25", "½": ".5", "¾": ".75"}


def plain_lines(visit: AtVisit) -> tuple[str, ...]:
    pain, moving = _measures(visit)
    told = (
        _who(visit),
        f"Operation: {_operation(visit)}",
        f"Stage: {stage_fact(visit.episode, visit.today)}. Status: {STATUS_CHOICES[visit.episode.status].lower()}",
        f"Pain, 0 to 10: {_numbers(pain)}. Before surgery: {pain_before_fact(visit.episode).lower()}",
        f"Pain {_since(visit)}: {_changes(pain)}",
        f"Walking: {_moving(moving)}. Walks with: {_aid(visit)}{_timed(visit)}",
        f"Exercises: {_exercises(visit)}",
        _recording(visit),
        _signs(visit),
        _reasons(visit),
        _questions(visit),
        _plan(visit),
    )
    return tuple(plain(each) for each in told)


def plain(text: str) -> str:
    """One line of at most LONGEST characters, with the signs between words in ASCII: 1½ is 1.5."""
    ascii_signs = re.sub(r"(\d*)([¼½¾])", lambda found: (found[1] or "0") + _QUARTERS[found[2]], text)
    return cut(ascii_signs.translate(_PLAIN), LONGEST).translate(_PLAIN)


def quoted(words: str) -> str:
    return f'"{cut(words, EACH).translate(_PLAIN).replace(chr(34), chr(39))}"'


def _who(visit: AtVisit) -> str:
    written = visit.written
    day, time = day_in_zone(written.at, written.zone), clock_words(written.at, written.zone)
    born = f"born {short_day_and_year(visit.born_on)} ({age_on(visit.born_on, visit.today)})"
    when = f"written {short_day_and_year(day)}, {time}, by {written.by}"
    return f"{cut(visit.name, EACH)}, {born}. Patient {visit.number}, {written.clinic}, {when}"


def _operation(visit: AtVisit) -> str:
    operation = visit.episode.operation
    told = f"{operation_name(operation)}, {short_day_and_year(operation.operated_on)}"
    surgeon = f", {operation.surgeon}" if operation.surgeon else ""
    return f"{told}{surgeon}. {day_for_staff(visit.episode, visit.today)}"


def _measures(visit: AtVisit) -> tuple[list[Stat], list[Stat]]:
    """As on the summary: both sites of pain, then walking and steps."""
    told = visit.since_card.stats
    pain = [each for each in told if each.name.endswith(" pain")]
    return pain, [each for each in told if each.name in {"Walking", "Steps"}]


def _numbers(stats: Sequence[Stat]) -> str:
    return ", ".join(f"{each.name.removesuffix(' pain').lower()} {_number(each)}" for each in stats)


def _number(stat: Stat) -> str:
    return "not recorded" if stat.number == MISSING else stat.number


def _changes(stats: Sequence[Stat]) -> str:
    return "; ".join(f"{each.name.removesuffix(' pain').lower()} {each.line}" for each in stats)


def _since(visit: AtVisit) -> str:
    return since_words(visit.since.beginning, visit.today)


def _moving(stats: Sequence[Stat]) -> str:
    """20 min a day (up 5 from 15); steps 2400 a day (about the same, was 2300)."""
    told = (each.line if each.number == MISSING else f"{each.number} a day ({each.line})" for each in stats)
    return "; ".join(
        f"{'steps ' if each.name == 'Steps' else ''}{words}" for each, words in zip(stats, told, strict=True)
    )


def _aid(visit: AtVisit) -> str:
    aid = visit.record.walking_aid
    return walking_aid_name(aid).lower() if aid else "not recorded"


def _timed(visit: AtVisit) -> str:
    """. Timed up and go: 14 s, 12 Apr; "" without a result."""
    return "".join(f". {each.name}: {each.newest}" for each in timed_lines(visit.history.timed_tests, visit.today))


def _exercises(visit: AtVisit) -> str:
    return "; ".join(f"{name.lower()} {words}" for name, words in adherence_facts(visit.record, visit.today))


def _recording(visit: AtVisit) -> str:
    last = visit.facts.last_entry_on
    silent = [silence_words(each).lower() for each in visit.reasons if isinstance(each, Silent)]
    told = [f"last entry {short_day_and_year(last) if last else 'none yet'}", *silent]
    return f"Recording: {', '.join(told)}. Check-ins due: {rhythm_fact(visit.episode, visit.today).lower()}"


def _signs(visit: AtVisit) -> str:
    told = sign_lines(visit)
    if not told:
        return "Warning signs: none recorded"
    still_open, whole = sum(each.is_open for each in told), [each.whole for each in told]
    return f"Warning signs: {len(told)}, {still_open} without outcome: {'; '.join(first_of(whole, MOST, EACH_SIGN))}"


def _reasons(visit: AtVisit) -> str:
    told = [each.words for each in chips(visit.reasons_but_signs, visit.whose)]
    return f"Listed because: {_listed(told)}" if told else "Listed because: nothing else raised"


def _questions(visit: AtVisit) -> str:
    asked = visit_cards(visit.history, visit.record.scored, visit.today, visit.zone).questions
    return f"Questions for the visit: {_listed([quoted(each.words) for each in asked]) if asked else 'none'}"


def _plan(visit: AtVisit) -> str:
    plan = plan_in_force(visit.record.plans, visit.today)
    told = [f"{each.name}, {prescription_words(each)}" for each in plan.prescriptions] if plan else []
    exercises = f"since {short_day_and_year(plan.from_on)}: {_listed(told)}" if plan and told else "none"
    coming = visit.next_appointment
    return f"Plan: {exercises}. Next appointment: {f'{coming.when}, {coming.title}' if coming else 'none'}"


def _listed(told: Sequence[str]) -> str:
    return "; ".join(first_of(told, MOST, EACH))
