"""Learn: this stage first, every other stage folded below, and under each exactly what is placed there."""

import re
from itertools import chain, combinations, product

import make
import pytest
import reading

from recovery.domain.operation import Approach, Procedure
from recovery.domain.readability import flesch_kincaid
from recovery.web.present.guidance_words import NOT_COVERED, SAME_AS_OPEN

EVERY_OPERATION = list(product(chain.from_iterable(combinations(Procedure, size) for size in (1, 2, 3)), Approach))
NAMES = ("Before surgery", "First days", "Early healing", "Building up", "Getting stronger", "Back to your life")
NAMES = (*NAMES, "Long term")
DAYS = dict(zip(NAMES, (-10, 5, 20, 50, 100, 200, 400), strict=True))
"""A day of each stage after a fusion."""
FOR_ALL = {
    "Before surgery": "1.1-3 2.1-2 7.1 7.2-3 8.1 8.2 9.1 9.3",
    "First days": "7.1",
    "Early healing": "7.1",
    "Building up": "7.1 7.2-3",
    "Getting stronger": "7.1 7.2-3 9.2",
    "Back to your life": "7.1 7.2-3 8.1 9.2 9.3",
    "Long term": "8.1 9.2 9.3",
}
OWN = {
    "fusion": {
        "Before surgery": "4.1-2 4.3",
        "First days": "4.1-2",
        "Early healing": "4.1-2 4.3",
        "Building up": "4.1-2 4.3",
    },
    "laminectomy": {"Before surgery": "5.1-2", "First days": "5.1-2", "Early healing": "5.1-2 7.2-3"},
    "discectomy": {"Before surgery": "3.1-2 3.3", "First days": "3.1-2", "Early healing": "3.1-2 3.3 7.2-3"},
}
"""Written out from CLINICAL.md 10."""


def placed(procedure):
    stages = [each for each in NAMES if (procedure, each) != ("laminectomy", "Getting stronger")]
    return {each: set(FOR_ALL[each].split()) | set(OWN[procedure].get(each, "").split()) for each in stages}


@pytest.fixture
def approved(app, people):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)


@pytest.fixture
def learn(app, people, visit):
    """learn(day=12) is the page of a new patient on that day."""
    return lambda **about: visit(reading.reader(app, people.clinic, **about)).get("/learn")


def sections(answer):
    """Each stage's part of the page by its name, in order."""
    found = {}
    for part in answer.page.main.select("section.card, details.stage"):
        heading = part.find("h2", class_=False) if part.name == "section" else part.summary.span.contents[0]
        if heading:
            found[getattr(heading, "string", heading).strip()] = part
    return found


def name_of(article):
    told = article.find("figcaption").get_text()
    paragraph, first, last = re.search(r"paragraph (\d) of 9, sentences? (\d)(?: to (\d))?$", told).groups()
    return f"{paragraph}.{first}" + (f"-{last}" if last else "")


def names_in(part):
    return [name_of(each) for each in part.find_all("article")]


def test_the_current_stage_is_open_and_first_and_the_others_are_folded_in_order(approved, learn):
    answer = learn(day=50)
    assert list(sections(answer)) == ["Building up", *(each for each in NAMES if each != "Building up")]
    assert answer.page.find("section", class_="card").p.get_text() == "You are here: stage 3 of 5"
    assert sections(answer)["Building up"].name == "section"
    folded = answer.page.select("details.stage")
    assert len(folded) == 6
    assert not [each for each in folded if each.has_attr("open")]


@pytest.mark.parametrize("procedure", Procedure)
def test_under_each_stage_stand_exactly_the_sentences_placed_there_word_for_word(approved, learn, procedure):
    shown = sections(learn(procedures=(procedure,), day=12))
    assert {stage: set(names_in(part)) for stage, part in shown.items()} == placed(procedure)
    for part in shown.values():
        assert names_in(part) == sorted(names_in(part))
        for article in part.find_all("article"):
            (quoted,) = article.find_all("blockquote")
            assert quoted.get_text() == reading.WORDS[name_of(article)]
            assert reading.PASSAGES[name_of(article)].plain in article.get_text()


def whole(part):
    """The whole paragraphs of a part, by number."""
    texts = {}
    for each in part.select("details.read"):
        match = re.fullmatch(r"All of paragraph (\d) of 9", each.summary.get_text())
        if match:
            texts.setdefault(int(match[1]), []).append(each.blockquote.get_text())
    return texts


def test_each_whole_paragraph_stands_once_and_unbroken_under_its_earliest_stage(approved, learn):
    answer = learn(day=100, approach="minimally_invasive")
    of = {number: [reading.DOCUMENT.paragraphs[number - 1]] for number in (1, 2, 4, 6, 7, 8, 9)}
    assert whole(answer.page) == whole(sections(answer)["Before surgery"]) == of


def test_the_earliest_stage_of_a_paragraph_is_one_in_which_something_of_it_is_approved(app, people, learn):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=("4.3", "9.1", "9.3"))
    shown = sections(learn(day=5))
    assert {stage: list(whole(part)) for stage, part in shown.items() if whole(part)} == {
        "Before surgery": [1, 2, 4, 7, 8],
        "Getting stronger": [9],
    }


def test_nothing_is_shown_about_an_operation_somebody_did_not_have(approved, learn):
    about = {"3": "discectomy", "4": "fusion", "5": "laminectomy"}
    for procedures, approach in EVERY_OPERATION:
        answer = learn(procedures=procedures, approach=approach, day=5)
        shown = {name[0] for part in sections(answer).values() for name in names_in(part)}
        shown |= {str(number) for number in whole(answer.page)}
        assert {about[each] for each in shown & set(about)} == set(procedures)
        assert ("6" in shown) == (approach == "minimally_invasive")


def test_every_stage_of_every_operation_has_something_to_read(approved, learn):
    for procedures, approach in EVERY_OPERATION:
        slowest = next(each for each in Procedure if each in procedures)
        shown = sections(learn(procedures=procedures, approach=approach, day=5))
        assert set(shown) == set(placed(slowest))
        assert all(part.find("article") for part in shown.values())


def test_range_of_motion_follows_the_slowest_operation(approved, learn):
    both = sections(learn(procedures=("fusion", "discectomy"), day=5))
    assert "7.2-3" not in names_in(both["Early healing"])
    assert {"3.3", "4.3"} <= set(names_in(both["Early healing"]))


def test_beside_small_cuts_and_nowhere_else_the_app_says_that_limits_are_the_same(approved, learn):
    answer = learn(approach="minimally_invasive", day=5)
    beside = [name_of(each) for each in answer.page.find_all("article") if SAME_AS_OPEN in each.get_text()]
    assert set(beside) == {"6.1-3"}
    assert not [each for each in answer.page.find_all("blockquote") if SAME_AS_OPEN in each.get_text()]
    assert SAME_AS_OPEN not in learn(approach="open", day=5).words


def test_what_the_article_does_not_cover_is_said_once(approved, learn):
    for region in ("lumbar", "cervical"):
        assert learn(day=5, region=region).words.count(NOT_COVERED) == 1


@pytest.mark.parametrize("stage", NAMES)
def test_that_surgery_may_not_be_right_stands_under_before_surgery_only(approved, learn, stage):
    shown = sections(learn(day=DAYS[stage]))
    holding = [each for each, part in shown.items() if "may not be the right choice" in part.get_text()]
    assert holding == ["Before surgery"]
    assert (shown["Before surgery"].name == "section") == (stage == "Before surgery")


def test_a_passage_that_nobody_approved_is_invisible(app, people, learn):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=("7.1", "6.1-3"))
    answer = learn(day=5, approach="minimally_invasive")
    assert {"7.1", "6.1-3"}.isdisjoint(name for part in sections(answer).values() for name in names_in(part))
    for called in ("7.1", "6.1-3"):
        assert reading.PASSAGES[called].plain not in answer.words


def test_without_an_approved_document_the_page_says_so(app, people, learn):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=reading.PASSAGES)
        reading.approve_shipped(people.other_clinic, people.eli)
    answer = learn(day=5)
    assert "Your clinic has not approved any reading yet. Please ask your physiotherapist." in answer.words
    assert not answer.page.main.find_all(["article", "blockquote"])


def test_a_new_version_that_nobody_approved_leaves_the_old_one_standing(app, people, approved, learn):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=reading.PASSAGES, version=2)
    assert "Version 1. Approved by Lena Fox" in learn(day=5).words
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, version=3)
    words = learn(day=5).words
    assert "Version 3. Approved" in words
    assert "Version 1" not in words


def test_every_passage_says_where_it_is_from_who_approved_it_and_why_it_is_shown(approved, learn):
    shown = sections(learn(procedures=("fusion", "laminectomy"), approach="minimally_invasive", day=5))
    for stage, part in shown.items():
        for article in part.find_all("article"):
            about = article.find_all("p")[-1].get_text()
            assert re.fullmatch(
                rf"You see this because .*it fits the stage “{stage}”\. From “{reading.DOCUMENT.title}”, "
                r"paragraph \d of 9, sentences? \d( to \d)?\. Version 1\. Approved by Lena Fox on 22 November 2026\.",
                about,
            ), about
    reasons = {name_of(each): each.find_all("p")[-1].get_text() for each in shown["First days"].find_all("article")}
    assert "your operation has a fusion in it and it fits" in reasons["4.1-2"]
    assert "your operation has a laminectomy in it and it fits" in reasons["5.1-2"]
    assert "through small cuts (minimally invasive) and it fits" in reasons["6.1-3"]
    assert reasons["7.1"].startswith("You see this because it fits")


def test_after_a_neck_operation_every_stage_is_folded_and_none_is_the_current(approved, learn):
    answer = learn(region="cervical", day=12)
    assert list(sections(answer)) == list(NAMES)
    assert len(answer.page.select("details.stage:not([open])")) == 7
    assert "Your physiotherapist tells you which stage you are in." in answer.words
    for words in ("You are here", "Earlier", "New reading"):
        assert words not in answer.words


def test_past_stages_are_earlier_never_done_and_later_ones_have_a_date(approved, learn):
    answer = learn(day=50)
    told = {stage: part.summary.get_text(" ", strip=True) for stage, part in sections(answer).items() if part.summary}
    assert told["First days"] == "First days Earlier"
    assert told["Getting stronger"] == "Getting stronger New reading from Saturday 26 December"
    assert told["Long term"] == "Long term New reading from Sunday 3 October 2027"
    assert answer.words.count("Your physiotherapist decides what you can do.") == 1
    assert not [each for each in told.values() if re.search(r"\b(done|completed?|finished)\b", each, re.IGNORECASE)]


@pytest.mark.parametrize("region", ["lumbar", "cervical"])
def test_the_apps_own_words_are_plain_enough_to_read(approved, learn, region):
    for day in DAYS.values():
        answer = learn(day=day, region=region, approach="minimally_invasive")
        own = reading.own_sentences(answer.page, f"“{reading.DOCUMENT.title}”")
        assert flesch_kincaid(own) <= 6


def test_a_patient_without_a_running_recovery_is_told_whom_to_call(app, people, approved, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
    assert "01632 960 123" in visit(patient).get("/learn").words
