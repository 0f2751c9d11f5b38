"""What every page about one patient begins with: who asks, who it is about, and that they may."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.correct_details import details_of
from recovery.domain.access import Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.enrolment import PersonalDetails
from recovery.domain.episode import Episode
from recovery.records.episodes import episodes_shown_of
from recovery.records.scope import patient_in_care_of
from recovery.web.identity import signed_in
from recovery.web.present.ident import ident_words


@dataclass(frozen=True, slots=True)
class About:
    """Values, not rows: they stay good after a write. `today` is the patient's own day."""

    actor: Actor
    now: datetime
    patient_id: UUID
    number: int
    details: PersonalDetails
    has_joined: bool
    episode: Episode | None

    @property
    def today(self) -> date:
        return day_in_zone(self.now, self.details.zone)

    @property
    def name(self) -> str:
        return f"{self.details.given_name} {self.details.family_name}"

    @property
    def ident(self) -> str:
        return ident_words(self.details.born_on, self.episode, self.today)


def about(patient_id: UUID) -> About:
    """404 for somebody who is not in this physiotherapist's care."""
    actor, now = signed_in().actor, clock.now()
    person = patient_in_care_of(actor, patient_id, now)
    if person is None or person.patient is None:
        abort(404)
    details, has_joined = details_of(person, person.patient), person.patient.joined_at is not None
    episode = episodes_shown_of([patient_id]).get(patient_id)
    return About(actor, now, patient_id, person.patient.number, details, has_joined, episode)


def about_episode(patient_id: UUID) -> tuple[About, Episode]:
    """404 for a patient without an operation, too."""
    found = about(patient_id)
    if found.episode is None:
        abort(404)
    return found, found.episode


def to_summary(patient_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("patients.show", patient_id=patient_id), 303)
