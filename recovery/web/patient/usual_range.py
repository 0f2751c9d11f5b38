"""The part of Progress that tells what is usual: the same two statements, whatever there is to show."""

from collections.abc import Mapping
from datetime import date

from recovery.content.expected_course import shipped_course
from recovery.domain.day_figures import DayFigure
from recovery.records.expected_ranges import standing_ranges
from recovery.records.signs import has_open_sign
from recovery.web.patient.recording import Recording
from recovery.web.present.usual_range import UsualCard, allowed_for, usual_card


def usual_of(about: Recording, figures: Mapping[date, DayFigure]) -> UsualCard | None:
    shipped = shipped_course()
    standing = standing_ranges(about.actor.clinic_id, shipped.source)
    allowed = allowed_for(about.episode.operation, shipped, standing, has_open_sign=has_open_sign(about.actor.id))
    return usual_card(about.episode, figures, about.today, allowed, about.actor.zone)
