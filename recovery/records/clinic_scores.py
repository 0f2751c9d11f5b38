"""The clinic's own scores by person and day, for its own usual ranges. No names."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.domain.calendar import day_in_zone, start_of_day
from recovery.domain.clinic_course import Key, Offer, Scores, offer
from recovery.domain.expected_course import DAYS_TOGETHER, LAST_DAY, Site
from recovery.extensions import db
from recovery.records.cohort import DAY, FIGURES, SITES, day_figures_of, members
from recovery.records.entries import EntryRow
from recovery.records.people import Clinic


def own_scores(clinic_id: UUID, now: datetime) -> dict[Key, list[Scores]]:
    """What the clinic had received when its day began: the same all day long, unless an entry is put right.

    In four statements.
    """
    zone = db.session.scalars(select(Clinic.zone).where(Clinic.id == clinic_id)).one()
    today = day_in_zone(now, zone)
    procedures = {each.episode_id: each.procedure for each in members(clinic_id, today)}
    found: dict[tuple[UUID, Site], dict[int, float]] = defaultdict(dict)
    days = day_figures_of(clinic_id, *(FIGURES[measure] for measure in SITES.values()))
    rows = db.session.execute(
        days.where(DAY.between(1, LAST_DAY + DAYS_TOGETHER), EntryRow.received_at < start_of_day(today, zone))
    )
    for episode_id, day, *scored in rows:
        for site, score in zip(SITES, scored, strict=True):
            if score is not None:
                found[episode_id, site][day] = score
    scores: dict[Key, list[Scores]] = defaultdict(list)
    for (episode_id, site), of_person in found.items():
        if episode_id in procedures:
            scores[procedures[episode_id], site].append(of_person)
    return scores


def own_offer(clinic_id: UUID, now: datetime) -> Offer:
    """What the lead is offered, and how far it is from that."""
    zone = db.session.scalars(select(Clinic.zone).where(Clinic.id == clinic_id)).one()
    return offer(own_scores(clinic_id, now), day_in_zone(now, zone))
