"""The values of a day in the physiotherapist's chart: by pointing, by tapping and with the arrow keys, with JavaScript
and without; and the table says the same.
"""

import re

import pytest
from axe import violations
from browsing import DESK, PHONE, sign_in

pytestmark = pytest.mark.browser

SEEN = """() => [...document.querySelectorAll('.days span')].filter((each) => getComputedStyle(each).opacity === '1')
  .map((each) => each.innerText)"""
NARROW = re.compile(r"day (-?\d+)")


@pytest.fixture
def chart(shared_demo, open_page):
    """chart(viewport, ...) is the page with the chart of the fusion patient: day 12."""

    def opened(viewport=DESK, query="", **options):
        page = open_page(viewport, **options)
        sign_in(page, shared_demo, "physio@demo.example")
        page.goto(f"{shared_demo}/caseload")
        row = page.locator(".rows > li", has_text="Day 12, first days").first
        page.goto(f"{shared_demo}{row.locator('.who a').get_attribute('href')}{query}")
        return page

    return opened


def day_seen(page) -> int:
    """The one day whose values are to be seen."""
    (told,) = page.evaluate(SEEN)
    return int(NARROW.search(told).group(1))


def column(page, day: int):
    return page.locator(".days label", has_text=re.compile(rf", day {day}\b"))


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_pointing_shows_a_day_and_the_newest_one_stands_there_again_afterwards(chart, has_script):
    page = chart(java_script_enabled=has_script)
    column(page, 4).hover()
    assert column(page, 4).locator("span").evaluate("(each) => getComputedStyle(each).opacity") == "1"
    assert column(page, 12).locator("span").evaluate("(each) => getComputedStyle(each).opacity") == "0"
    page.locator("h1").hover()
    assert column(page, 12).locator("span").evaluate("(each) => getComputedStyle(each).opacity") == "1"


def test_the_chart_is_one_stop_for_the_keyboard_and_arrows_go_from_day_to_day(chart):
    page = chart()
    page.locator(".ranges a").last.focus()
    for _press in range(2):  # the region that scrolls, then the days
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "chart-day"
    assert day_seen(page) == 12
    for key, day in (("ArrowLeft", 11), ("ArrowLeft", 10), ("ArrowRight", 11)):
        page.keyboard.press(key)
        assert day_seen(page) == day
    assert (
        page.locator(".days label:has(:focus-visible)").evaluate("(each) => getComputedStyle(each).outlineStyle")
        != "none"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") != "chart-day"
    page.keyboard.press("Shift+Tab")
    assert day_seen(page) == 11


def test_a_tap_shows_the_values_at_the_top_of_a_phone(chart):
    page = chart(PHONE, has_touch=True)
    column(page, 10).tap()
    assert day_seen(page) == 10
    told = column(page, 10).locator("span").bounding_box()
    assert (told["x"], told["y"], told["width"]) == (0, 0, PHONE["width"])


def test_a_column_lies_over_its_own_day_and_says_what_the_table_says(chart):
    page = chart(query="?range=2-weeks")
    line, zero = page.locator(".ch .z").bounding_box(), column(page, 0).bounding_box()
    assert zero["x"] <= line["x"] + line["width"] / 2 <= zero["x"] + zero["width"]
    page.get_by_text("See the numbers as a table").click()
    for row in page.locator("details tbody tr").all()[:6]:
        day = int(re.search(r"-?\d+", row.locator("th").inner_text()).group())
        back = row.locator("td").first.inner_text().strip()
        told = column(page, day).inner_text()
        assert back == "–" or f"pain {back}" in told


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "dark"), (PHONE, "light")])
def test_axe_has_nothing_to_say_about_the_whole_recovery(chart, viewport, scheme):
    page = chart(viewport, "?range=all", color_scheme=scheme)
    assert not violations(page)
    assert not page.complaints
