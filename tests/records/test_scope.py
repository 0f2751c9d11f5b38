"""Whose records an actor may see: the scope is in the statement, and a care link begins and ends."""

from datetime import timedelta

import cast
import make
import pytest

from recovery.records import scope

DAY = timedelta(days=1)


@pytest.fixture
def seen(context, people):
    """seen(physiotherapist) is the given names on their list at NOW."""

    def by(staff, now=cast.NOW):
        return [person.given_name for person in scope.people_in_care_of(make.actor(staff), now)]

    return by


def test_only_linked_patients_are_seen(people, seen):
    assert (seen(people.ben), seen(people.cleo), seen(people.eli)) == (["Asha"], ["Dev"], ["Fay"])
    assert seen(people.lena) == []


def test_a_link_counts_from_its_start_to_its_end(people, seen):
    make.care_link(people.dev, people.ben, started_at=cast.NOW - DAY, ended_at=cast.NOW + DAY)
    at = [-2 * DAY, -DAY, 0 * DAY, DAY - timedelta(seconds=1), DAY, 2 * DAY]
    assert [("Dev" in seen(people.ben, cast.NOW + each)) for each in at] == [False, True, True, True, False, False]


def test_a_link_into_another_clinic_opens_nothing(people, seen):
    make.care_link(people.fay, people.ben)
    assert seen(people.ben) == ["Asha"]
    assert scope.patient_in_care_of(make.actor(people.ben), people.fay, cast.NOW) is None


def test_a_patient_linked_twice_stands_once(people, seen):
    make.care_link(people.asha, people.ben)
    assert seen(people.ben) == ["Asha"]


def test_one_patient_is_found_by_their_own_physiotherapist_only(people, seen):
    found = {
        staff: scope.patient_in_care_of(make.actor(staff), people.asha, cast.NOW) is not None
        for staff in (people.ben, people.cleo, people.eli, people.lena, people.asha)
    }
    assert list(found.values()) == [True, False, False, False, False]


def test_the_lead_lists_own_clinic_and_who_is_without_a_physiotherapist(people, seen):
    nia = make.patient(people.clinic, "Nia", "Cole")
    make.care_link(nia, people.ben, ended_at=cast.NOW - DAY)
    assert [each.given_name for each in scope.patients_of_clinic(people.clinic)] == ["Nia", "Dev", "Asha"]
    alone = scope.without_physiotherapist(people.clinic, cast.NOW)
    assert [each.given_name for each in alone] == ["Nia"]
    before = scope.without_physiotherapist(people.clinic, cast.NOW - 2 * DAY)
    assert before == []
