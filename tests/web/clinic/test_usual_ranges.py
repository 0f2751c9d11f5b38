"""The lead looks at the usual ranges, lets patients see them, and can stop it; nobody else can."""

import make
import pytest

from recovery.content.expected_course import shipped_course
from recovery.domain.expected_course import Site
from recovery.domain.operation import Procedure

SOURCE = shipped_course().source
NOT_SHOWN, SHOWN = "Patients do not see what is usual", "Patients see what is usual"


@pytest.fixture
def lena(people, visit):
    return visit(people.lena)


def heading(lead):
    return lead.get("/usual-ranges").page.h1.get_text()


def approve(lead):
    page = lead.get("/usual-ranges")
    return lead.post("/usual-ranges/approve", page.fields("/usual-ranges/approve"))


def withdrawal(lead):
    """The address of the form that stops showing them."""
    forms = lead.get("/usual-ranges").page.find_all("form", method="post")
    return next(each["action"] for each in forms if each["action"].endswith("/withdraw"))


def test_before_the_approval_patients_see_nothing_and_the_page_says_so(lena):
    answer = lena.get("/usual-ranges")
    assert answer.page.h1.get_text() == NOT_SHOWN
    assert "The estimate, version 1: not approved." in answer.words
    assert "Fusion: no day has 50 patients yet; the most on one is 0." in answer.words
    assert SOURCE not in answer.words


def test_the_page_shows_what_patients_read_the_ranges_and_their_limits(lena):
    answer = lena.get("/usual-ranges")
    told = next(each for each in answer.page.find_all("section") if each.h2.get_text() == "What a patient reads")
    assert told.find_all("p")[1].get_text() == (
        "On day 12 many people score 4 to 7. You scored 4. "
        "A score cannot tell if something is wrong. If you are worried, call."
    )
    assert "an estimate from published studies" in answer.words
    assert "made from 2000 made-up patients of each operation (seed 2026)" in answer.words
    assert (
        "One in five lies outside on one score by nature, more than a third on at least one of back and leg."
        in answer.words
    )
    assert "After a neck operation nothing is shown." in answer.words


@pytest.mark.parametrize("procedure", Procedure)
def test_the_table_of_a_procedure_holds_every_range_and_every_day_once(lena, procedure):
    caption = f"What many people score after {procedure.value}"
    found = next(
        each for each in lena.get("/usual-ranges").page.find_all("table") if each.caption.get_text() == caption
    )
    days = []
    for row in found.tbody.find_all("tr"):
        span, back, leg = (each.get_text() for each in row.find_all(["th", "td"]))
        first, _to, last = span.partition(" to ")
        for day in range(int(first), int(last or first) + 1):
            held = [shipped_course().course.range_on(procedure, site, day) for site in Site]
            assert [back, leg] == [f"{each.low} to {each.high}" for each in held]
            days.append(day)
    assert days == list(range(3, 365))


def test_approving_shows_them_with_name_and_time_and_twice_is_once(lena):
    for _turn in range(2):
        answer = lena.post("/usual-ranges/approve", {"source": SOURCE})
        assert (answer.status, answer.response.location) == (303, "/usual-ranges")
    page = lena.get("/usual-ranges")
    assert page.page.h1.get_text() == SHOWN
    assert page.words.count("The estimate, version 1: approved by Lena Fox on 22 November 2026") == 1


def test_withdrawing_stops_it_and_twice_is_once(lena):
    approve(lena)
    address = withdrawal(lena)
    for _turn in range(2):
        assert lena.post(address).status == 303
    assert heading(lena) == NOT_SHOWN
    assert "Lena Fox stopped showing it on 22 November 2026" in lena.get("/usual-ranges").words
    approve(lena)
    lena.post(address)
    assert heading(lena) == SHOWN


@pytest.mark.parametrize("source", ["", "estimate-0", SOURCE.upper(), "\x00", "a" * 5000])
def test_other_ranges_than_those_on_the_page_are_not_approved(lena, source):
    assert lena.post("/usual-ranges/approve", {"source": source}).status == 303
    page = lena.get("/usual-ranges")
    assert "Look at them again, then approve them." in page.words
    assert page.page.h1.get_text() == NOT_SHOWN


def test_the_lead_of_another_clinic_has_an_approval_of_their_own(app, people, lena, visit):
    with app.app_context():
        stranger = visit(make.staff(people.other_clinic, "Ola", "Berg", role="lead"))
    approve(lena)
    assert heading(stranger) == NOT_SHOWN
    assert "Lena Fox" not in stranger.get("/usual-ranges").words
    assert stranger.post(withdrawal(lena)).status == 404
    assert heading(lena) == SHOWN


@pytest.mark.parametrize("who", ["asha", "ben", "eli"])
def test_nobody_but_a_lead_approves_or_stops(people, lena, visit, who):
    other = visit(getattr(people, who))
    assert other.post("/usual-ranges/approve", {"source": SOURCE}).status == 404
    assert heading(lena) == NOT_SHOWN
    approve(lena)
    assert other.post(withdrawal(lena)).status == 404
    assert heading(lena) == SHOWN


def test_leads_find_it_from_every_page_and_others_do_not(people, lena, visit):
    assert lena.get("/clinic").page.find("a", href="/usual-ranges")
    assert lena.get("/more").page.main.find("a", href="/usual-ranges")
    assert not visit(people.ben).get("/more").page.find("a", href="/usual-ranges")
