"""How pages are used: with a double tap, by a name typed into the caseload, after a long pause, on paper."""

import re

import pytest
from browsing import DESK, PHONE, sign_in

pytestmark = pytest.mark.browser

MINUTE = 60_000


def test_the_numbers_of_an_exercise_are_asked_for_once_it_was_done_at_least_partly(demo, open_page):
    page = open_page(PHONE)
    sign_in(page, demo, "fusion@demo.example")
    page.goto(f"{demo}/therapy-sessions/new")
    unit = page.locator(".unit").first
    numbers = unit.locator("summary")
    assert not numbers.is_visible()
    for answer, is_asked in (("not_done", False), ("partly", True), ("done", True)):
        unit.locator(f"input[value={answer}]").check()
        assert numbers.is_visible() is is_asked, answer


def test_a_double_tap_makes_one_entry(demo, open_page):
    page = open_page(PHONE)
    sign_in(page, demo, "fusion@demo.example")
    page.goto(f"{demo}/check-ins/new")
    page.locator('[name="back_pain_average"][value="4"]').check()
    page.locator('[name="warning_signs"][value="none"]').check()
    page.get_by_role("button", name="Save my check-in").dblclick()
    page.wait_for_selector(".note-ok")
    page.goto(f"{demo}/progress")
    assert page.locator("main").inner_text().count("Today: Check-in") == 1


def test_the_number_to_call_opens_under_a_ticked_row_before_anything_is_sent(shared_demo, open_page):
    page = open_page(PHONE, java_script_enabled=False)
    sign_in(page, shared_demo, "fusion@demo.example")
    page.goto(f"{shared_demo}/check-ins/new")
    row = page.locator(".warn-row", has=page.locator('[value="chest-breathing"], [value^="chest"]')).first
    call = row.locator('a[href="tel:999"]').first
    assert not call.is_visible()
    row.locator("input").first.check()
    assert call.is_visible()


def test_a_patient_is_found_by_name_in_the_page_without_sending_it(shared_demo, open_page):
    page = open_page(DESK)
    sign_in(page, shared_demo, "physio@demo.example")
    page.goto(f"{shared_demo}/caseload")
    name = page.locator(".rows .who a").nth(3).inner_text()
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator("#name").fill(name.lower())
    shown = page.locator(".rows > li:visible .who a")
    assert shown.all_inner_texts() == [name]
    assert "1 patient shown" in page.locator("[data-found]").inner_text()
    assert page.locator("section:visible h2 > span").all_inner_texts() == ["1"]
    page.locator("#name").fill("zzzz")
    assert page.locator(".rows > li:visible").count() == 0
    assert not sent


def test_staff_are_warned_two_minutes_before_they_are_signed_out(shared_demo, open_page):
    page = open_page(DESK)
    page.clock.install()
    sign_in(page, shared_demo, "physio@demo.example")
    page.goto(f"{shared_demo}/caseload")
    warning = page.locator("[data-idle-warning]")
    page.clock.fast_forward(13 * MINUTE - 1000)
    assert not warning.is_visible()
    page.clock.fast_forward(2000)
    assert warning.is_visible()
    with page.expect_response(re.compile("still-here")):
        warning.get_by_role("button").click()
    warning.wait_for(state="hidden")
    page.clock.fast_forward(15 * MINUTE + 1000)
    page.wait_for_url(re.compile(r"/(sign-in|caseload)$"))


def test_reading_prints_whole(shared_demo, open_page):
    page = open_page(PHONE)
    sign_in(page, shared_demo, "fusion@demo.example")
    page.goto(f"{shared_demo}/learn")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for quotation in page.locator(".says").all():
        assert quotation.is_visible()


BEHIND_TABS = """() => {
  const at = document.activeElement.getBoundingClientRect();
  const bar = document.querySelector('.tabs');
  const hides = !bar.contains(document.activeElement) && at.height && at.height < 200;
  return hides && at.bottom > bar.getBoundingClientRect().top + 1 ? document.activeElement.outerHTML.slice(0, 80) : '';
}"""


@pytest.mark.parametrize(
    ("who", "path"), [("fusion", "/account"), ("physio", "/patients/new")], ids=["patient", "physiotherapist"]
)
def test_what_has_the_focus_never_stands_behind_the_bar_at_the_bottom(shared_demo, open_page, who, path):
    page = open_page(PHONE, reduced_motion="reduce")
    sign_in(page, shared_demo, f"{who}@demo.example")
    page.goto(f"{shared_demo}{path}")
    hidden = []
    for _press in range(45):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(BEHIND_TABS))
    assert not [each for each in hidden if each]
