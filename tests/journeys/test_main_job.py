"""The main job, end to end at 390x844: a patient records and reads; their physiotherapist sees exactly that.

With JavaScript and without.
"""

import re

import pytest
from browsing import DESK, PHONE, sign_in

pytestmark = pytest.mark.browser


def choose(page, name: str, value: str) -> None:
    """Tap a tile: the input covers it."""
    page.locator(f'input[name="{name}"][value="{value}"]').first.check()


def check_in(page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name=re.compile("Check in")).click()
    choose(page, "back_pain_average", "7")
    choose(page, "leg_pain_average", "6")
    page.locator('input[name="walking_minutes"]').fill("17")
    page.get_by_text("Write a note").click()
    page.locator('textarea[name="note"]').fill("Stiff this morning, better after a walk")
    choose(page, "warning_signs", "numb-between-legs")
    page.get_by_role("button", name="Save my check-in").click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_patient_records_and_reads_and_the_physiotherapist_sees_exactly_that(demo, open_page, script):
    phone = open_page(PHONE, java_script_enabled=script)
    sign_in(phone, demo, "fusion@demo.example")
    assert phone.locator("h1").inner_text() == "Day 12"
    check_in(phone, demo)
    assert phone.locator("h1").first.inner_text().startswith("Call 999 now")
    assert phone.locator('a[href="tel:999"]').count()
    assert "numb" not in phone.url

    phone.goto(f"{demo}/therapy-sessions/new")
    phone.get_by_role("button", name=re.compile("I did all as planned")).click()
    if script:
        phone.get_by_role("button", name=re.compile("^Save")).click()
    phone.wait_for_load_state()
    assert "saved" in phone.locator("main, header").all_inner_texts().__str__().lower()

    phone.goto(f"{demo}/learn")
    learn = phone.locator("main").inner_text()
    assert "First days" in learn
    assert "Lena" in learn or "Approved" in learn or "approved" in learn
    phone.locator("summary", has_text=re.compile("original words", re.IGNORECASE)).first.click()
    assert phone.locator(".says").first.is_visible()
    phone.goto(f"{demo}/progress")
    assert "Back pain 7" in phone.locator("main").inner_text() or "back 7" in phone.locator("main").inner_text().lower()

    desk = open_page(DESK, java_script_enabled=script)
    sign_in(desk, demo, "physio@demo.example")
    desk.goto(f"{demo}/caseload")
    first = desk.locator(".rows > li").first
    assert "12" in first.inner_text()
    first.locator("a").first.click()
    desk.wait_for_load_state()
    summary = desk.locator("main").inner_text()
    assert "Stiff this morning, better after a walk" in summary
    assert "17" in summary
    assert not phone.other_hosts
    assert not desk.other_hosts
