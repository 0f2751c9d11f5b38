"""Reading on a phone: pinned advice first, what was read is remembered, a question goes on the list; also without
script.
"""

import re

import pytest
from browsing import PHONE, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_a_patient_reads_says_so_and_asks_about_it(demo, open_page, has_script):
    page = open_page(PHONE, java_script_enabled=has_script)
    sign_in(page, demo, "discectomy@demo.example")
    page.goto(f"{demo}/")
    assert page.get_by_role("heading", name=re.compile("^Advice from ")).is_visible()
    assert page.get_by_text("It takes the place of “Why physical therapy matters”.").is_visible()
    page.get_by_role("link", name="Read more in Learn").click()
    stage = page.locator("section.card", has=page.get_by_role("heading", name="Building up"))
    assert "advice takes its place." in stage.inner_text()
    stage.get_by_text("Read it all the same").click()
    stage.get_by_role("button", name="I have read this about “Why physical therapy matters”").click()
    assert page.url.split("#")[0] == f"{demo}/learn"
    stage.get_by_text("Read it all the same").click()
    assert stage.get_by_text(re.compile("^You read this on ")).count() == 2
    stage.get_by_role("link", name="I have a question about “Everyone heals in their own way”").click()
    page.get_by_role("button", name="Put it on my list").click()
    assert page.get_by_text("Write your question").first.is_visible()
    page.get_by_label("Your question").fill("How long does it take for me?")
    page.get_by_role("button", name="Put it on my list").click()
    assert page.get_by_role("status").inner_text() == "Your question is on the list for your next visit."
    assert not page.other_hosts
    assert not page.complaints
