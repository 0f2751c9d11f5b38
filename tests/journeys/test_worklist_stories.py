"""The demo's known stories on the worklist: each stands in its group with its words, is closed in two clicks, stays
closed until the story goes on, and is nobody else's to see.
"""

import re
import sqlite3
from contextlib import closing
from typing import NamedTuple

import pytest
from axe import violations
from browsing import DESK, PHONE, sign_in
from serving import running_demo

from recovery import clock
from recovery.actions.create_clinic import NewLead, create_lead
from recovery.actions.invite_staff import NewStaff, invite_staff
from recovery.actions.join import Joining, finish_joining, open_invitation
from recovery.commands import demo_folder
from recovery.domain.access import Role
from recovery.domain.invitation import ShownOn
from recovery.records.people import person_signing_in

pytestmark = pytest.mark.browser

PATIENTS = 31
PASSWORD = "recovery-demo"
NOW, TODAY, SILENT = "Warning signs: look now", "Look at today", "Not heard from"
VISIT, NOTHING, NOT_RECORDING = "Next visit", "Nothing raised", "Not recording"
TICKED = r"Yesterday, recorded at \d+:\d\d, told to call"
CALF = rf"Warning sign: one calf or thigh is sore and swollen\. {TICKED} the team"

STORIES = {
    "patient4": (
        NOW,
        rf"Warning sign: a numb or odd feeling between my legs, .* genitals\. {TICKED} the emergency number",
    ),
    "patient5": (NOW, CALF),
    "patient27": (NOW, rf"{CALF}, taken back by the patient (today|yesterday) \d+:\d\d"),
    "patient7": (TODAY, r"Asked for a call, (today|yesterday) \d+:\d\d"),
    "patient12": (TODAY, "Back pain 8 or more, 3 days running"),
    "patient22": (TODAY, "Says the pain is not bearable, 3 days running"),
    "patient14": (TODAY, "Back pain up 3 since last week, 3 days running"),
    "patient13": (TODAY, "Leg pain up 4 since last week, 2 days running"),
    "patient11": (TODAY, "Arm pain up 4 since last week, 2 days running"),
    "patient8": (TODAY, "Walking down from 40 to 15 minutes a day, 3 days running"),
    "patient29": (TODAY, "Steps down from 5200 to 2100 a day, 3 days running"),
    "patient23": (TODAY, "Pain in exercises 7 or more, 3 times in 7 days"),
    "patient25": (TODAY, r"Not settled by next morning, twice in 7 days, last on \d+ \w+"),
    "patient26": (TODAY, "Not well 3 days running"),
    "laminectomy": (SILENT, "No entry yet, 3 days"),
    "patient6": (SILENT, "No entry for 8 days"),
    "patient24": (VISIT, "Exercises: 14 done of 84 recorded in 14 days"),
    "patient28": (VISIT, "Leg pain down only 1 six weeks after: 7 before, 6 in week six"),
    "patient20": (NOTHING, ""),
    "patient30": (NOTHING, ""),
    "patient31": (NOTHING, ""),
    "patient10": (NOT_RECORDING, r"Not recording\. No entry for 40 days"),
}
"""By account: the group and the words of every reason. A story that an expected level (30) or a planned call (31) holds
back has none, and neither has a steady one (20).
"""

CLOSED_BY = {
    "patient4": ("Sent to emergency",),
    "patient5": ("Spoke; told them what to do",),
    "patient27": ("Called, no answer",),
    "patient7": ("Called, they answered",),
    "patient12": ("Expected",),
    "patient22": ("Called, they answered",),
    "patient14": ("Snooze",),
    "patient13": ("I looked",),
    "patient11": ("I looked",),
    "patient8": ("Plan",),
    "patient29": ("Called, no answer",),
    "patient23": ("I looked",),
    "patient25": ("I looked",),
    "patient26": ("Hand over",),
    "laminectomy": ("Called, they answered",),
    "patient6": ("Called, no answer", "Called, no answer", "Set “not recording”"),
    "patient24": ("I looked",),
    "patient28": ("I looked",),
}
STAYS = {
    "patient27": NOW,
    "patient29": TODAY,
    "patient26": TODAY,
    "patient6": NOT_RECORDING,
    "patient10": NOT_RECORDING,
}
"""A call that nobody answered closes nothing, and a hand-over stays with the giver until it is accepted."""

READ = """() => [...document.querySelectorAll('.rows > li')].map((row) => [
  row.dataset.name,
  row.closest('.group').querySelector('h2').firstChild.textContent.trim(),
  [...row.querySelectorAll('.why a.chip')].map((chip) => chip.textContent.trim().replace(/^New /, '')),
])"""


class Stories(NamedTuple):
    """`names` and `ids` by account."""

    address: str
    folder: object
    names: dict
    ids: dict


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stories")
    with running_demo(folder, patients=PATIENTS) as address:
        with closing(sqlite3.connect(folder / "demo" / demo_folder.DATABASE)) as made:
            people = made.execute("SELECT email, given_name || ' ' || family_name, id FROM people").fetchall()
        accounts = [(email.split("@")[0], name, person_id) for email, name, person_id in people]
        yield Stories(
            address, folder / "demo", {who: name for who, name, _ in accounts}, {a: i for a, _, i in accounts}
        )


def list_of(page, stories) -> dict:
    """By account: the group, and the words of the reasons."""
    page.goto(f"{stories.address}/caseload")
    who = {name: account for account, name in stories.names.items()}
    return {who[name]: (group, chips) for name, group, chips in page.evaluate(READ)}


def row_of(page, stories, who):
    return page.locator(f'.rows > li[data-name="{stories.names[who]}"]')


def press_in_row(page, stories, who, button) -> None:
    """Two clicks. Words of one's own are typed only where an outcome cannot be without."""
    row = row_of(page, stories, who)
    row.locator("details.closing > summary").click()
    if button.startswith("Spoke"):
        row.get_by_label("What you told them, or why nothing changes").fill("To come in at ten")
    with page.expect_navigation():
        row.get_by_role("button", name=button, exact=True).click()
    assert re.search(r"/caseload(#|$)", page.url), (who, page.url)
    assert page.get_by_role("status").first.inner_text(), who


def check_in(open_page, stories, who, **scores):
    phone = open_page(PHONE)
    sign_in(phone, stories.address, f"{who}@demo.example")
    phone.goto(f"{stories.address}/check-ins/new")
    save(phone, "Save my check-in", **scores)
    return phone


def save(phone, button, **scores) -> None:
    for name, value in scores.items():
        phone.locator(f'[name="{name}_pain_average"][value="{value}"]').check()
    phone.get_by_label("None of these").check()
    phone.get_by_role("button", name=button).click()
    phone.wait_for_url("**/saved")


def correct_newest(phone, stories, **scores) -> None:
    phone.goto(f"{stories.address}/progress")
    newest = phone.locator("ol.list > li", has_text=": Check-in").first
    newest.get_by_role("link", name=re.compile("^Change")).click()
    save(phone, "Save my changes", **scores)


def test_axe_has_nothing_to_say_about_an_open_closing_part_which_one_key_opens_and_one_leaves(stories, open_page):
    page = open_page(DESK, color_scheme="dark")
    sign_in(page, stories.address, "physio@demo.example")
    page.goto(f"{stories.address}/caseload")
    row = row_of(page, stories, "patient12")
    row.locator(".who a").focus()
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.value") == "looked"
    found = violations(page)
    assert not found, found
    page.set_viewport_size(PHONE)
    small = row.locator(".closing").evaluate(
        "part => [...part.querySelectorAll('button, input:not([type=hidden]), select, summary')]"
        ".map((each) => each.getBoundingClientRect()).filter((box) => box.height < 44 || box.right > innerWidth).length"
    )
    assert small == 0
    page.keyboard.press("Escape")
    assert row.locator("details.closing[open]").count() == 0
    assert page.evaluate("document.activeElement.innerText") == stories.names["patient12"]
    assert not page.complaints


def test_nobody_else_sees_them(stories, open_page):
    mine = [stories.ids[who] for who in STORIES]
    with demo_folder.demo_app(stories.folder).app_context():
        join_another_clinic()
    for who in ("physio2@demo.example", "ana@hillside.example"):
        page = open_page(DESK)
        sign_in(page, stories.address, who)
        assert not set(list_of(page, stories)) & set(STORIES)
        for each in mine:
            assert page.request.get(f"{stories.address}/patients/{each}").status == 404, (who, each)


def join_another_clinic() -> None:
    now = clock.now()
    create_lead("Hillside", "Europe/London", "01632 960 999", NewLead("Uma", "Hill", "uma@hillside.example"), now)
    lead = person_signing_in("uma@hillside.example").as_actor()
    staff = NewStaff("Ana", "Hill", "ana@hillside.example", Role.PHYSIOTHERAPIST)
    _id, code = invite_staff(lead, staff, ShownOn.PAPER, now)
    opened = open_invitation(code, "ana@hillside.example", now)
    finish_joining(opened.invitation_id, Joining(PASSWORD), now)


def test_each_story_stands_in_its_group_is_closed_in_two_clicks_and_comes_back_when_it_goes_on(stories, open_page):
    desk = open_page(DESK)
    sign_in(desk, stories.address, "physio@demo.example")
    found = list_of(desk, stories)
    for who, (group, words) in STORIES.items():
        assert found[who][0] == group, who
        assert re.fullmatch(words, " + ".join(found[who][1])), (who, found[who])
    assert sum(group == TODAY for group, _words in found.values()) <= 12

    for who, buttons in CLOSED_BY.items():
        for button in buttons:
            press_in_row(desk, stories, who, button)
    after = list_of(desk, stories)
    assert {who: after[who][0] for who in STORIES} == {who: STAYS.get(who, NOTHING) for who in STORIES}

    check_in(open_page, stories, "patient14", back=8, leg=2)
    check_in(open_page, stories, "patient6", back=3)
    phone = check_in(open_page, stories, "patient13", back=3, leg=8)
    on = list_of(desk, stories)
    assert on["patient14"] == (TODAY, ["Back pain up 5 since last week, 4 days running"]), "2 above what was snoozed"
    assert on["patient6"] == (NOTHING, []), "who records again is not counted among those who do not"
    assert on["patient13"] == (TODAY, ["Leg pain up 6 since last week, 3 days running"]), "2 above what was closed"
    assert {who: on[who] for who in ("patient8", "patient12", "patient22")} == dict.fromkeys(
        ("patient8", "patient12", "patient22"), (NOTHING, [])
    )
    correct_newest(phone, stories, leg=9)
    assert list_of(desk, stories)["patient13"] == (TODAY, ["Leg pain up 7 since last week, 3 days running"])
    correct_newest(phone, stories, leg=2)
    assert list_of(desk, stories)["patient13"] == (NOTHING, [])
