"""Entries are the patient's own: back-dated, corrected and taken back on a phone; what stood first stays, and the
physiotherapist sees it too.
"""

import re
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import DESK, PHONE, sign_in

pytestmark = pytest.mark.browser


def entries(page, address: str):
    """The patient's own list, newest first."""
    page.goto(f"{address}/progress")
    return page.locator("ol.list > li")


def day_of(link) -> date:
    """The day that a link to the check-in form is for."""
    return date.fromisoformat(parse_qs(urlsplit(link.get_attribute("href")).query)["on"][0])


def in_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def save_check_in(page, back: int, button: str = "Save my check-in") -> None:
    page.locator(f'[name="back_pain_average"][value="{back}"]').check()
    page.get_by_label("None of these").check()
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/saved")


def test_a_day_that_was_missed_is_added_later_from_progress_and_by_its_date(busy_demo, open_page):
    page = open_page(PHONE)
    sign_in(page, busy_demo, "patient10@demo.example")
    page.goto(f"{busy_demo}/progress")
    to_add = page.locator("div", has=page.get_by_role("heading", name="Add a check-in")).last.get_by_role("link")
    assert to_add.first.inner_text() == "Yesterday"
    yesterday, earlier = (day_of(to_add.nth(place)) for place in (0, 2))
    to_add.first.click()
    page.wait_for_url("**/check-ins/new?on=*")
    assert page.get_by_label("Which day is this for?").is_visible()
    save_check_in(page, 3)
    assert page.get_by_role("heading", name=f"For {in_words(yesterday)}").is_visible()

    page.goto(f"{busy_demo}/check-ins/new")
    page.get_by_text("Is this for another day?").click()
    page.get_by_label("Which day is this for?").fill(earlier.isoformat())
    save_check_in(page, 5)
    assert page.get_by_role("heading", name=f"For {in_words(earlier)}").is_visible()

    first, second = (entries(page, busy_demo).nth(place).inner_text() for place in (0, 1))
    for told, day, back in ((first, "Yesterday", 3), (second, in_words(earlier), 5)):
        assert told.startswith(f"{day}: Check-in")
        written_on = in_words(yesterday + timedelta(days=1))
        assert f"Recorded on {written_on} at " in told, "when it was written down stands beside when it was felt"
        assert f"Back pain {back}" in told
    left = page.locator("div", has=page.get_by_role("heading", name="Add a check-in")).last.get_by_role("link")
    assert not {"Yesterday", in_words(earlier)} & set(left.all_inner_texts())


def test_a_correction_and_a_taking_back_leave_the_original_to_read_on_both_sides(busy_demo, open_page):
    phone = open_page(PHONE)
    sign_in(phone, busy_demo, "patient23@demo.example")
    check_ins = entries(phone, busy_demo).filter(has_text=": Check-in")
    stood = re.search(r"Back pain (\d+)", check_ins.first.inner_text()).group(1)
    title = check_ins.first.locator("h3").inner_text()
    check_ins.first.get_by_role("link", name=re.compile("^Change")).click()
    assert phone.locator(f'[name="back_pain_average"][value="{stood}"]').is_checked()
    now = 9 if stood != "9" else 8
    save_check_in(phone, now, "Save my changes")
    assert phone.locator("h1").inner_text() == "Your changes are saved"
    corrected = entries(phone, busy_demo).filter(has_text=": Check-in").first
    assert corrected.locator("h3").inner_text() == title
    assert re.search(r"Changed on \w+ \d+ \w+ at \d+:\d\d\.", corrected.inner_text())
    corrected.get_by_role("link", name="See what stood there before").click()
    versions = phone.locator("section.card")
    assert f"Back pain {now}" in versions.nth(0).inner_text()
    assert "What stood there before" in versions.nth(1).inner_text()
    assert f"Back pain {stood}" in versions.nth(1).inner_text()

    slip = entries(phone, busy_demo).filter(has_text=": Check-in").nth(1)
    held = re.search(r"Back pain \d+.*", slip.inner_text()).group()
    slip.get_by_role("link", name=re.compile("^Change")).click()
    phone.get_by_role("link", name="Take it back").click()
    assert "It stays in your record, marked as taken back." in phone.locator("main").inner_text()
    phone.get_by_role("button", name="Yes, take it back").click()
    assert phone.get_by_role("status").inner_text().startswith("Taken back.")
    slip = entries(phone, busy_demo).filter(has_text=": Check-in").nth(1)
    assert "It does not count." in slip.inner_text()
    assert held in slip.inner_text()

    desk = open_page(DESK)
    sign_in(desk, busy_demo, "physio@demo.example")
    desk.goto(f"{busy_demo}/caseload")
    desk.get_by_role("link", name=re.compile("^Usha ")).click()
    happened = desk.locator("ol.time > li", has_text="Check-in")
    assert re.search(r"Changed on \w+ \d+ \w+ at \d+:\d\d\.", happened.nth(0).inner_text())
    assert re.search(r"Taken back on \w+ \d+ \w+ at \d+:\d\d\. It does not count\.", happened.nth(1).inner_text())
    happened.first.get_by_role("link", name=re.compile("^What stood there before")).click()
    versions = desk.locator("main ol > li")
    assert f"Back pain {now}" in versions.nth(0).inner_text()
    assert f"Back pain {stood}" in versions.nth(1).inner_text()
