"""The main job, end to end at 390x844: a patient records and reads; their physiotherapist sees exactly that.

With JavaScript and without.
"""

import re

import pytest
from browsing import DESK, PHONE, sign_in

from recovery.content.shipped import shipped_document
from recovery.domain.sentences import passage_text

pytestmark = pytest.mark.browser

NOTE = "Stiff this morning, better after a walk"


def words_of(page, selector: str = "main") -> str:
    return " ".join(page.locator(selector).inner_text().split())


def check_in_with_a_warning_sign(phone, address: str) -> None:
    phone.goto(address)
    phone.get_by_role("link", name=re.compile("Check in")).click()
    for name, value in (("back_pain_average", "7"), ("leg_pain_average", "6"), ("warning_signs", "numb-between-legs")):
        phone.locator(f'input[name="{name}"][value="{value}"]').first.check()
    phone.locator('input[name="walking_minutes"]').fill("17")
    phone.get_by_text("Write a note").click()
    phone.locator('textarea[name="note"]').fill(NOTE)
    phone.get_by_role("button", name="Save my check-in").click()
    phone.wait_for_load_state()
    assert phone.locator("h1").first.inner_text().startswith("Call 999 now")
    assert phone.locator('a[href="tel:999"]').count()
    assert phone.url == f"{address}/check-ins"


def log_a_session(phone, address: str, *, has_script: bool) -> None:
    phone.goto(f"{address}/therapy-sessions/new")
    phone.get_by_role("button", name=re.compile("I did all as planned")).click()
    if has_script:
        phone.get_by_role("button", name=re.compile("^Save")).click()
    phone.wait_for_load_state()
    assert "saved" in words_of(phone).lower()
    phone.goto(address)
    count, planned = re.search(r"(\d+) of (\d+) done", words_of(phone)).groups()
    assert count == planned != "0"


def read_what_fits(phone, address: str) -> None:
    """The stage by name, and the clinic's own sentence behind a press, word for word."""
    phone.goto(f"{address}/learn")
    assert "First days" in words_of(phone)
    assert re.search(r"Approved by [A-Z]\w+ [A-Z]\w+", words_of(phone))
    phone.locator("summary", has_text=re.compile("original words", re.IGNORECASE)).first.click()
    quoted = phone.locator("blockquote").first
    assert quoted.is_visible()
    document = shipped_document()
    originals = [
        " ".join(passage_text(document.paragraphs[each.paragraph - 1], each.first_sentence, each.last_sentence).split())
        for each in document.passages
    ]
    assert " ".join(quoted.inner_text().split()) in originals


def recorded_lines(page, address: str) -> list[str]:
    """What today's entries say on the patient's own list."""
    page.goto(f"{address}/progress")
    return [" ".join(each.split()) for each in page.locator("ol.list > li p").all_inner_texts()]


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_a_patient_records_and_reads_and_the_physiotherapist_sees_exactly_that(demo, open_page, has_script):
    phone = open_page(PHONE, java_script_enabled=has_script)
    sign_in(phone, demo, "fusion@demo.example")
    assert phone.locator("h1").inner_text() == "Day 12"
    given_name = re.search(r"spinal fusion, (\w+)", words_of(phone, "body")).group(1)
    check_in_with_a_warning_sign(phone, demo)
    log_a_session(phone, demo, has_script=has_script)
    read_what_fits(phone, demo)
    own = recorded_lines(phone, demo)
    for line in ("Back pain 7, leg pain 6", "Walked 17 minutes", NOTE):
        assert line in own
    exercises = [line for line in own if re.search(r": done$", line)]
    assert exercises

    desk = open_page(DESK, java_script_enabled=has_script)
    sign_in(desk, demo, "physio@demo.example")
    desk.goto(f"{demo}/caseload")
    top = desk.locator("section[aria-labelledby]").first
    assert top.locator("h2").inner_text().startswith("Warning signs: look now")
    row = top.locator(".rows > li").first
    assert given_name in row.inner_text()
    for said in ("Day 12, first days", "Warning sign: ", "told to call the emergency number", "17 min", NOTE):
        assert said in " ".join(row.inner_text().split())
    row.locator("a").first.click()
    desk.wait_for_load_state()
    assert given_name in desk.locator("h1").inner_text()
    summary = words_of(desk)
    for line in ("Back pain 7, leg pain 6. Walked 17 minutes", NOTE, *exercises[:3]):
        assert line in summary
    desk.get_by_text("See the numbers as a table").click()
    today = desk.locator("tbody tr", has=desk.get_by_role("rowheader", name="Day 12", exact=True))
    assert [each.strip() for each in today.locator("td").all_inner_texts()][:3] == ["7", "6", "17"]
    assert not [*phone.other_hosts, *desk.other_hosts]
