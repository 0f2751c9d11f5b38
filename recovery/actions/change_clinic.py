"""Change what a clinic says of itself: name, zone, the team's telephone number, opening hours and holidays."""

import hashlib
from datetime import datetime

from sqlalchemy import select, update

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.clinic_details import ClinicDetails
from recovery.extensions import db
from recovery.records.clinics import clinic_details, replace_opening_hours
from recovery.records.people import Clinic, clinic_named


class NameTaken(ValueError):  # noqa: N818 - named for what it is
    """Another clinic on this server has the name, whatever the capitals."""


class ChangedMeanwhile(ValueError):  # noqa: N818 - named for what it is
    """Somebody else saved other details after the page was opened."""


def fingerprint(details: ClinicDetails) -> str:
    """The same for the same details: a page carries it, so that nobody's change is overwritten in silence."""
    told = (*_columns(details).values(), sorted(details.hours.week.items()), sorted(details.hours.holidays.items()))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def change_clinic(actor: Actor, seen: str, details: ClinicDetails, now: datetime) -> tuple[str, ...]:
    """What changed. `seen` is the fingerprint of the page. Raises NameTaken, ChangedMeanwhile, Refused."""
    access.require(actor, Action.CHANGE_CLINIC)
    with writing():
        db.session.execute(select(Clinic.id).where(Clinic.id == actor.clinic_id).with_for_update())
        before = clinic_details(actor.clinic_id)
        if fingerprint(before) != seen:
            raise ChangedMeanwhile
        same_name = clinic_named(details.name)
        if same_name is not None and same_name.id != actor.clinic_id:
            raise NameTaken
        changed = _changed(before, details)
        if changed:
            db.session.execute(update(Clinic).where(Clinic.id == actor.clinic_id).values(_columns(details)))
            replace_opening_hours(actor.clinic_id, details.hours)
            write_down(actor, Note("changed the clinic", fields=changed), now)
        return changed


def _columns(details: ClinicDetails) -> dict[str, str]:
    return {"name": details.name, "zone": details.zone, "team_number": details.team_number}


def _changed(before: ClinicDetails, after: ClinicDetails) -> tuple[str, ...]:
    old, new = _columns(before), _columns(after)
    told = [name for name in new if old[name] != new[name]]
    if dict(before.hours.week) != dict(after.hours.week):
        told.append("opening_hours")
    if dict(before.hours.holidays) != dict(after.hours.holidays):
        told.append("holidays")
    return tuple(told)
