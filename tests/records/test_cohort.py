"""The database's medians are those of the domain's own figures, and no other clinic's patients are among them."""

from collections import defaultdict
from datetime import timedelta
from random import Random
from statistics import median
from uuid import UUID

import make
import pytest
from moment import TODAY
from statements import statements

from recovery.domain.adherence import NOTHING_PLANNED, adherence_by_day
from recovery.domain.calendar import days_ending
from recovery.domain.clinic_cohort import Measure
from recovery.domain.day_figures import day_figures
from recovery.domain.expected_course import Site
from recovery.domain.operation import Approach, Procedure
from recovery.domain.outcomes_at import BEFORE, Milestone
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.extensions import db
from recovery.records.cohort import members, week_values, window_medians
from recovery.records.cohort_exercises import week_shares
from recovery.records.episodes import EpisodeRow
from recovery.records.plans import plans_of
from recovery.records.read_entries import read_check_ins
from recovery.records.sessions import days_not_well, units_done

LONG_AGO = TODAY - timedelta(days=400)
FIGURES = {Measure.LEG: "leg_average", Measure.BACK: "back_average", Measure.WALKING: "walking_minutes"}
SINCE = TODAY - timedelta(days=45)


@pytest.fixture
def recorded(context, people):
    """Asha (day 12) and Dev (day 40) with check-ins before and after surgery, twice on some days, some taken back."""
    chance = Random(5)  # noqa: S311 - made-up entries
    for patient, episode in ((people.asha, people.asha_episode), (people.dev, people.dev_episode)):
        operated_on = db.session.get(EpisodeRow, episode).operated_on
        for day in days_ending(TODAY, 46)[::2]:
            for _turn in range(chance.choice((0, 1, 2))):
                score = lambda: chance.choice((None, *range(11)))  # noqa: E731 - a name for what it draws
                values = {"back_pain_average": score(), "leg_pain_average": score(), "walking_minutes": score()}
                if day >= operated_on - timedelta(days=30) and any(value is not None for value in values.values()):
                    entry = make.check_in(patient, on=day, **values)
                    if chance.random() < 0.1:
                        make.take_back(patient, entry)
    make.check_in(people.fay, back_pain_average=10, leg_pain_average=10, walking_minutes=600)
    return people


def by_domain(people, measure):
    """What domain/day_figures.py makes of the same entries: by episode and week the median."""
    found = {}
    for episode in (people.asha_episode, people.dev_episode):
        operated_on = db.session.get(EpisodeRow, episode).operated_on
        weeks = defaultdict(list)
        for day, figure in day_figures(read_check_ins([episode], LONG_AGO)[episode]).items():
            value, number = getattr(figure, FIGURES[measure]), (day - operated_on).days
            if value is not None and number >= 0:
                weeks[number // 7].append(value)
        found |= {(episode, week): median(values) for week, values in weeks.items()}
    return found


def test_a_persons_week_is_the_median_of_the_figures_that_every_screen_shows(recorded):
    for measure in FIGURES:
        found = {(episode, week): value for episode, week, value in week_values(recorded.clinic, measure)}
        assert found == pytest.approx(by_domain(recorded, measure))
        assert len(found) > 5


def test_the_days_before_surgery_and_around_a_milestone_are_taken_together(recorded):
    told = window_medians(recorded.clinic)[Site.LEG]
    operated_on = db.session.get(EpisodeRow, recorded.dev_episode).operated_on
    figures = day_figures(read_check_ins([recorded.dev_episode], LONG_AGO)[recorded.dev_episode])
    expected = {}
    for window in (BEFORE, *(each.value for each in Milestone)):
        days = ((day - operated_on).days for day in figures)
        inside = [number for number in days if window.first <= number <= window.last]
        scores = [figures[operated_on + timedelta(days=number)].leg_average for number in inside]
        known = [score for score in scores if score is not None]
        expected |= {(recorded.dev_episode, window): median(known)} if known else {}
    assert {key: value for key, value in told.items() if key[0] == recorded.dev_episode} == pytest.approx(expected)
    assert (recorded.dev_episode, Milestone.SIX_WEEKS.value) in expected


def test_adherence_by_week_is_that_of_the_domain(context, people):
    """Two plan versions, units recorded twice, partly, of the old plan, and a day that was excused."""
    chance = Random(3)  # noqa: S311 - made-up entries
    first = make.plan(people.dev_episode, people.cleo, [make.prescription(weekdays={1, 2, 4, 6})], from_on=SINCE)
    second = make.plan(
        people.dev_episode,
        people.cleo,
        [make.prescription("Stairs", times_a_day=1), make.prescription("Bridge", weekdays={3, 5})],
        from_on=TODAY - timedelta(days=14),
        version=2,
    )
    for day in days_ending(TODAY, 24):
        for each in (*first, *second):
            for time in (1, 2):
                unit = Unit(each.id, time)
                done = [make.done(unit), UnitDone(unit, Outcome.PARTLY, share=50), UnitDone(unit, Outcome.NOT_DONE)]
                if chance.random() < 0.4:
                    make.session(people.dev, on=day, units=(chance.choice(done),))
        if chance.random() < 0.2:
            make.not_well(people.dev, on=day)
    assert {(week): share for _episode, week, share in week_shares(people.clinic)} == pytest.approx(
        domain_shares(people)
    )


def domain_shares(people):
    episode = people.dev_episode
    operated_on = db.session.get(EpisodeRow, episode).operated_on
    by_day = adherence_by_day(
        days_ending(TODAY, 41),
        plans_of([episode])[episode],
        units_done([episode], LONG_AGO)[episode],
        days_not_well([episode], LONG_AGO).get(episode, frozenset()),
    )
    weeks = defaultdict(lambda: NOTHING_PLANNED)
    for day, adherence in by_day.items():
        weeks[(day - operated_on).days // 7] += adherence
    return {week: each.ratio for week, each in weeks.items() if each.ratio is not None}


def test_members_are_the_clinics_lumbar_operations_that_were_done(context, people):
    neck = make.patient(people.clinic, "Nia", "Cole")
    make.episode(neck, region="cervical")
    waiting = make.patient(people.clinic, "Uma", "Cole")
    make.episode(waiting, day=-3)
    both = make.patient(people.clinic, "Ida", "Cole")
    make.episode(both, procedures=("discectomy", "fusion"), status="discharged")
    found = {each.patient_id: (each.procedure, each.approach) for each in members(people.clinic, TODAY)}
    assert found == {
        people.asha: (Procedure.FUSION, Approach.MINIMALLY_INVASIVE),
        people.dev: (Procedure.DISCECTOMY, Approach.OPEN),
        both: (Procedure.FUSION, Approach.OPEN),
    }


def test_another_clinics_entries_are_in_no_statement(recorded):
    episodes: set[UUID] = {each.episode_id for each in members(recorded.clinic, TODAY)}
    for told in (week_values(recorded.clinic, Measure.LEG), window_medians(recorded.clinic)[Site.BACK]):
        assert {each[0] for each in told} <= episodes
    assert [each.patient_id for each in members(recorded.other_clinic, TODAY)] == [recorded.fay]
    assert week_values(recorded.other_clinic, Measure.WALKING) == [(recorded.fay_episode, 0, 600)]


def test_the_statements_are_the_same_however_many_patients(context, people):
    def sent():
        with statements() as told:
            members(people.clinic, TODAY)
            week_values(people.clinic, Measure.LEG)
            week_shares(people.clinic)
            window_medians(people.clinic)
        return len(told)

    few = sent()
    for number in range(6):
        make.episode(make.patient(people.clinic, f"Given{number}", "Name"))
    assert sent() == few == 5
