"""What matters: three at most, in words that never change; letting go keeps the scores."""

from datetime import timedelta

import make
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.choose_activity import Chosen, NoSuchActivity, NotChosen, choose_activity, let_go_activity
from recovery.domain.access import Refused
from recovery.domain.activities import ActivityScore
from recovery.extensions import db
from recovery.records.activities import ActivityRow, activities_of, current_and_let_go
from recovery.records.activity_scores import scored_activities
from recovery.records.audit import AuditRow

DAY = timedelta(days=1)


@pytest.fixture
def asha(context, people):
    return make.actor(people.asha)


def words(people):
    return [each.words for each in activities_of(people.asha_episode)]


def test_own_words_stand_on_one_line_and_in_the_audit(asha, people):
    chosen = choose_activity(asha, "  Carry\n my  shopping ", NOW)
    assert words(people) == ["Carry my shopping"]
    row = db.session.scalars(select(AuditRow)).one()
    assert (row.action, row.subject, row.fields) == ("chose an activity", str(chosen.activity_id), [])


def test_the_same_words_again_are_the_same_activity(asha, people):
    first = choose_activity(asha, "Carry my shopping", NOW)
    assert choose_activity(asha, "carry MY shopping", NOW) == Chosen(first.activity_id, is_new=False)
    assert words(people) == ["Carry my shopping"]


def test_three_stand_and_the_fourth_has_to_wait_until_one_is_let_go(asha, people):
    chosen = [choose_activity(asha, f"Walk {number} miles", NOW + number * DAY) for number in range(3)]
    assert choose_activity(asha, "Swim", NOW) is NotChosen.ENOUGH
    let_go_activity(asha, chosen[0].activity_id, NOW)
    assert isinstance(choose_activity(asha, "Swim", NOW + 9 * DAY), Chosen)
    assert words(people) == ["Walk 1 miles", "Walk 2 miles", "Swim"]


def test_let_go_twice_it_is_let_go_once_and_chosen_again_it_has_its_scores(asha, people):
    chosen = choose_activity(asha, "Swim", NOW)
    make.check_in(people.asha, activities=(ActivityScore(chosen.activity_id, 4),))
    for _again in range(2):
        let_go_activity(asha, chosen.activity_id, NOW)
    current, let_go = current_and_let_go(people.asha_episode)
    assert (current, [each.words for each in let_go]) == ((), ["Swim"])
    assert choose_activity(asha, "swim", NOW) == Chosen(chosen.activity_id, is_new=True)
    (scored,) = scored_activities(people.asha_episode)
    assert (scored.activity.words, scored.is_let_go, scored.scores) == ("Swim", False, {TODAY: 4})
    told = [row.action for row in db.session.scalars(select(AuditRow).order_by(AuditRow.number))]
    assert told.count("let go an activity") == 1


@pytest.mark.parametrize("bad", ["", "  ", "a" * 81])
def test_no_words_and_too_many_are_none(asha, people, bad):
    with pytest.raises(ValueError, match="1 to 80"):
        choose_activity(asha, bad, NOW)
    assert words(people) == []


def test_only_patients_choose_and_only_their_own_is_let_go(asha, people):
    with pytest.raises(Refused):
        choose_activity(make.actor(people.ben), "Swim", NOW)
    chosen = choose_activity(asha, "Swim", NOW)
    with pytest.raises(NoSuchActivity):
        let_go_activity(make.actor(people.dev), chosen.activity_id, NOW)
    assert words(people) == ["Swim"]


def test_without_a_running_recovery_nothing_is_chosen(context, people):
    nia = make.patient(people.clinic, "Nia", "Cole")
    make.episode(nia, status="moved")
    assert choose_activity(make.actor(nia), "Swim", NOW) is NotChosen.NO_EPISODE


def test_a_days_scores_are_averaged_and_those_taken_back_count_nowhere(asha, people):
    swim = choose_activity(asha, "Swim", NOW).activity_id
    for score in (3, 6):
        make.check_in(people.asha, activities=(ActivityScore(swim, score),))
    make.check_in(people.asha, on=TODAY - 40 * DAY, activities=(ActivityScore(swim, 0),))
    gone = make.check_in(people.asha, on=TODAY - 3 * DAY, activities=(ActivityScore(swim, 10),))
    make.take_back(people.asha, gone)
    (scored,) = scored_activities(people.asha_episode)
    assert scored.scores == {TODAY - 40 * DAY: 0, TODAY: 4.5}
    assert list(scored.scores) == sorted(scored.scores)


STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(["a", "b", "c", "d", "e", "A", " b "])), max_size=16)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_chosen_and_let_go_never_more_than_three_matter_and_none_twice(asha, people, steps):
    db.session.query(ActivityRow).delete()
    db.session.commit()
    for is_choice, told in steps:
        if is_choice:
            choose_activity(asha, told, NOW)
        elif activities_of(people.asha_episode):
            let_go_activity(asha, activities_of(people.asha_episode)[0].id, NOW)
        current, let_go = current_and_let_go(people.asha_episode)
        everything = [each.words.casefold() for each in (*current, *let_go)]
        assert len(current) <= 3
        assert len(set(everything)) == len(everything)
