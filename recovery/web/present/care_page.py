"""Who cares for a patient, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from recovery.domain.access import Actor
from recovery.domain.calendar import day_in_zone
from recovery.records.care import Absence
from recovery.records.caring import Carer, DeclinedOffer, OpenOffer
from recovery.web.present.dates import clock_words, short_day_and_year, with_year_if_other

NO_COVER = "nobody. Your patients stand on the clinic lead’s list"
NOBODY_FOUND = "No patient of this clinic has this name and date of birth. Check them with the caller"
TOO_MANY_TRIES = "There were too many names that we do not know. Wait an hour, or ask the clinic lead"
EMERGENCY_OPENED = "The record is open to you for an hour. It is written down that you opened it, and why."
TOLD_FOR = timedelta(days=7)
"""How long the giver of a hand-over is told that it was declined."""
OVERLAPS = "You have arranged to be away on some of these days already. Cancel that first"
BACKWARDS = "The last day cannot be before the first"


@dataclass(frozen=True, slots=True)
class OfferWords:
    id: UUID
    patient_id: UUID
    name: str
    about: str
    note: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class CarePage:
    """`now` and `earlier` are (name, when) pairs; `is_own` whether the reader has a link of their own."""

    now: tuple[tuple[str, str], ...]
    earlier: tuple[tuple[str, str], ...]
    offers: tuple[OfferWords, ...]
    is_own: bool


def care_page(
    carers: Iterable[Carer], offers: Iterable[OpenOffer], patient_id: UUID, actor: Actor, at: datetime
) -> CarePage:
    known = list(carers)
    running = [each for each in known if each.until is None or each.until > at]
    ended = [each for each in known if each.until is not None and each.until <= at]
    return CarePage(
        now=tuple((each.name, _running(each, actor.zone)) for each in running),
        earlier=tuple((each.name, _ended(each, actor.zone)) for each in ended),
        offers=tuple(offer_words(each, actor) for each in offers if each.patient_id == patient_id),
        is_own=any(each.physiotherapist_id == actor.id and not each.is_emergency for each in running),
    )


def offer_words(offer: OpenOffer, actor: Actor) -> OfferWords:
    on = short_day_and_year(day_in_zone(offer.offered_at, actor.zone))
    is_mine = offer.from_id == actor.id
    about = f"Offered to {offer.offered_to} on {on}" if is_mine else f"Offered by {offer.given_by} on {on}"
    born = f"Born {short_day_and_year(offer.born_on)}"
    return OfferWords(offer.id, offer.patient_id, offer.patient_name, f"{born}. {about}", offer.note, is_mine)


def declined_words(offer: DeclinedOffer, zone: str) -> str:
    on = _day(offer.declined_at, zone)
    return f"{offer.declined_by} declined to take over {offer.patient_name} on {on}. The patient stays with you."


def _running(carer: Carer, zone: str) -> str:
    if carer.is_emergency and carer.until:
        return f"opened it in an emergency, until {clock_words(carer.until, zone)}"
    told = f"since {_day(carer.since, zone)}"
    if carer.until:
        told += f", until {_day(carer.until, zone)}"
    return f"{told}. Their account is disabled" if carer.is_disabled else told


def _ended(carer: Carer, zone: str) -> str:
    if carer.is_emergency:
        return f"opened it in an emergency on {_day(carer.since, zone)}"
    return f"{_day(carer.since, zone)} to {_day(carer.until, zone)}" if carer.until else ""


def _day(instant: datetime, zone: str) -> str:
    return short_day_and_year(day_in_zone(instant, zone))


@dataclass(frozen=True, slots=True)
class AbsenceWords:
    id: UUID
    days: str
    cover: str


def absence_words(absence: Absence, today: date) -> AbsenceWords:
    days = f"{with_year_if_other(absence.from_on, today)} to {with_year_if_other(absence.until_on, today)}"
    cover = absence.covered_by.full_name if absence.covered_by else NO_COVER
    return AbsenceWords(absence.id, days, f"Covered by {cover}")


def covering_words(absence: Absence, today: date) -> str:
    days = f"{with_year_if_other(absence.from_on, today)} to {with_year_if_other(absence.until_on, today)}"
    return f"You cover {absence.physiotherapist.full_name} from {days}"
