"""Every page that a patient reaches by links reads at grade 6 or lower, in the app's own words."""

import crawling
import make
import pytest
import reading
from progress_page import ago

from recovery.domain.readability import flesch_kincaid

SHORTEST = 30
"""Words: a grade of fewer says nothing."""


@pytest.fixture
def lived_in(app, people):
    """Asha after a few days: check-ins, one with a sign and a note, exercises, a day not well, reading approved."""
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
        for days in range(1, 10):
            make.check_in(people.asha, on=ago(days), back_pain_average=4, leg_pain_average=days, walking_minutes=20)
        make.check_in(people.asha, back_pain_average=4, note="A quiet day")
        make.session(people.asha, pain_during=3, effort=4)
        make.not_well(people.asha, on=ago(2))
        make.appointment(people.asha)


def test_every_page_reads_at_grade_6_or_lower(people, visit, lived_in):
    visitor = visit(people.asha)
    pages, _forms = crawling.reachable(visitor)
    grades = {}
    for kind, address in pages.items():
        own = reading.own_sentences(visitor.get(address).page, reading.DOCUMENT.title)
        if len(own.split()) >= SHORTEST:
            grades[kind] = flesch_kincaid(own)
    assert len(grades) > 12
    assert not {kind: grade for kind, grade in grades.items() if grade > 6}


def test_the_page_after_saving_reads_at_grade_6_or_lower(people, visit, lived_in):
    visitor = visit(people.asha)
    saved = visitor.get(visitor.record(back_pain_average="9", walking_minutes="5").response.location)
    assert flesch_kincaid(reading.own_sentences(saved.page)) <= 6
