"""What the tests of a patient's pages share."""

import make
import pytest
import reading
from progress_page import ago


@pytest.fixture
def today(app, people, visit):
    """today(day=12) is the page of a new patient on that day, and who they are."""

    def page_of(**about):
        patient = reading.reader(app, people.clinic, **about)
        return visit(patient).get("/"), patient

    return page_of


@pytest.fixture
def record(app, people):
    """record(days ago, back_pain_average=3) is a check-in of Asha's."""

    def check_in(days=0, **values):
        with app.app_context():
            return make.check_in(people.asha, on=ago(days), **values)

    return check_in


@pytest.fixture
def progress(people, visit):
    """progress() is Asha's page."""
    return lambda address="/progress": visit(people.asha).get(address)
