"""The part of Progress that tells what is usual: the same two statements, whatever there is to show."""

from collections.abc import Mapping
from datetime import date

from recovery.content.expected_course import shipped_course
from recovery.domain.day_figures import DayFigure
from recovery.records.expected_ranges import standing_ranges
from recovery.records.signs import has_open_sign
from recovery.web.patient.recording import Recording
from recovery.web.present.usual_range import UsualCard, allowed_in_turn, usual_card


def usual_of(about: Recording, figures: Mapping[date, DayFigure]) -> UsualCard | None:
    shipped = shipped_course()
    standing = standing_ranges(about.actor.clinic_id, shipped.source)
    in_turn = allowed_in_turn(shipped, standing, has_open_sign=has_open_sign(about.actor.id))
    cards = (usual_card(about.episode, figures, about.today, allowed, about.actor.zone) for allowed in in_turn)
    return next((card for card in cards if card is not None), None)
