"""Text at 200 % on a phone: no button is hidden or cut off, and the bars at the bottom leave the page to be read."""

import pytest
from browsing import PATIENT_PAGES, PHONE, sign_in

pytestmark = pytest.mark.browser

FUSION = "fusion@demo.example"
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT_OFF = """() => [...document.querySelectorAll('button, a.btn, .tabs a, label')].filter((each) => {
  if (!each.checkVisibility() || each.matches('.visually-hidden')) return false;
  const box = each.getBoundingClientRect();
  const words = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  const drawn = document.createRange();
  for (let next = words.nextNode(); next; next = words.nextNode()) {
    if (next.parentElement.closest('.visually-hidden')) continue;
    drawn.selectNodeContents(next);
    for (const at of drawn.getClientRects()) {
      if (at.right > box.right + 1 || at.left < box.left - 1 || at.bottom > box.bottom + 1) return true;
    }
  }
  return box.right > innerWidth || box.left < 0;
}).map((each) => each.outerHTML.slice(0, 120))"""


def test_at_200_per_cent_text_no_button_is_hidden_and_the_page_keeps_its_height(shared_demo, open_page):
    page = open_page(PHONE, reduced_motion="reduce")
    sign_in(page, shared_demo, FUSION)
    for path in PATIENT_PAGES:
        page.goto(f"{shared_demo}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.evaluate(LARGE_TEXT)
        assert page.evaluate(WIDER) <= 0, path
        assert not page.evaluate(CUT_OFF), path
        stands = page.locator(".tabs, .dock")
        assert stands.count() == 1, path
        assert stands.bounding_box()["height"] <= 0.25 * PHONE["height"], path


def test_at_200_per_cent_text_the_names_in_the_bar_are_as_large_as_other_small_text_and_whole(shared_demo, open_page):
    page = open_page(PHONE)
    sign_in(page, shared_demo, FUSION)
    page.evaluate(LARGE_TEXT)
    tabs = page.locator(".tabs a")
    assert [each.strip() for each in tabs.all_inner_texts()] == ["Today", "Exercises", "Progress", "Learn"]
    for tab in tabs.all():
        assert tab.evaluate("(each) => getComputedStyle(each).fontSize") == "30px"
        box = tab.bounding_box()
        assert box["height"] < 60, "on one line"
        assert box["height"] >= 48
        assert box["width"] >= 48
