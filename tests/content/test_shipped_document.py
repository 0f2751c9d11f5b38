"""The shipped document: word for word, placed as CLINICAL.md 10 says, plain enough to read."""

import hashlib
from dataclasses import replace
from itertools import chain, combinations

import moment
import pytest

from recovery.content.shipped import shipped_document
from recovery.domain.guidance import Moment, Passage, learn_page, passage_at, passages_for, today_passage, why_shown
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.pathway import pathway_of
from recovery.domain.readability import flesch_kincaid, smog
from recovery.domain.sentences import passage_text, sentences_of
from recovery.domain.stage import Stage

DOCUMENT = shipped_document()
ORIGINAL_SHA256 = "efe3f1cf11e6d0f24ab5dd0b231c84f179a4d32576615e1b142f0c3c88a3bb1f"
STAGES = dict(zip("BFEUGKL", Stage, strict=True))
EVERY_SET = list(chain.from_iterable(combinations(Procedure, size) for size in (1, 2, 3)))

TABLE = {
    ("1.1-3", None, None): "B",
    ("2.1-2", None, None): "B",
    ("8.2", None, None): "B",
    ("9.1", None, None): "B",
    ("3.1-2", "discectomy", None): "BFE",
    ("3.3", "discectomy", None): "BE",
    ("4.1-2", "fusion", None): "BFEU",
    ("4.3", "fusion", None): "BEU",
    ("5.1-2", "laminectomy", None): "BFE",
    ("6.1-3", None, "minimally_invasive"): "BF",
    ("7.1", None, None): "BFEUGK",
    ("7.2-3", "discectomy", None): "BEUGK",
    ("7.2-3", "laminectomy", None): "BEUGK",
    ("7.2-3", "fusion", None): "BUGK",
    ("8.1", None, None): "BKL",
    ("9.3", None, None): "BKL",
    ("9.2", None, None): "GKL",
}


def name(passage):
    first, last = passage.first_sentence, passage.last_sentence
    return f"{passage.paragraph}.{first}" + (f"-{last}" if last > first else "")


def approved():
    return [
        Passage(
            document_title=DOCUMENT.title,
            version=1,
            paragraph=draft.paragraph,
            paragraphs=len(DOCUMENT.paragraphs),
            first_sentence=draft.first_sentence,
            last_sentence=draft.last_sentence,
            original=passage_text(DOCUMENT.paragraphs[draft.paragraph - 1], draft.first_sentence, draft.last_sentence),
            paragraph_text=DOCUMENT.paragraphs[draft.paragraph - 1],
            heading=draft.heading,
            plain=draft.plain,
            placements=draft.placements,
            follows_slowest=draft.follows_slowest,
            moments=draft.moments,
            approved_by="Lena Fox",
            approved_on=moment.TODAY,
        )
        for draft in DOCUMENT.passages
    ]


PASSAGES = approved()


def operation(*procedures, approach=Approach.OPEN, region=Region.LUMBAR):
    return Operation(frozenset(procedures), approach, region, moment.TODAY)


def names_for(procedures, stage, approach=Approach.OPEN):
    return {name(each) for each in passages_for(PASSAGES, operation(*procedures, approach=approach), stage)}


def test_the_paragraphs_are_the_clinics_document_word_for_word():
    text = "\n\n".join((DOCUMENT.title, *DOCUMENT.paragraphs))
    assert hashlib.sha256(text.encode()).hexdigest() == ORIGINAL_SHA256
    assert len(DOCUMENT.paragraphs) == 9


def test_placements_are_those_of_the_table():
    placed = {}
    for passage in DOCUMENT.passages:
        for placement in passage.placements:
            key = (name(passage), placement.procedure, placement.approach)
            placed.setdefault(key, set()).add(placement.stage)
    assert placed == {key: {STAGES[letter] for letter in letters} for key, letters in TABLE.items()}


def test_every_sentence_of_the_document_stands_in_exactly_one_passage():
    for number, paragraph in enumerate(DOCUMENT.paragraphs, 1):
        of_paragraph = [each for each in DOCUMENT.passages if each.paragraph == number]
        covered = [s for each in of_paragraph for s in range(each.first_sentence, each.last_sentence + 1)]
        assert sorted(covered) == list(range(1, len(sentences_of(paragraph)) + 1))


@pytest.mark.parametrize("approach", Approach)
@pytest.mark.parametrize("procedures", EVERY_SET, ids="+".join)
def test_every_stage_of_every_operation_shows_a_passage_and_one_for_today(procedures, approach):
    one = operation(*procedures, approach=approach)
    for stage in pathway_of(one).stages:
        assert passages_for(PASSAGES, one, stage)
        assert today_passage(PASSAGES, one, stage)


@pytest.mark.parametrize("approach", Approach)
@pytest.mark.parametrize("procedures", EVERY_SET, ids="+".join)
def test_a_patient_never_sees_a_passage_about_an_operation_they_did_not_have(procedures, approach):
    about = {3: "discectomy", 4: "fusion", 5: "laminectomy"}
    one = operation(*procedures, approach=approach)
    for section in learn_page(PASSAGES, one, None, pathway_of(one).stages):
        for shown in section.passages:
            paragraph = shown.passage.paragraph
            assert about.get(paragraph, procedures[0]) in procedures
            assert paragraph != 6 or approach is Approach.MINIMALLY_INVASIVE


@pytest.mark.parametrize(
    ("letter", "expected"),
    [("B", "8.1"), ("F", "7.1"), ("E", "7.1"), ("U", "7.2-3"), ("G", "7.2-3"), ("K", "7.2-3"), ("L", "9.2")],
)
@pytest.mark.parametrize("procedure", Procedure)
def test_the_passage_of_today_follows_the_stage(procedure, letter, expected):
    assert name(today_passage(PASSAGES, operation(procedure), STAGES[letter])) == expected


MOMENTS = {
    Moment.AFTER_SESSION: {"7.1", "7.2-3"},
    Moment.FIRST_DAYS: {"3.1-2", "4.1-2", "5.1-2"},
    Moment.BESIDE_QUESTIONS: {"8.1"},
}


def test_therapy_comes_after_a_session_the_operation_in_the_first_days_and_talking_beside_the_questions():
    told = {moment: {name(each) for each in DOCUMENT.passages if moment in each.moments} for moment in Moment}
    assert told == MOMENTS


@pytest.mark.parametrize("procedures", EVERY_SET, ids="+".join)
def test_in_the_first_days_everybody_reads_about_an_operation_of_their_own(procedures):
    own = {"discectomy": "3.1-2", "fusion": "4.1-2", "laminectomy": "5.1-2"}
    shown = passage_at(PASSAGES, Moment.FIRST_DAYS, operation(*procedures), Stage.FIRST_DAYS)
    assert name(shown) in {own[each] for each in procedures}


@pytest.mark.parametrize(
    ("letter", "expected"), [("F", "7.1"), ("E", "7.1"), ("U", "7.2-3"), ("G", "7.2-3"), ("K", "7.2-3"), ("L", None)]
)
@pytest.mark.parametrize("procedure", Procedure)
def test_why_therapy_matters_follows_a_session_as_soon_as_it_suits(procedure, letter, expected):
    shown = passage_at(PASSAGES, Moment.AFTER_SESSION, operation(procedure), STAGES[letter])
    assert (name(shown) if shown else None) == expected


@pytest.mark.parametrize(("letter", "expected"), [("B", "8.1"), ("F", None), ("G", None), ("K", "8.1"), ("L", "8.1")])
def test_talking_with_the_team_stands_beside_the_questions_where_it_is_placed(letter, expected):
    shown = passage_at(PASSAGES, Moment.BESIDE_QUESTIONS, operation(Procedure.FUSION), STAGES[letter])
    assert (name(shown) if shown else None) == expected


def test_range_of_motion_follows_the_slowest_of_several_operations():
    assert "7.2-3" in names_for([Procedure.DISCECTOMY], Stage.EARLY_HEALING)
    assert "7.2-3" not in names_for([Procedure.DISCECTOMY, Procedure.FUSION], Stage.EARLY_HEALING)
    assert "3.3" in names_for([Procedure.DISCECTOMY, Procedure.FUSION], Stage.EARLY_HEALING)


def test_that_surgery_may_not_be_right_never_reaches_somebody_operated_on_as_advice_for_now():
    for procedures in EVERY_SET:
        for stage in list(Stage)[1:]:
            assert "8.2" not in names_for(procedures, stage)


def test_the_current_stage_comes_first_and_each_whole_paragraph_stands_once_under_its_earliest_stage():
    one = operation(Procedure.FUSION, approach=Approach.MINIMALLY_INVASIVE)
    sections = learn_page(PASSAGES, one, Stage.FIRST_DAYS, pathway_of(one).stages)
    assert [section.stage for section in sections][:2] == [Stage.FIRST_DAYS, Stage.BEFORE]
    assert [section.is_current for section in sections] == [True] + [False] * (len(sections) - 1)
    whole = {paragraph.number: section.stage for section in sections for paragraph in section.paragraphs}
    assert whole == dict.fromkeys((1, 2, 4, 6, 7, 8, 9), Stage.BEFORE)
    assert sum(len(section.paragraphs) for section in sections) == len(whole)


def test_after_a_neck_operation_every_stage_is_there_and_none_is_current():
    one = operation(Procedure.FUSION, region=Region.CERVICAL)
    sections = learn_page(PASSAGES, one, None, pathway_of(one).stages)
    assert [section.stage for section in sections] == list(Stage)
    assert not any(section.is_current for section in sections)


def test_an_unapproved_passage_is_never_shown():
    unapproved = [replace(each, approved_by="") for each in PASSAGES]
    assert not learn_page(unapproved, operation(Procedure.FUSION), Stage.FIRST_DAYS, tuple(Stage))
    assert today_passage(unapproved, operation(Procedure.FUSION), Stage.FIRST_DAYS) is None


def test_why_a_passage_is_shown_names_only_what_its_placement_names():
    small = operation(Procedure.FUSION, approach=Approach.MINIMALLY_INVASIVE)
    six = next(each for each in PASSAGES if each.paragraph == 6)
    seven = next(each for each in PASSAGES if name(each) == "7.1")
    assert why_shown(six, small, Stage.FIRST_DAYS).approach is Approach.MINIMALLY_INVASIVE
    assert why_shown(seven, small, Stage.FIRST_DAYS).procedure is None


@pytest.mark.parametrize("passage", DOCUMENT.passages, ids=name)
def test_each_plain_version_reads_at_grade_6_or_lower(passage):
    assert flesch_kincaid(passage.plain) <= 6
    assert passage.heading


def test_the_plain_words_together_stay_at_smog_8_or_lower():
    assert smog([passage.plain for passage in DOCUMENT.passages]) <= 8
