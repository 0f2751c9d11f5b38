"""A word without an end, such as an address somebody pastes, stands in the width of a phone, for patient and staff."""

import pytest
from browsing import PHONE, sign_in

pytestmark = pytest.mark.browser
LONG = "https://example.org/" + "w" * 180
MAIN_IS_WIDER = """[...document.querySelectorAll('main *')].some(each => !each.closest('.scroll, .visually-hidden, svg')
  && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"""


def test_a_long_word_in_a_note_widens_no_page(demo, open_page):
    patient, staff = open_page(PHONE), open_page(PHONE)
    sign_in(patient, demo, "fusion@demo.example")
    patient.goto(f"{demo}/check-ins/new")
    patient.get_by_text("Write a note").click()
    patient.locator("textarea[name=note]").fill(LONG)
    patient.get_by_role("button", name="Save my check-in").click()
    patient.wait_for_url("**/saved")
    entry = patient.url.removesuffix("/saved")
    sign_in(staff, demo, "physio@demo.example")
    record = staff.get_by_role("link", name="Hassan Brennan").first.get_attribute("href")
    pages = {
        patient: (f"{entry}/saved", entry, f"{entry}/take-back", f"{demo}/progress"),
        staff: (f"{demo}/caseload", f"{demo}{record}"),
    }
    for page, addresses in pages.items():
        for address in addresses:
            page.goto(address)
            assert LONG[:80] in page.content()
            assert not page.evaluate(MAIN_IS_WIDER), address
