"""The whole patient side with the keyboard alone. What has the focus is always to be seen, and never stands behind the
bar or the button at the bottom.
"""

import re

import pytest
from browsing import PHONE

pytestmark = pytest.mark.browser

WHERE = """() => {
  const at = document.activeElement;
  if (at === document.body || at.id === 'main') return { why: '', what: '' };
  const style = (each) => getComputedStyle(each);
  const outlines = (each) => style(each).outlineStyle !== 'none' && style(each).outlineWidth !== '0px';
  const drawn = [at, at.nextElementSibling].find((each) => each && each.checkVisibility() && outlines(each)
    && (each === at || each.matches('label')) && style(each).opacity !== '0');
  const box = (drawn ?? at).getBoundingClientRect();
  const bar = document.querySelector('.tabs, .dock')?.getBoundingClientRect();
  const isInBar = at.closest('.tabs, .dock') !== null;
  const isBehind = bar && !isInBar && box.height < 300 && box.bottom > bar.top + 1 && box.top < bar.bottom;
  const isOut = box.height < 300 && (box.top < -1 || box.bottom > innerHeight + 1);
  const why = [[!drawn, 'no outline'], [isBehind, 'behind'], [isOut, 'off screen']].filter((each) => each[0]);
  return { why: why.map((each) => each[1]).join(', '), what: at.outerHTML.slice(0, 120) };
}"""


class Keyboard:
    """Somebody's hands on a keyboard; `wrong` is every stop at which the focus was not to be seen."""

    def __init__(self, page):
        self.page, self.stops, self.wrong = page, 0, []

    def press(self, key: str, times: int = 1) -> None:
        for _time in range(times):
            self.page.keyboard.press(key)
            seen = self.page.evaluate(WHERE)
            self.stops += 1
            if seen["why"]:
                self.wrong.append((self.page.url, key, seen["why"], seen["what"]))

    def reach(self, selector: str, key: str = "Tab", most: int = 150) -> None:
        for _press in range(most):
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            self.press(key)
        raise AssertionError(f"{key} never reached {selector} on {self.page.url}")

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def follow(self, selector: str, address: str, key: str = "Tab") -> None:
        """Reach it, press Enter, and be on the page it leads to."""
        self.reach(selector, key)
        with self.page.expect_navigation(url=re.compile(address)):
            self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()

    @property
    def focused(self) -> str:
        return self.page.evaluate("document.activeElement.id || document.activeElement.name")


def sign_in_by_keyboard(keyboard, address: str) -> None:
    keyboard.page.goto(f"{address}/sign-in")
    keyboard.reach("#email")
    keyboard.type("patient24@demo.example")
    keyboard.reach("#password")
    keyboard.type("recovery-demo")
    keyboard.follow("button.btn-primary", "/$")


def check_in_by_keyboard(keyboard) -> None:
    """First with a mistake: the summary takes the focus, and its link leads to the field."""
    keyboard.follow("a.btn-glow", "/check-ins/new")
    keyboard.reach('[name="back_pain_average"]')
    keyboard.press("Space")
    keyboard.press("ArrowRight", 3)
    keyboard.press("ArrowLeft")
    keyboard.reach('[name="walking_minutes"]')
    keyboard.type("a lot")
    keyboard.follow(".dock button", "/check-ins$")
    assert keyboard.focused == "errors"
    keyboard.reach("#errors a")
    keyboard.page.keyboard.press("Enter")
    assert keyboard.focused == "walking_minutes"
    assert keyboard.page.locator("#walking_minutes").input_value() == "a lot"
    keyboard.page.keyboard.press("Control+a")
    keyboard.type("22")
    keyboard.reach('[name="warning_signs"][value="none"]', key="Shift+Tab")
    keyboard.press("Space")
    keyboard.follow(".dock button", "/saved$")
    assert "Back pain 2" in keyboard.page.locator("main").inner_text()
    assert "Walked 22 minutes" in keyboard.page.locator("main").inner_text()


def exercise_by_keyboard(keyboard) -> None:
    keyboard.follow('a.btn[href="/therapy-sessions/new"]', "/therapy-sessions/new")
    keyboard.reach("[data-all-as-planned]")
    keyboard.press("Space")
    keyboard.page.get_by_text("Filled in. Look it over").wait_for()
    keyboard.reach('[name="pain_during"]')
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.follow(".dock button", "/saved$")
    assert "Pain during: 1" in keyboard.page.locator("main").inner_text()


def ask_by_keyboard(keyboard) -> None:
    keyboard.follow(".tabs a", "/$")
    keyboard.follow('a[href="/questions"]', "/questions")
    keyboard.reach("textarea")
    keyboard.type("How long may I sit?")
    keyboard.press("Tab")
    keyboard.page.keyboard.press("Enter")
    keyboard.page.get_by_role("status").wait_for()
    assert "How long may I sit?" in keyboard.page.locator("main").inner_text()


def take_back_by_keyboard(keyboard) -> None:
    """From Progress, the check-in of a moment ago: within ten minutes it is gone, as if it had not been sent."""
    keyboard.follow('.tabs a[href="/progress"]', "/progress")
    keyboard.reach("details summary")
    keyboard.page.keyboard.press("Enter")
    assert keyboard.page.locator("details[open]").count() == 1
    keyboard.follow('a[href^="/check-ins/"][href$="/change"]', "/change$")
    keyboard.follow('a[href$="/take-back"]', "/take-back$")
    keyboard.follow("main button.btn-primary", "/$")
    assert "Undone." in keyboard.page.get_by_role("status").first.inner_text()


def test_everything_a_patient_does_goes_with_the_keyboard_alone_and_the_focus_is_always_seen(busy_demo, open_page):
    page = open_page(PHONE, reduced_motion="reduce")
    keyboard = Keyboard(page)
    sign_in_by_keyboard(keyboard, busy_demo)
    check_in_by_keyboard(keyboard)
    exercise_by_keyboard(keyboard)
    ask_by_keyboard(keyboard)
    take_back_by_keyboard(keyboard)
    assert not keyboard.wrong
    assert keyboard.stops > 60
    assert not page.complaints
