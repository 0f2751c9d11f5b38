"""Who looked at a patient's record, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.access import Role
from recovery.domain.calendar import day_in_zone
from recovery.records.caring import Carer
from recovery.records.looks import LIST_EXPORT, Look
from recovery.web.present.dates import clock_words, day_from
from recovery.web.present.doing_words import doing_words
from recovery.web.present.listed import listed

WORDS = words("account")
ROLES = {
    Role.PATIENT: WORDS.role_patient,
    Role.PHYSIOTHERAPIST: WORDS.role_physiotherapist,
    Role.LEAD: WORDS.role_lead,
}


@dataclass(frozen=True, slots=True)
class LookLine:
    day: str
    at: str
    who: str
    role: str
    what: str


def look_lines(doings: Iterable[Look], lists: Iterable[Look], zone: str, today: date) -> tuple[LookLine, ...]:
    """Each doing by itself, and each list that was exported; other lists as one line for each person and day. `zone`
    and `today` are the patient's own.
    """
    lists = tuple(lists)
    shown = (each for each in lists if each.action != LIST_EXPORT)
    exported = (each for each in lists if each.action == LIST_EXPORT)
    told = [(each, doing_words(each.action)) for each in (*doings, *exported)]
    told += [(latest, _lists_words(count)) for latest, count in _by_day_and_person(shown, zone)]
    newest_first = sorted(told, key=lambda pair: pair[0].at, reverse=True)
    return tuple(_line(look, what, zone, today) for look, what in newest_first)


def who_can_look(carers: Sequence[Carer], now: datetime) -> str:
    """Everybody who can open the record now."""
    running = (each for each in carers if not each.is_disabled and (each.until is None or each.until > now))
    names = list(dict.fromkeys(each.name for each in running))
    if not names:
        return WORDS.nobody_can_look
    can_look = WORDS.one_can_look if len(names) == 1 else WORDS.some_can_look
    return can_look.format(names=listed(names))


def _by_day_and_person(lists: Iterable[Look], zone: str) -> Iterable[tuple[Look, int]]:
    together: dict[tuple[date, UUID | None], list[Look]] = {}
    for look in lists:
        together.setdefault((day_in_zone(look.at, zone), look.actor_id), []).append(look)
    return ((max(looks, key=lambda look: look.at), len(looks)) for looks in together.values())


def _lists_words(count: int) -> str:
    return WORDS.did_lists if count == 1 else WORDS.lists_times.format(lists=WORDS.did_lists, count=count)


def _line(look: Look, what: str, zone: str, today: date) -> LookLine:
    return LookLine(
        day=day_from(today, day_in_zone(look.at, zone)),
        at=clock_words(look.at, zone),
        who=look.name or WORDS.somebody_who_runs_app,
        role=ROLES[look.role] if look.role else "",
        what=what,
    )
