"""The usual ranges that come with the app: what the cohort gives, steady, and named by what they hold."""

import json
from itertools import pairwise

import pytest

from recovery.content.expected_course import LABEL, course_text, read_course, shipped_course, shipped_file
from recovery.domain.cohort import cohort
from recovery.domain.expected_course import SIMULATED_DAYS, Site, steps_from
from recovery.domain.operation import Procedure

EVERY = [(procedure, site) for procedure in Procedure for site in Site]


def computed(size):
    return {
        procedure: steps_from(cohort(procedure, seed=shipped_course().seed, size=size, days=SIMULATED_DAYS))
        for procedure in Procedure
    }


def test_a_small_part_of_the_same_patients_gives_nearly_the_same_ranges():
    shipped, part = shipped_course().course, read_course(course_text(computed(120), 1, 120)).course
    for procedure, site in EVERY:
        for day in range(3, 365):
            told, found = shipped.range_on(procedure, site, day), part.range_on(procedure, site, day)
            assert abs(told.low - found.low) <= 1, (procedure, site, day)
            assert abs(told.high - found.high) <= 1, (procedure, site, day)


@pytest.mark.long
def test_the_whole_file_is_what_the_cohort_gives():
    shipped = shipped_course()
    assert course_text(computed(shipped.size), shipped.seed, shipped.size) == shipped_file().read_text(encoding="utf-8")


def test_it_says_where_it_is_from():
    shipped = shipped_course()
    assert shipped.label == LABEL == "an estimate from published studies"
    assert shipped.source.startswith("estimate-1-")
    assert len(shipped.source) <= 60
    assert (shipped.seed, shipped.size) == (2026, 2000)


def test_other_numbers_are_another_source_and_other_patients_or_words_are_not():
    text = shipped_file().read_text(encoding="utf-8")
    told = json.loads(text)
    assert read_course(text).source == shipped_course().source
    assert read_course(json.dumps(told | {"label": "ours"})).source == shipped_course().source
    told["ranges"]["fusion"]["back"][0][2] -= 1
    assert read_course(json.dumps(told)).source != shipped_course().source


@pytest.mark.parametrize(("procedure", "site"), EVERY, ids=lambda each: each.value)
def test_every_day_has_a_range_and_no_end_goes_to_and_fro(procedure, site):
    course = shipped_course().course
    ranges = [course.range_on(procedure, site, day) for day in range(3, 365)]
    assert None not in ranges
    for ends in ([each.low for each in ranges], [each.high for each in ranges]):
        moves = [later - earlier for earlier, later in pairwise(ends) if later != earlier]
        assert all(abs(move) == 1 for move in moves)
        assert len({move > 0 for move in moves}) <= 1
