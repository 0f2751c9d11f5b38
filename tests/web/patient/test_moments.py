"""After saving: therapy follows a session, the operation follows a check-in in the first days, nothing a bad day."""

import make
import pytest
import reading

from recovery.domain.warning_signs import answer_from

SCORE = {"back_pain_average": 3}
THERAPY, OPERATION = "To read after your exercises", "To read in these first days"


@pytest.fixture
def saved(app, people, visit):
    """saved(make.check_in, day=5) is the page after saving that entry of a new patient, on that day."""
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)

    def page_after(maker, *, values=None, **about):
        patient = reading.reader(app, people.clinic, **about)
        with app.app_context():
            entry_id = maker(patient, **(values or {}))
        return visit(patient).get(f"/entries/{entry_id}/saved")

    return page_after


def told(answer):
    """(what it is for, the passage's heading), or None."""
    section = answer.page.find(id="reading")
    return (section.p.get_text(), section.h2.get_text()) if section else None


@pytest.mark.parametrize(
    ("about", "called"),
    [
        ({"procedures": ("discectomy",)}, "3.1-2"),
        ({"procedures": ("fusion", "discectomy")}, "3.1-2"),
        ({"procedures": ("fusion",), "approach": "minimally_invasive"}, "4.1-2"),
        ({"procedures": ("laminectomy",)}, "5.1-2"),
    ],
)
def test_after_a_check_in_in_the_first_days_stands_the_patients_own_operation(saved, about, called):
    assert told(saved(make.check_in, day=5, values=SCORE, **about)) == (OPERATION, reading.PASSAGES[called].heading)


@pytest.mark.parametrize("day", [-10, 30, 60, 200])
def test_after_a_check_in_in_any_other_stage_there_is_none(saved, day):
    assert told(saved(make.check_in, day=day, values=SCORE)) is None


@pytest.mark.parametrize(("day", "called"), [(5, "7.1"), (20, "7.1"), (60, "7.2-3"), (200, "7.2-3")])
def test_after_a_session_stands_what_the_document_says_about_therapy(saved, day, called):
    assert told(saved(make.session, day=day, values={"note": "Done"})) == (THERAPY, reading.PASSAGES[called].heading)


def test_a_day_not_well_asks_for_no_reading(saved):
    assert told(saved(make.not_well, day=5)) is None


def test_beside_a_ticked_sign_there_is_nothing_else_to_read(saved):
    ticked = {"warning_signs": answer_from(("calf-sore-swollen",), {})}
    assert told(saved(make.check_in, day=5, values=ticked)) is None


def test_after_a_neck_operation_there_is_none(saved):
    assert told(saved(make.session, day=5, region="cervical", values={"note": "Done"})) is None


def test_it_says_why_it_is_shown_and_can_be_marked_as_read(saved):
    section = saved(make.session, day=5, values={"note": "Done"}).page.find(id="reading")
    assert "You see this because it fits the stage “First days”." in section.get_text()
    assert "Approved by Lena Fox" in section.get_text()
    assert section.find("form", action="/learn/read")
