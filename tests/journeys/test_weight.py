"""What a page costs on a slow line, as a real browser counts it: everything over the wire, and nothing that jumps."""

import pytest
from browsing import PHONE, sign_in

pytestmark = pytest.mark.browser

FIRST_VISIT, PAGE_AFTER = 60_000, 12_000
"""Bytes over the wire, headers and everything that the page asks for included."""

PAGES = (
    "/check-ins/new",
    "/therapy-sessions/new",
    "/progress",
    "/learn",
    "/not-well/new",
    "/questions",
    "/call-me",
    "/activities",
    "/recording-status",
    "/warning-signs",
    "/account",
)
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""


@pytest.fixture
def patient(shared_demo, open_page):
    """A browser that has seen no page yet, signed in as the named patient."""
    before = open_page(PHONE)
    sign_in(before, shared_demo, "fusion@demo.example")
    page = open_page(PHONE)
    page.context.add_cookies(before.context.cookies())
    return page


def weigh(page, address: str) -> int:
    """Bytes over the wire until nothing more is asked for."""
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    session.detach()
    return int(sum(sizes))


def test_the_first_visit_and_every_page_after_it_stay_within_their_bytes(shared_demo, patient):
    first = weigh(patient, shared_demo)
    assert patient.locator("h1").inner_text() == "Day 12"
    assert 5_000 < first <= FIRST_VISIT
    after = {path: weigh(patient, f"{shared_demo}{path}") for path in PAGES}
    assert not {path: bytes_ for path, bytes_ in after.items() if not 500 < bytes_ <= PAGE_AFTER}


@pytest.mark.parametrize("path", ["/", "/check-ins/new", "/progress", "/learn"])
def test_nothing_moves_while_a_page_is_being_built(shared_demo, patient, path):
    patient.goto(f"{shared_demo}{path}")
    patient.wait_for_load_state("networkidle")
    assert patient.evaluate(SHIFTS) == 0


def test_a_page_is_usable_before_any_script_has_arrived(shared_demo, patient):
    """Scripts hang for ever; the form is filled in and sent all the same."""
    patient.route("**/*.js*", lambda _route: None)
    patient.goto(f"{shared_demo}/check-ins/new", wait_until="commit")
    patient.locator("#back_pain_average-3").check()
    patient.get_by_role("button", name="Save my check-in").click(no_wait_after=True)
    patient.wait_for_url("**/saved", wait_until="commit")
