"""Every page in a real browser: nothing for axe to say in either theme, no other host, no inline style or script, and
nothing cut off at 200 % text.
"""

import re

import pytest
from axe import violations
from browsing import DESK, PATIENT_PAGES, PHONE, sign_in

pytestmark = pytest.mark.browser

NOBODY = ("/sign-in", "/join", "/join/staff", "/warning-signs", "/nothing-here")
PATIENT = (*PATIENT_PAGES, "/progress?entries=all", "/sign-out")
PHYSIOTHERAPIST = (
    "/caseload",
    "/caseload?state=not-heard-from",
    "/patients/new",
    "/library",
    "/cohort",
    "/away",
    "/more",
)
ACCOUNT = ("/account", "/account/looks", "/account/agreement")
BESIDE = ("/open-in-emergency", "/account", "/caseload/export", "/caseload/sheets-today")
FIRST_PATIENT = ("", "/plan", "/advice", "/care", "/appointments", "/check-ins/new", "/entries")
ON_PAPER = ("/appointment-sheet", "/as-text")
CORRECTIONS = ("/details", "/operation", "/new-operation", "/status", "/rhythm", "/timed-tests")
LEAD = ("/", "/staff", "/documents", "/library/exercises/new", "/library/templates/new", "/clinic", "/audit")
PAGES = (
    (None, NOBODY),
    ("fusion@demo.example", PATIENT),
    ("fusion@demo.example", ACCOUNT),
    ("patient7@demo.example", ("/call-me",)),
    ("discectomy@demo.example", ("/", "/progress", "/questions", "/activities", "/learn", "first question")),
    ("laminectomy@demo.example", ("/", "/progress")),
    ("physio@demo.example", PHYSIOTHERAPIST),
    ("physio@demo.example", BESIDE),
    ("physio@demo.example", tuple(f"first patient{path}" for path in FIRST_PATIENT)),
    ("physio@demo.example", tuple(f"first patient{path}" for path in CORRECTIONS)),
    ("physio@demo.example", tuple(f"first patient{path}" for path in ON_PAPER)),
    ("lead@demo.example", (*LEAD, "/rules", "/usual-ranges", "first version", "first passage")),
)


def names(value) -> str:
    """Who, and the first page."""
    return value.split("@")[0] if isinstance(value, str) else value[0] if isinstance(value, tuple) else "nobody"


def where(page, address, path) -> str:
    """The address of "first patient/plan" and the like, found as a person finds it."""
    name, _slash, rest = path.partition("/")
    if name == "first patient":
        page.goto(f"{address}/caseload")
        return f"{page.locator('.rows .who a').first.get_attribute('href')}{_slash}{rest}"
    if name == "first question":
        page.goto(f"{address}/learn")
        return page.get_by_role("link", name=re.compile("^I have a question")).first.get_attribute("href")
    if name in {"first version", "first passage"}:
        page.goto(f"{address}/documents")
        version = page.locator("main .list a").first.get_attribute("href")
        if name == "first version":
            return version
        page.goto(f"{address}{version}")
        return page.get_by_role("link", name=re.compile("^Edit")).first.get_attribute("href")
    return path


def open_every(page, address, who, paths):
    """Each page in turn, with everything that is folded unfolded."""
    if who:
        sign_in(page, address, who)
    for path in paths:
        page.goto(f"{address}{where(page, address, path)}")
        yield path
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        yield f"{path} unfolded"


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone in the dark", "desk in the light"]
)
@pytest.mark.parametrize(("who", "paths"), PAGES, ids=names)
def test_axe_finds_nothing_and_no_other_host_is_asked(shared_demo, open_page, who, paths, viewport, scheme):
    page = open_page(viewport, color_scheme=scheme)
    for path in open_every(page, shared_demo, who, paths):
        found = violations(page)
        assert not found, (path, found)
    assert not page.other_hosts
    assert not page.complaints


@pytest.mark.parametrize(("who", "paths"), PAGES, ids=names)
def test_no_page_holds_inline_style_or_script_and_all_stands_in_the_width_of_a_phone(
    shared_demo, open_page, who, paths
):
    page = open_page(PHONE)
    for path in open_every(page, shared_demo, who, paths):
        html = page.content().replace(' style=""', "")  # what is left of the larger text below
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", html), path
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert wider_than_the_screen(page) <= 0, path
        page.evaluate("document.documentElement.removeAttribute('style')")


STAFF = [(who, paths) for who, paths in PAGES if who and who.startswith(("physio", "lead"))]
TABLET = {"width": 1024, "height": 768}


def wider_than_the_screen(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize(("who", "paths"), STAFF, ids=names)
def test_every_page_of_the_staff_stands_in_the_width_of_a_ward_tablet(shared_demo, open_page, who, paths):
    page = open_page(TABLET)
    for path in open_every(page, shared_demo, who, paths):
        assert wider_than_the_screen(page) <= 0, path


def test_the_caseload_stands_in_any_width_and_in_large_text_on_a_desk(shared_demo, open_page):
    page = open_page(DESK)
    sign_in(page, shared_demo, "physio@demo.example")
    page.goto(f"{shared_demo}/caseload")
    for width in (360, 768, 992, 1180, 1280, 1366, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert wider_than_the_screen(page) <= 0, width
    page.set_viewport_size(DESK)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert wider_than_the_screen(page) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_after_a_form_have_nothing_for_axe_either(demo, open_page, scheme):
    page = open_page(PHONE, color_scheme=scheme)
    sign_in(page, demo, "fusion@demo.example")
    answers = {
        "error": lambda: None,
        "call today": lambda: page.locator('input[value="calf-sore-swollen"]').check(),
        "emergency": lambda: page.locator('input[value="numb-between-legs"]').check(),
    }
    for name, fill in answers.items():
        page.goto(f"{demo}/check-ins/new")
        fill()
        page.get_by_role("button", name="Save my check-in").click()
        page.wait_for_load_state()
        found = violations(page)
        assert not found, (name, found)
