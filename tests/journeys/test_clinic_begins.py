"""From an empty database to a discharged patient, in a real browser, with and without JavaScript."""

import io
import re

import pytest
import zxingcpp
from axe import violations
from browsing import DESK, PHONE
from PIL import Image
from serving import running_clinic

pytestmark = pytest.mark.browser

PASSWORD = "purple tram onion"


def scanned(page) -> str:
    """The QR code on the page, read from the page's own picture as a telephone would."""
    picture = Image.open(io.BytesIO(page.locator("svg.qr").screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


class People:
    """Browsers of the people in the story, each with cookies of their own."""

    def __init__(self, open_page, address: str, *, has_script: bool) -> None:
        self.open_page, self.address, self.has_script = open_page, address, has_script

    def comes(self, viewport):
        page = self.open_page(viewport, java_script_enabled=self.has_script)
        page.looked_at = set() if self.has_script else None
        return page

    def scans(self, page, link: str) -> None:
        """With script the code is in the field and gone from the address; without, it is typed."""
        address, _hash, code = link.partition("#")
        page.goto(link)
        field = page.get_by_label("Your code")
        if self.has_script:
            page.wait_for_function("document.querySelector('#code').value")
            assert field.input_value() == code
            assert page.url == address
        else:
            assert field.input_value() == ""
            field.fill(code)

    def staff_member_joins(self, link: str, email: str):
        page = self.comes(DESK)
        self.scans(page, link)
        page.get_by_label("Your work email").fill(email)
        press(page, "Go on")
        page.get_by_label("Choose a password").fill(PASSWORD)
        press(page, "Start")
        return page


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    look_at(page)


def follow(page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()
    look_at(page)


def look_at(page) -> None:
    """Where there is script, axe looks too: once at each page of somebody, in the light and in the dark."""
    page.wait_for_load_state()
    title = page.locator("h1").first.inner_text()
    if page.looked_at is None or title in page.looked_at:
        return
    page.looked_at.add(title)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = violations(page)
        assert not found, (title, scheme, found)


def invite(lead, people: People, given: str, family: str, email: str):
    lead.goto(f"{people.address}/staff")
    lead.get_by_label("First name").fill(given)
    lead.get_by_label("Last name").fill(family)
    lead.get_by_label("Work email").fill(email)
    lead.get_by_label("Physiotherapist", exact=True).check()
    press(lead, "Invite and show the card")
    return people.staff_member_joins(scanned(lead), email)


def approve_everything(lead, people: People) -> int:
    lead.goto(f"{people.address}/documents")
    follow(lead, "Version 1")
    count = 0
    while lead.get_by_role("button", name=re.compile("^Approve")).count():
        lead.get_by_role("button", name=re.compile("^Approve")).first.click()
        lead.wait_for_load_state()
        count += 1
    return count


def enrol(physiotherapist, people: People) -> str:
    page = physiotherapist
    page.goto(f"{people.address}/patients/new")
    for label, value in (
        ("First name", "Mia"),
        ("Last name", "Lund"),
        ("Date of birth", "1970-05-03"),
        ("Date of the operation", "2026-11-02"),
        ("Levels", "L5-S1"),
    ):
        page.get_by_label(label).fill(value)
    for choice in ("Discectomy", "Open", "Lower back"):
        page.get_by_label(choice, exact=True).check()
    press(page, "Enrol and print a card")
    return scanned(page)


def joins(people: People, link: str):
    page = people.comes(PHONE)
    people.scans(page, link)
    for label, value in (("Day", "3"), ("Month", "5"), ("Year", "1970")):
        page.get_by_label(label).fill(value)
    press(page, "Go on")
    page.get_by_label("I have read this, and I agree").check()
    page.get_by_label("Choose a user name").fill("mia.l")
    page.get_by_label("Choose a password").fill(PASSWORD)
    press(page, "Start")
    return page


def checks_in(patient, people: People) -> None:
    patient.goto(f"{people.address}/check-ins/new")
    patient.locator("#back_pain_average-4").check()
    patient.get_by_label("None of these").check()
    press(patient, "Save my check-in")
    assert "Your check-in is saved" in patient.inner_text("main")


def opens_summary(page, people: People) -> None:
    page.goto(f"{people.address}/caseload")
    follow(page, "Mia Lund")


def prescribes(page, people: People) -> None:
    opens_summary(page, people)
    follow(page, "Make a plan")
    page.get_by_label("Start from a template").select_option(label="Discectomy, early healing")
    press(page, "Use it")
    press(page, "Preview")
    assert "As Mia will see it" in page.inner_text("main")
    press(page, "Save the plan")


def changes_the_plan(page) -> None:
    follow(page, "Change the plan")
    page.get_by_role("button", name="Remove Tummy hold").click()
    page.get_by_label("Why the change? Mia sees this.").fill("Rest your back a little.")
    press(page, "Save the plan")


def hands_over(giver, receiver, people: People) -> None:
    opens_summary(giver, people)
    follow(giver, "Who cares for this patient")
    giver.get_by_label("To", exact=True).select_option(label="Cleo Marsh")
    press(giver, "Offer the hand-over")
    receiver.goto(f"{people.address}/caseload")
    receiver.get_by_role("button", name="Accept Mia Lund").click()
    receiver.wait_for_load_state()
    giver.goto(f"{people.address}/caseload")
    assert "Mia Lund" not in giver.inner_text("main")


def discharges(page, people: People) -> None:
    opens_summary(page, people)
    follow(page, "Status: in hospital")
    page.get_by_label("Discharged").check()
    press(page, "Save the status")
    assert "Discharged" in page.inner_text("main")


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_a_clinic_begins_and_a_patient_goes_all_the_way(tmp_path, open_page, has_script):
    with running_clinic(tmp_path) as clinic:
        people = People(open_page, clinic.address, has_script=has_script)
        told = clinic.command(
            *("create-lead", "--clinic", "Lakeside", "--zone", "Europe/London", "--team-number", "01632 960 777"),
            *("--email", "lena@lakeside.example", "--name", "Lena Fox"),
        )
        code = re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", told)[0].replace("-", "")
        lead = people.staff_member_joins(f"{clinic.address}/join/staff#{code}", "lena@lakeside.example")
        assert approve_everything(lead, people) > 9
        ben = invite(lead, people, "Ben", "Okoro", "ben@lakeside.example")
        patient = joins(people, enrol(ben, people))
        assert "Mia" in patient.inner_text("header")
        checks_in(patient, people)
        prescribes(ben, people)
        patient.goto(clinic.address)
        assert "Tummy hold" in patient.inner_text("main")
        changes_the_plan(ben)
        patient.goto(clinic.address)
        assert "Tummy hold" not in patient.inner_text("main")
        assert "Ben Okoro changed your plan, today. Rest your back a little." in patient.inner_text("main")
        cleo = invite(lead, people, "Cleo", "Marsh", "cleo@lakeside.example")
        hands_over(ben, cleo, people)
        discharges(cleo, people)
        patient.goto(clinic.address)
        assert "There is nothing to record just now" in patient.inner_text("main")
        for page in (lead, ben, cleo, patient):
            assert not page.other_hosts
            assert not page.complaints
        assert "The audit is whole" in clinic.command("verify-audit")
