"""The caseload by keys: down, up, open, close and next, only inside the list and never while something is typed."""

import re

import pytest
from browsing import DESK, sign_in

pytestmark = pytest.mark.browser


def test_keys_go_through_the_list_and_rest_in_a_field(shared_demo, open_page):
    page = open_page(DESK)
    sign_in(page, shared_demo, "physio@demo.example")
    page.goto(f"{shared_demo}/caseload")
    names = page.locator(".rows > li:visible .who a").all_inner_texts()

    def place() -> int:
        return names.index(page.evaluate("document.activeElement.innerText"))

    assert page.locator("[data-keys]").is_visible()
    page.locator("body").press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.locator("#name").press("j")
    assert page.locator("#name").input_value() == "j"
    page.locator("#name").fill("")
    page.locator(".rows .who a").first.focus()
    for key, expected in (("ArrowDown", 1), ("j", 2), ("n", 3), ("ArrowUp", 2), ("k", 1), ("k", 0), ("k", 0), ("j", 1)):
        page.keyboard.press(key)
        assert place() == expected, key
    page.keyboard.press("c")
    note = page.locator(".rows > li").nth(1).locator(".closing :is([name=note], [name=sign_note])").first
    note.focus()
    page.keyboard.type("jnk")
    assert note.input_value() == "jnk"
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert place() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/patients/"))
    assert names[1] in page.locator("h1").inner_text()
    page.get_by_role("link", name="Next patient to look at").click()
    page.wait_for_url(re.compile("/patients/"))
    assert names[1] not in page.locator("h1").inner_text()
