"""For every body and eye: the person's own colours, no motion, landmarks, live regions, and as much time as anybody
needs.
"""

import pytest
from browsing import PATIENT_PAGES, PHONE, sign_in

pytestmark = pytest.mark.browser

FUSION = "fusion@demo.example"
MINUTE = 60_000
SMALL_FORMS = ("/check-ins/new", "/therapy-sessions/new", "/questions")
COLOURS = """(element) => {
  const has = getComputedStyle(element);
  return { background: has.backgroundColor, edge: has.borderTopColor };
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter((each) => {
  const has = getComputedStyle(each);
  return /[1-9]/.test(has.transitionDuration) || (has.animationName !== 'none' && /[1-9]/.test(has.animationDuration));
}).length"""
LANDMARKS = """() => ({
  mains: document.querySelectorAll('main').length,
  titles: document.querySelectorAll('h1').length,
  unnamed: [...document.querySelectorAll('nav')].filter((each) => !each.getAttribute('aria-label')).length,
  names: [...document.querySelectorAll('nav')].map((each) => each.getAttribute('aria-label')),
  language: document.documentElement.lang,
  headers: document.querySelectorAll('body > header').length,
})"""


def opened(page, address, path):
    page.goto(f"{address}{path}")
    return page


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_persons_own_colours_what_is_chosen_and_where_one_is_can_be_told(shared_demo, open_page, scheme):
    page = open_page(PHONE, forced_colors="active", color_scheme=scheme)
    sign_in(page, shared_demo, FUSION)
    here, elsewhere = page.locator(".tabs a[aria-current]"), page.locator(".tabs a:not([aria-current])").first
    assert here.evaluate(COLOURS)["edge"] != elsewhere.evaluate(COLOURS)["edge"]
    for tick in page.locator(".tick:not(.on)").all():
        assert not tick.locator("svg").is_visible(), "what is not done has no check in its ring"
    opened(page, shared_demo, "/check-ins/new")
    for name, value in (("back_pain_average", "4"), ("bearable", "yes"), ("warning_signs", "none")):
        field = page.locator(f'[name="{name}"]')
        page.locator(f'[name="{name}"][value="{value}"]').check()
        shades = {
            each.evaluate("(input) => input.checked"): each.locator("+ label").evaluate(COLOURS)["background"]
            for each in field.all()
        }
        assert len(shades) == len(set(shades.values())) == 2, name
    for name in ("Save my check-in", "Get help"):
        press = page.get_by_text(name, exact=True)
        assert press.evaluate(COLOURS)["edge"] != press.evaluate(COLOURS)["background"]


def test_nothing_moves_for_who_asked_for_less_motion(shared_demo, open_page):
    page = open_page(PHONE, reduced_motion="reduce")
    sign_in(page, shared_demo, FUSION)
    for path in PATIENT_PAGES:
        opened(page, shared_demo, path)
        unfold(page)
        assert page.evaluate(MOVING) == 0, path
        assert page.evaluate("document.getAnimations().length") == 0, path
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", path
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) > 0, "or the test would see nothing"


def test_every_page_has_one_main_part_one_title_named_navigation_and_its_language(shared_demo, open_page):
    page = open_page(PHONE)
    sign_in(page, shared_demo, FUSION)
    for path in (*PATIENT_PAGES, "/warning-signs", "/account", "/account/looks"):
        found = opened(page, shared_demo, path).evaluate(LANDMARKS)
        told = (found["mains"], found["titles"], found["unnamed"], found["language"], found["headers"])
        assert told == (1, 1, 0, "en-GB", 1), path
        assert len(set(found["names"])) == len(found["names"]), path


def test_what_changes_is_said(shared_demo, open_page):
    """Without a new page by a status, on a new page by an alert that has the focus."""
    page = open_page(PHONE)
    sign_in(page, shared_demo, FUSION)
    opened(page, shared_demo, "/therapy-sessions/new")
    said = page.locator("[data-all-filled]")
    assert (said.get_attribute("role"), said.inner_text()) == ("status", "")
    page.get_by_role("button", name="I did all as planned").click()
    assert said.inner_text() == "Filled in. Look it over, then press Save exercises."
    opened(page, shared_demo, "/learn")
    page.get_by_label("Look for a word").fill("surgery")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/learn/search")
    assert page.get_by_role("status").inner_text() == "10 places found."
    for path in SMALL_FORMS:
        opened(page, shared_demo, path)
        page.locator("form[data-send-once] button.btn-primary").first.click()
        page.wait_for_load_state()
        assert page.get_by_role("alert").first.get_attribute("id") == "errors", path
        assert page.evaluate("document.activeElement.id") == "errors", path


def test_a_patient_has_all_the_time_there_is(shared_demo, open_page):
    """An hour on a half-filled form: the page neither moves on nor warns, and the sign-in outlasts it by far."""
    page = open_page(PHONE)
    page.clock.install()
    sign_in(page, shared_demo, FUSION)
    ends = [each["expires"] for each in page.context.cookies()]
    assert ends
    assert not [each for each in ends if 0 <= each < page.evaluate("Date.now()") / 1000 + 20 * 60]
    for path in PATIENT_PAGES:
        opened(page, shared_demo, path)
        assert page.locator('meta[http-equiv="refresh"], [data-idle-warning]').count() == 0, path
    opened(page, shared_demo, "/check-ins/new")
    page.locator('[name="back_pain_average"][value="3"]').check()
    page.locator('[name="walking_minutes"]').fill("12")
    before = page.locator("body").inner_text()
    page.clock.fast_forward(60 * MINUTE)
    assert page.url == f"{shared_demo}/check-ins/new"
    assert page.locator('[name="back_pain_average"][value="3"]').is_checked()
    assert page.locator('[name="walking_minutes"]').input_value() == "12"
    assert page.locator("body").inner_text() == before
