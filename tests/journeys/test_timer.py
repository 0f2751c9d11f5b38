"""The timer of an exercise on a phone: it counts by the clock, says little, and records nothing by itself."""

import re

import pytest
from axe import violations
from browsing import DESK, PHONE, sign_in

pytestmark = pytest.mark.browser

FUSION = "fusion@demo.example"
SOUNDS = """() => {
  window.sounds = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { window.sounds += 1; return start.apply(this, when); };
}"""
NOT_FILLED = '#exercises input:checked, #exercises input[type=text]:not([value=""])'


def exercises(page, address, who=FUSION):
    """The page of exercises with a clock that moves only when told to, and sounds counted."""
    page.clock.install()
    sign_in(page, address, who)
    page.goto(f"{address}/therapy-sessions/new")
    page.evaluate(f"({SOUNDS})()")
    return page.locator("[data-timer]").first


def digits(timer) -> str:
    return timer.locator("[data-digits]").inner_text()


def says(timer) -> str:
    return timer.locator("[data-says]").inner_text()


def press(timer, name: str) -> None:
    timer.get_by_role("button", name=name, exact=True).click()


def test_minutes_start_pause_go_on_and_start_over(shared_demo, open_page):
    page = open_page(PHONE)
    timer = exercises(page, shared_demo)
    assert digits(timer) == "5:00"
    page.clock.run_for(3000)
    assert digits(timer) == "5:00", "nothing begins by itself"
    press(timer, "Start")
    assert says(timer) == "Go."
    page.clock.run_for(10_000)
    assert digits(timer) == "4:50"
    press(timer, "Pause")
    page.clock.run_for(60_000)
    assert digits(timer) == "4:50"
    press(timer, "Go on")
    page.clock.run_for(5000)
    assert digits(timer) == "4:45"
    press(timer, "Start over")
    assert digits(timer) == "5:00"
    page.clock.run_for(5000)
    assert digits(timer) == "5:00"
    assert not page.complaints


def test_it_says_begin_half_and_end_sounds_once_and_fills_nothing_in(shared_demo, open_page):
    page = open_page(PHONE)
    timer = exercises(page, shared_demo)
    press(timer, "Start")
    heard = [says(timer)]
    for _second in range(301):
        page.clock.run_for(1000)
        if says(timer) != heard[-1]:
            heard.append(says(timer))
    assert heard == ["Go.", "Half way.", "Time is up."]
    assert page.evaluate("window.sounds") == 1
    assert digits(timer) == "5:00"
    assert page.locator(NOT_FILLED).count() == 0


def test_after_the_phone_slept_it_shows_what_the_clock_says(shared_demo, open_page):
    page = open_page(PHONE)
    timer = exercises(page, shared_demo)
    press(timer, "Start")
    page.clock.fast_forward(100_000)  # as after a sleep: of all the ticks that were due, one comes
    assert digits(timer) == "3:20"
    page.clock.fast_forward(1_000_000)
    assert says(timer) == "Time is up."
    assert digits(timer) == "5:00"


def test_the_sound_can_be_off_and_stays_off(shared_demo, open_page):
    page = open_page(PHONE)
    timer = exercises(page, shared_demo)
    press(timer, "Sound is on")
    page.reload()
    page.evaluate(f"({SOUNDS})()")
    assert timer.get_by_role("button", name="Sound is off").is_visible()
    press(timer, "Start")
    page.clock.fast_forward(300_000)
    assert says(timer) == "Time is up."
    assert page.evaluate("window.sounds") == 0
    assert page.evaluate("Object.keys(localStorage)") == ["timer-sound"]


def test_it_works_where_the_browser_keeps_nothing(shared_demo, open_page):
    page = open_page(PHONE)
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('kept out'); }});")
    timer = exercises(page, shared_demo)
    press(timer, "Sound is on")
    assert timer.get_by_role("button", name="Sound is off").is_visible()
    press(timer, "Start")
    page.clock.fast_forward(300_000)
    assert says(timer) == "Time is up."


def prescribe_a_hold(page, address, name) -> None:
    """As the physiotherapist does: the first exercise of this patient becomes 3 holds of 10 seconds."""
    sign_in(page, address, "physio@demo.example")
    page.goto(f"{address}/caseload")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("link", name="Change the plan").click()
    page.locator('[name$="-repetitions"]').first.fill("3")
    page.locator('[name$="-hold_seconds"]').first.fill("10")
    page.get_by_role("button", name="Save the plan").click()
    page.wait_for_load_state()


def test_a_hold_is_counted_one_press_at_a_time(demo, open_page):
    phone = open_page(PHONE)
    sign_in(phone, demo, FUSION)
    name = re.search(r"spinal fusion, (\w+)", phone.locator("header").inner_text()).group(1)
    prescribe_a_hold(open_page(DESK), demo, re.compile(name))
    phone = open_page(PHONE, color_scheme="dark")
    timer = exercises(phone, demo)
    place = timer.locator("[data-place]")
    for number in (1, 2, 3):
        assert (place.inner_text(), digits(timer)) == (f"Hold {number} of 3", "0:10")
        phone.clock.run_for(20_000)
        assert digits(timer) == "0:10", "the next hold waits for the next press"
        press(timer, "Start")
        phone.clock.run_for(10_200)
    assert says(timer) == "Let go. That was hold 3 of 3, the last one."
    assert place.inner_text() == "Hold 1 of 3"
    assert phone.evaluate("window.sounds") == 3
    assert phone.locator(NOT_FILLED).count() == 0
    assert not violations(phone)


@pytest.mark.parametrize("who", [FUSION, "discectomy@demo.example"], ids=["5 minutes", "12 minutes"])
def test_its_buttons_are_high_enough_for_a_thumb_and_all_fits_also_with_large_text(shared_demo, open_page, who):
    page = open_page(PHONE)
    timer = exercises(page, shared_demo, who)
    for size in ("100%", "200%"):
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
        for button in timer.get_by_role("button").all():
            assert button.bounding_box()["height"] >= 48
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_script_there_is_no_timer_and_the_form_works(demo, open_page):
    page = open_page(PHONE, java_script_enabled=False)
    sign_in(page, demo, FUSION)
    page.goto(f"{demo}/therapy-sessions/new")
    assert page.locator("[data-timer]").count()
    assert not page.locator("[data-timer]").first.is_visible()
    page.locator('input[value="partly"]').first.check()
    page.locator('input[name^="share-"][value="50"]').first.check()
    assert not page.get_by_text("Why did you stop?").is_visible()
    page.get_by_label("I stopped early").check()
    page.locator('input[name="why_stopped"][value="dizzy"]').check()
    assert page.get_by_text("Stop and rest. If it is new").is_visible()
    page.get_by_role("button", name="Save exercises").click()
    page.wait_for_load_state()
    assert "You stopped because of pain or feeling dizzy." in page.locator("main").inner_text()
