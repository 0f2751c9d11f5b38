"""Every page of a patient on paper: what it holds stands there, unfolded, black on white; what is pressed does not."""

import pytest
from browsing import PATIENT_PAGES, PHONE, sign_in

pytestmark = pytest.mark.browser

FUSION = "fusion@demo.example"
ON_PAPER = """() => [...document.querySelectorAll('.tabs, .dock, form button, form .btn, .foot, .skip, .timer, .help')]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > 0)
  .map((each) => each.outerHTML.slice(0, 120))"""
SHADES = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
SHUT_ON_PAPER = """() => [...document.querySelectorAll('main details')].filter((each) => {
  const own = each.closest('.np') === null && getComputedStyle(each).display !== 'none';
  const inside = [...each.children].filter((part) => part.tagName !== 'SUMMARY');
  return own && inside.some((part) => !part.checkVisibility({ contentVisibilityAuto: true }));
}).map((each) => each.textContent.trim().slice(0, 60))"""


def test_every_page_of_a_patient_prints_what_it_holds_and_nothing_to_press(shared_demo, open_page):
    page = open_page(PHONE, color_scheme="dark")
    sign_in(page, shared_demo, FUSION)
    for path in PATIENT_PAGES:
        page.goto(f"{shared_demo}{path}")
        page.emulate_media(media="print")
        assert not page.evaluate(ON_PAPER), path
        assert not page.evaluate(SHUT_ON_PAPER), path
        assert page.locator("h1").is_visible(), path
        assert page.evaluate(SHADES) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], path
        page.emulate_media(media="screen")


def test_the_exercises_print_as_a_sheet_and_progress_with_its_numbers(shared_demo, open_page):
    page = open_page(PHONE)
    sign_in(page, shared_demo, FUSION)
    page.goto(f"{shared_demo}/therapy-sessions/new")
    page.emulate_media(media="print")
    sheet = page.locator("main").inner_text()
    for told in ("Ankle pumps", "10 times, 3 times a day", "Move your feet up and down slowly", "Stop and rest"):
        assert told in sheet
    page.emulate_media(media="screen")
    page.goto(f"{shared_demo}/progress")
    page.emulate_media(media="print")
    assert page.get_by_role("columnheader", name="Back, average").is_visible()
    assert page.get_by_role("heading", name="Your entries").is_visible()
