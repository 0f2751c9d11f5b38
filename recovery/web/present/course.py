"""One recovery, ready to be drawn: the same figures, days and words behind every chart."""

from collections.abc import Mapping
from datetime import date

from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode
from recovery.web.present.charts.pain import Course
from recovery.web.present.operation_words import STAGE_NAMES, pain_names


def course_of(episode: Episode, figures: Mapping[date, DayFigure], today: date) -> Course:
    return Course(
        figures=figures,
        operated_on=episode.operation.operated_on,
        today=today,
        pathway=episode.pathway,
        stage_names=STAGE_NAMES,
        pain_names=pain_names(episode.operation.region),
    )
