"""The rest of a patient's phone, each thing with the side of the physiotherapist where it has one.

Reading, questions about it and pinned advice have a journey of their own (test_reading.py), and so has the timer.
"""

import re

import pytest
from browsing import DESK, PHONE, sign_in

pytestmark = pytest.mark.browser

PHYSIOTHERAPIST = "physio@demo.example"


def words_of(page, selector: str = "main") -> str:
    return " ".join(page.locator(selector).inner_text().split())


def card(page, title: str):
    return page.locator("section", has=page.get_by_role("heading", name=title, exact=True))


def press_save(page) -> None:
    page.get_by_role("button", name=re.compile("^Save")).click()
    page.wait_for_url("**/saved")


def phone_of(open_page, address: str, who: str):
    page = open_page(PHONE)
    sign_in(page, address, f"{who}@demo.example")
    return page


def desk_with(open_page, address: str, given_name: str):
    """The physiotherapist's desk, with that patient's page open."""
    page = open_page(DESK)
    sign_in(page, address, PHYSIOTHERAPIST)
    page.goto(f"{address}/caseload")
    page.get_by_role("link", name=re.compile(f"^{given_name} ")).first.click()
    page.wait_for_load_state()
    return page


def test_progress_tells_what_is_usual_in_these_words_and_not_while_a_warning_sign_is_open(shared_demo, open_page):
    page = phone_of(open_page, shared_demo, "fusion")
    page.goto(f"{shared_demo}/progress")
    usual = card(page, "What is usual on this day")
    newest = re.search(r"(\w+): back pain (\d+), leg pain (\d+)", words_of(page)).groups()[1:]
    for place, score in enumerate(newest):
        told = usual.locator("h3 + p").nth(place).inner_text()
        assert re.fullmatch(
            rf"On day 1\d many people score \d+ to \d+\. You scored {score}\. "
            r"A score cannot tell if something is wrong\. If you are worried, call\.",
            told,
        )
    assert usual.get_by_role("link", name="call").first.get_attribute("href") == "/warning-signs"
    assert "This is an estimate from published studies." in usual.inner_text()
    assert "normal" not in usual.inner_text()
    page = phone_of(open_page, shared_demo, "patient5")
    page.goto(f"{shared_demo}/progress")
    assert card(page, "What is usual on this day").count() == 0


def test_progress_tells_the_week_in_words_names_the_days_without_entry_and_says_what_today_says(shared_demo, open_page):
    page = phone_of(open_page, shared_demo, "fusion")
    figures = re.search(r"Exercises in the last 7 days: [^.]+(\.\d+)?[^A-Z]*\.", words_of(page)).group()
    page.goto(f"{shared_demo}/progress")
    told = words_of(page, "main > div:first-child")
    assert re.search(r"Your (back|leg|back and leg) pain (is|are) (about the same as|up|down)", told)
    assert re.search(
        r"You walked \d+ minutes? a day, (about the same as last week|\d+ (more|fewer) than last week)\.", told
    )
    missing = card(page, "Your entries").locator("p a.btn-plain").all_inner_texts()
    assert missing
    for each in missing:
        assert f"There is no check-in for {each.split()[0]}" in told
    assert figures in told


def test_yesterdays_therapy_is_recorded_late_partly_and_stopped_early_and_the_morning_after_belongs_to_it(
    busy_demo, open_page
):
    page = phone_of(open_page, busy_demo, "laminectomy")
    page.goto(f"{busy_demo}/therapy-sessions/new")
    page.get_by_text("Record another day").click()
    page.locator("details", has_text="Or choose a day").get_by_role("link").click()
    assert re.fullmatch(r"Exercises for \w+ \d+ \w+", page.locator("h1").inner_text())
    page.locator('[value="partly"]').first.check()
    page.locator('[name^="share-"][value="50"]').first.check()
    page.locator('[name="pain_during"][value="4"]').check()
    page.get_by_label("I stopped early").check()
    page.locator('[name="why_stopped"][value="pain"]').check()
    press_save(page)
    for told in (
        "For ",
        "partly, about half",
        "Stopped early: it hurt",
        "Pain during: 4",
        "You stopped because of pain",
    ):
        assert told.lower() in words_of(page).lower()
    page.goto(busy_demo)
    assert re.search(r"0 of \d+ done", words_of(page)), "yesterday's work is not today's"

    page.get_by_role("link", name=re.compile("Check in")).click()
    page.wait_for_url("**/check-ins/new")
    assert "You did exercises yesterday." in words_of(page)
    page.get_by_label("Worse than before").check()
    page.get_by_label("None of these").check()
    press_save(page)
    page.goto(f"{busy_demo}/progress")
    session = page.locator("ol.list > li", has_text="Yesterday: Exercises")
    assert "Next morning: worse than before" in session.inner_text()
    assert re.search(r"Recorded on \w+ \d+ \w+ at", session.inner_text()), "when it was written down"


def test_what_matters_is_chosen_scored_and_drawn_and_a_question_is_ticked_off_at_the_visit(busy_demo, open_page):
    phone = phone_of(open_page, busy_demo, "patient16")
    phone.get_by_role("link", name=re.compile("^What matters to me")).click()
    phone.get_by_label("Something that you want to do").fill("Carry my shopping")
    phone.get_by_role("button", name="Add it").click()
    phone.get_by_role("status").wait_for()
    phone.goto(f"{busy_demo}/check-ins/new")
    score = phone.get_by_role("group", name="Carry my shopping").get_by_label("4", exact=True)
    assert score.is_visible(), "before surgery it is asked at once"
    score.check()
    phone.get_by_label("None of these").check()
    press_save(phone)
    assert "Carry my shopping: 4 of 10" in words_of(phone)
    phone.goto(f"{busy_demo}/progress")
    assert re.search(r"Carry my shopping: \D*4", " ".join(card(phone, "What matters to me").inner_text().split()))

    phone.goto(f"{busy_demo}/questions")
    phone.get_by_label("Your question").fill("When can I sit in a car?")
    phone.get_by_role("button", name="Put it on my list").click()
    phone.get_by_role("status").wait_for()
    phone.get_by_label("Poor sleep").check()
    phone.get_by_role("button", name="Put these on my list").click()
    phone.get_by_role("status").wait_for()
    desk = desk_with(open_page, busy_demo, "Samir")
    assert "Carry my shopping" in card(desk, "What matters to the patient").inner_text()
    listed = card(desk, "Questions for the visit")
    assert listed.locator("li").count() == 2
    listed.locator("li", has_text="When can I sit in a car?").get_by_role("button", name="Talked about").click()
    desk.wait_for_load_state()
    assert "When can I sit in a car?" not in card(desk, "Questions for the visit").inner_text()
    phone.reload()
    assert "When can I sit in a car?" in card(phone, "Talked about").inner_text()
    assert "Poor sleep" in card(phone, "On your list").inner_text()


def test_a_call_asked_for_stands_under_look_at_today_until_a_review_closes_it(busy_demo, open_page):
    phone = phone_of(open_page, busy_demo, "patient11")
    phone.get_by_role("link", name=re.compile("^Ask my physiotherapist to call me")).click()
    phone.get_by_label("What is it about?").fill("My new chair")
    phone.get_by_role("button", name="Ask for a call").click()
    phone.get_by_role("heading", name="You asked for a call").wait_for()
    assert "Your team sees that you asked when they next look at their list." in words_of(phone)

    desk = open_page(DESK)
    sign_in(desk, busy_demo, PHYSIOTHERAPIST)
    desk.goto(f"{busy_demo}/caseload")
    today = desk.locator("section", has=desk.get_by_role("heading", name=re.compile("^Look at today")))
    row = today.locator(".rows > li", has_text="Niamh")
    assert "Asked for a call" in row.inner_text()
    row.get_by_role("link").first.click()
    assert "My new chair" in desk.locator(".callc").inner_text()
    desk.get_by_label("Note for the patient").fill("We talked about your chair.")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Called, they answered").click()
    assert desk.locator(".callc").count() == 0
    desk.goto(f"{busy_demo}/caseload")
    assert "Asked for a call" not in desk.locator(".rows > li", has_text="Niamh").inner_text()
    phone.reload()
    assert phone.get_by_role("button", name="Ask for a call").is_visible()
    phone.goto(busy_demo)
    assert "We talked about your chair." in words_of(phone)


def test_how_often_is_set_by_the_physiotherapist_and_read_by_the_patient(busy_demo, open_page):
    desk = desk_with(open_page, busy_demo, "Dmitri")
    desk.get_by_role("link", name="How often check-ins are due").click()
    desk.get_by_label("Twice a week").check()
    desk.get_by_label("Why").fill("Back at work, and we look at the leg")
    desk.get_by_role("button", name="Save how often").click()
    desk.wait_for_load_state()
    assert "Twice a week" in words_of(desk)
    phone = phone_of(open_page, busy_demo, "patient17")
    assert "Daphne Fairweather set how often: twice a week." in words_of(phone, "header")
    assert "look at the leg" not in words_of(phone, "body")
    assert phone.get_by_role("link", name=re.compile("Check in|Add another")).is_visible(), (
        "more can always be recorded"
    )


def test_in_hospital_and_back_are_said_by_the_patient_and_seen_by_the_team(busy_demo, open_page):
    phone = phone_of(open_page, busy_demo, "patient20")
    phone.get_by_role("link", name="In hospital, or not recording for now?").click()
    phone.get_by_label("I am in hospital").check()
    phone.get_by_role("button", name="Save").click()
    phone.wait_for_url(f"{busy_demo}/")
    assert "Saved: you are in hospital. Your team can see it." in phone.get_by_role("status").first.inner_text()
    assert "No check-in is due. You can still record at any time." in words_of(phone, "body")
    desk = desk_with(open_page, busy_demo, "Fergus")
    assert "In hospital" in words_of(desk)
    phone.get_by_role("link", name="I am recording again").click()
    phone.get_by_label("I am recording", exact=True).check()
    phone.get_by_role("button", name="Save").click()
    phone.wait_for_url(f"{busy_demo}/")
    assert "Saved: you are recording." in phone.get_by_role("status").first.inner_text()
    assert "Your next check-in:" in words_of(phone, "header")
