"""Gathers what the sheet for an appointment and the lines for a hospital record are made from."""

from recovery.domain.calendar import start_of_day
from recovery.domain.worklist import assess
from recovery.records.appointments import upcoming_appointment
from recovery.records.arrivals import last_review_of
from recovery.records.episodes import shown_episode_row
from recovery.records.facts import facts_of_one
from recovery.records.history import history_of
from recovery.records.record import record_of
from recovery.records.thresholds import thresholds_of
from recovery.web.clinic.about import About
from recovery.web.identity import signed_in
from recovery.web.present.paper.at_visit import AtVisit, Written


def at_visit(shown: About) -> AtVisit | None:
    """None for a patient without an operation. The same number of statements for every patient."""
    row, who = shown_episode_row(shown.patient_id), signed_in()
    if row is None:
        return None
    episode, details = row.as_value(), row.as_details()
    facts = facts_of_one(shown.patient_id, episode, shown.now)
    return AtVisit(
        name=shown.name,
        born_on=shown.details.born_on,
        number=shown.number,
        zone=shown.details.zone,
        today=shown.today,
        episode=episode,
        details=details,
        record=record_of(episode.id, shown.today),
        history=history_of(shown.patient_id, episode.id, shown.now),
        facts=facts,
        reasons=assess(facts, thresholds_of(shown.actor.clinic_id), shown.today),
        reviewed=last_review_of(episode.id, start_of_day(shown.today, shown.details.zone)),
        upcoming=upcoming_appointment(shown.patient_id, shown.now),
        written=Written(who.clinic_name, who.full_name, shown.now, shown.actor.zone),
    )
