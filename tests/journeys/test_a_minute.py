"""An ordinary day takes a minute: six taps from Today, with one thumb, and nothing of it is lost."""

import re

import pytest
from browsing import PATIENT_PAGES, PHONE, sign_in

pytestmark = pytest.mark.browser

PRESSED = "a[href], button, input, select, textarea, summary"
SMALL_TARGETS = """(pressed) => [...document.querySelectorAll(pressed)].filter((each) => {
  const box = each.getBoundingClientRect();
  const isRead = each.matches('a') && getComputedStyle(each).display === 'inline'
    && each.closest('p, li, div').innerText.trim().length > each.innerText.trim().length + 1;
  const isThere = each.type !== 'hidden' && each.checkVisibility() && !each.matches('.skip') && box.width > 0;
  return isThere && !isRead && (box.height < 48 || box.width < 48);
}).map((each) => `${Math.round(each.getBoundingClientRect().width)}x`
  + `${Math.round(each.getBoundingClientRect().height)} ${each.outerHTML.slice(0, 100)}`)"""


class Thumb:
    """One thumb on a touch screen. `taps` counts what it pressed; typed digits are not counted."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, target) -> None:
        target.tap()
        self.taps += 1

    def type(self, digits: str) -> None:
        self.page.keyboard.type(digits)


def touch_screen(open_page):
    return open_page(PHONE, has_touch=True, is_mobile=True)


def tile(page, name: str, value: str):
    return page.locator(f'[name="{name}"][value="{value}"]').first


def last_score(page, site: str) -> int:
    """As the form itself shows it beside the question."""
    told = page.locator(f"#{site}_pain_average-hint").inner_text()
    return int(re.search(r"Last time: (\d+)\.", told).group(1))


def words_of(page, selector: str = "main") -> str:
    return " ".join(page.locator(selector).inner_text().split())


def test_an_ordinary_day_is_six_taps_from_today(busy_demo, open_page):
    page = touch_screen(open_page)
    sign_in(page, busy_demo, "fusion@demo.example")
    thumb = Thumb(page)
    thumb.tap(page.get_by_role("link", name=re.compile("Check in")))
    page.wait_for_url("**/check-ins/new")
    assert page.locator("main input:checked").count() == 0, "last time's answers are beside, never chosen"
    back, leg = last_score(page, "back"), last_score(page, "leg")
    thumb.tap(tile(page, "back_pain_average", str(back)))
    thumb.tap(tile(page, "leg_pain_average", str(leg)))
    thumb.tap(page.locator('[name="walking_minutes"]'))
    thumb.type("14")
    thumb.tap(page.get_by_label("None of these"))
    thumb.tap(page.get_by_role("button", name="Save my check-in"))
    page.wait_for_url("**/saved")
    assert thumb.taps == 6
    after = words_of(page)
    assert "Your check-in is saved" in after
    for recorded in (f"Back pain {back}, leg pain {leg}", "Walked 14 minutes", "Warning signs: none of these"):
        assert recorded in after
    assert " right?" not in after
    assert page.locator("section.note p").first.inner_text().count(".") == 1, "one plain sentence"
    following = page.locator("section", has=page.get_by_role("heading", name="What is next"))
    assert "Your next check-in: tomorrow." in following.inner_text()
    assert "are not recorded yet." in following.inner_text()
    assert re.search(r"You can undo it until \d+:\d\d", after)
    assert not page.evaluate(SMALL_TARGETS, PRESSED)
    page.goto(busy_demo)
    assert f"Back {back}, leg {leg}" in words_of(page, "header")


def test_no_page_has_a_target_smaller_than_a_thumb(shared_demo, open_page):
    page = touch_screen(open_page)
    sign_in(page, shared_demo, "fusion@demo.example")
    for path in (*PATIENT_PAGES, "/account", "/sign-out", "/warning-signs"):
        page.goto(f"{shared_demo}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert not page.evaluate(SMALL_TARGETS, PRESSED), path


def test_a_jump_of_four_is_asked_about_and_a_slip_is_undone(busy_demo, open_page):
    page = touch_screen(open_page)
    sign_in(page, busy_demo, "patient8@demo.example")
    page.goto(f"{busy_demo}/check-ins/new")
    leg = last_score(page, "leg")
    jumped = leg + 4 if leg <= 6 else leg - 4
    tile(page, "leg_pain_average", str(jumped)).tap()
    page.get_by_label("None of these").tap()
    page.get_by_role("button", name="Save my check-in").tap()
    page.wait_for_url("**/saved")
    doubt = page.locator("section", has=page.get_by_role("heading", name=f"Is {jumped} right?"))
    assert f"Your leg pain was {leg} last time." in doubt.inner_text()
    assert not page.evaluate(SMALL_TARGETS, PRESSED)
    page.get_by_role("button", name="Undo").tap()
    page.wait_for_url(f"{busy_demo}/")
    assert page.get_by_role("status").inner_text() == "Undone. It is as if you had not sent it."
    page.goto(f"{busy_demo}/progress")
    assert f"leg pain {jumped}" not in page.locator("ol.list > li").first.inner_text().lower()
    page.goto(f"{busy_demo}/check-ins/new")
    assert last_score(page, "leg") == leg


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_what_was_filled_in_outlives_a_sign_in_that_ended(busy_demo, open_page, has_script):
    page = open_page(PHONE, java_script_enabled=has_script)
    sign_in(page, busy_demo, "discectomy@demo.example")
    note = f"Slept well, {'with' if has_script else 'without'} script"
    page.goto(f"{busy_demo}/check-ins/new")
    tile(page, "back_pain_average", "2").check()
    page.get_by_label("None of these").check()
    page.locator('[name="walking_minutes"]').fill("31")
    page.get_by_text("Write a note").click()
    page.get_by_label("Anything to tell your team?").fill(note)
    page.context.clear_cookies(name="recovery_sign_in")
    page.get_by_role("button", name="Save my check-in").click()
    page.get_by_label("Password").wait_for()
    assert "It is not saved yet." in page.get_by_role("status").inner_text()
    page.get_by_label("Email or user name").fill("discectomy@demo.example")
    page.get_by_label("Password").fill("recovery-demo")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Save my answers").click()
    page.wait_for_url("**/saved")
    page.goto(f"{busy_demo}/progress")
    newest = page.locator("ol.list > li").first.inner_text()
    for recorded in ("Back pain 2", "Walked 31 minutes", note):
        assert recorded in newest
    assert page.locator("main").inner_text().count(note) == 1
