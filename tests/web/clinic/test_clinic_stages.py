"""The lead drafts the clinic's stages, sees what a draft changes and for how many, and signs it off by name."""

import make
import pytest
from moment import TODAY

from recovery.domain.stage import Stage
from recovery.records.episodes import current_episode

DRAFT = "/clinic/stages/draft"


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


def filled(lead, query=""):
    """What the form of a draft holds."""
    page = lead.get(f"{DRAFT}{query}").page
    form = page.find("form", action=DRAFT)
    typed = {each["name"]: each["value"] for each in form.find_all("input", type="text")}
    chosen = {each["name"]: each.find("option", selected=True)["value"] for each in form.find_all("select")}
    return {**typed, **chosen}


def draft(lead, query="", **changed):
    """draft(lena, fusion__early_healing="10"): the address of the new version."""
    changed = {name.replace("__", "-"): value for name, value in changed.items()}
    answer = lead.post(DRAFT, {**filled(lead, query), "why": "Our surgeons agreed", **changed})
    assert answer.status == 303, answer.words
    return answer.response.headers["Location"]


def test_the_shipped_days_stand_first_as_the_table_says_with_their_sources(lena):
    told = lena.get("/clinic/stages").words
    assert "What stands: Version 0, shipped with the app" in told
    assert "First days 0 to 13 0 to 6 0 to 6 daily" in told
    assert "Getting stronger 84 to 181 – 56 to 83 twice a week" in told
    assert "Long term 365 on 365 on 365 on none" in told
    assert "Rushton, BMJ Open, table 5" in told


def test_a_draft_says_what_differs_and_for_how_many_then_it_is_signed_off(app, people, visit, lena):
    address = draft(lena, fusion__early_healing="10", building_up="weekly")
    told = lena.get(address).words
    assert "Fusion: early healing begins on day 10 instead of 14" in told
    assert "Check-ins in building up: weekly instead of every second day" in told
    assert "1 of 2 active patients would stand in another stage today. 1: early healing instead of first days" in told
    assert "New reading from Tuesday 24 November" in visit(people.asha).get("/").words
    assert "Version 1 waits." in lena.get("/clinic/stages").words
    assert "Sign off as Lena Fox" in told
    assert lena.post(f"{address}/sign-off").status == 303
    told = lena.get("/clinic/stages").words
    assert "What stands: Version 1 Signed off by Lena Fox on 22 November 2026" in told
    assert "Our surgeons agreed Drafted by Lena Fox" in told
    assert "Stage 2 of 5" in visit(people.asha).get("/").words
    assert "This version stands." in lena.get(address).words
    assert "Sign off as" not in lena.get(address).words
    with app.app_context():
        assert current_episode(people.asha).stage_on(TODAY) is Stage.EARLY_HEALING


def test_a_stage_can_be_left_out_and_the_shipped_days_be_drafted_again(lena):
    address = draft(lena, fusion__getting_stronger="", laminectomy__getting_stronger="70")
    told = lena.get(address).words
    assert "Fusion: getting stronger comes no more" in told
    assert "Laminectomy: getting stronger comes from day 70, and did not come before" in told
    lena.post(f"{address}/sign-off")
    assert filled(lena)["laminectomy-getting_stronger"] == "70"
    assert filled(lena, "?version=shipped")["laminectomy-getting_stronger"] == ""
    assert filled(lena, f"?version={address.rpartition('/')[2]}")["laminectomy-getting_stronger"] == "70"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"fusion-building_up": "14"}, "Building up has to begin after early healing, which begins on day 14"),
        ({"fusion-early_healing": "50"}, "Building up has to begin after early healing, which begins on day 50"),
        ({"discectomy-long_term": ""}, "Write the day on which the long term begins"),
        ({"fusion-early_healing": "0"}, "whole number from 1 to 3650"),
        ({"fusion-early_healing": "soon"}, "whole number from 1 to 3650"),
        ({"first_days": "hourly"}, "Choose how often"),
        ({"why": " "}, "Write why"),
        ({}, "This is what stands already"),
    ],
)
def test_what_cannot_be_a_version_is_asked_again_and_kept(lena, changed, told):
    answer = lena.post(DRAFT, {**filled(lena), "why": "x", **changed})
    assert answer.status == 422
    assert told in answer.page.find(id="errors").get_text()
    for name, value in changed.items():
        if "-" in name:
            assert answer.page.find("input", {"name": name})["value"] == value
    assert "Version 1" not in lena.get("/clinic/stages").words


def test_an_older_draft_is_not_signed_off_and_a_version_of_another_clinic_is_missing(app, people, visit, lena):
    first, second = draft(lena, fusion__early_healing="10"), draft(lena, fusion__early_healing="11")
    lena.post(f"{first}/sign-off")
    assert "A newer version was drafted after this one" in lena.get("/clinic/stages").words
    assert "Sign off as" not in lena.get(first).words
    with app.app_context():
        stranger = make.staff(people.other_clinic, "Ola", "Berg", role="lead")
    ola = visit(stranger)
    assert ola.get(second).status == 404
    assert ola.post(f"{second}/sign-off").status == 404
    assert "Version 2" not in ola.get("/clinic/stages").words
