"""Today: the one passage for the stage, never a permission, and the next appointment."""

import re
from datetime import timedelta

import cast
import make
import pytest
import reading

from recovery.extensions import db
from recovery.records.episodes import Appointment

DECIDES = "Your physiotherapist decides what you can do."
PERMISSION = re.compile(
    r"\b(you (can|may|could) (now|again|go|start|drive|lift|return)|you (are|may be) (allowed|ready|cleared|safe)|"
    r"allowed to|(it is|it's|now) (safe|fine|ok)|ready (to|for)|cleared|now you can|you should)\b",
    re.IGNORECASE,
)
STAGE_DAYS = {"B": -10, "F": 5, "E": 20, "U": 50, "G": 100, "K": 200, "L": 400}
"""A day of each stage after a fusion."""


def test_new_reading_has_a_date_and_says_who_decides(today):
    answer, _ = today(day=12)
    assert f"New reading from Tuesday 24 November. {DECIDES}" in answer.words
    assert "New reading" not in today(day=400)[0].words


@pytest.mark.parametrize("letter", STAGE_DAYS)
def test_nothing_in_our_own_words_reads_as_permission(app, people, today, letter):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
    answer, _ = today(day=STAGE_DAYS[letter])
    assert ("New reading" in answer.words) == (DECIDES in answer.words)
    assert PERMISSION.search("You can now drive.")
    own = reading.own_sentences(answer.page)
    assert not PERMISSION.search(own.replace(DECIDES, "")), own


def passage_on(answer):
    about = answer.page.find("p", string="For this stage")
    return about.find_parent("section") if about else None


@pytest.mark.parametrize(
    ("procedure", "letter", "expected"),
    [
        ("fusion", "B", "8.1"),
        ("fusion", "F", "7.1"),
        ("fusion", "E", "7.1"),
        ("fusion", "U", "7.2-3"),
        ("fusion", "G", "7.2-3"),
        ("fusion", "K", "7.2-3"),
        ("fusion", "L", "9.2"),
        ("laminectomy", "E", "7.1"),
        ("discectomy", "U", "7.2-3"),
    ],
)
def test_the_passage_is_the_stages_own_word_for_word_with_source_approver_and_why(
    app, people, today, procedure, letter, expected
):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
    answer, _ = today(procedures=(procedure,), day=STAGE_DAYS[letter])
    section = passage_on(answer)
    draft = reading.PASSAGES[expected]
    assert section.h2.get_text() == draft.heading
    assert draft.plain in section.get_text()
    (quoted,) = section.find_all("blockquote")
    assert quoted.get_text() == reading.WORDS[expected]
    about = section.find_all("p")[-2].get_text()
    assert about.startswith("You see this because ")
    assert f"From “{reading.DOCUMENT.title}”, paragraph {draft.paragraph} of 9, sentence" in about
    assert about.endswith("Version 1. Approved by Lena Fox on 22 November 2026.")
    assert section.find("a", href="/learn")


def test_without_an_approved_passage_there_is_none(app, people, visit):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=reading.PASSAGES)
    assert not passage_on(visit(people.asha).get("/"))


def test_where_the_days_passage_is_not_approved_another_of_the_stage_stands_in(app, people, visit):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=("7.1",))
    assert passage_on(visit(people.asha).get("/")).h2.get_text() == reading.PASSAGES["4.1-2"].heading


def test_another_clinics_document_never_shows(app, people, visit):
    with app.app_context():
        reading.approve_shipped(people.other_clinic, people.eli)
    assert passage_on(visit(people.fay).get("/"))
    assert not passage_on(visit(people.asha).get("/"))


APPOINTMENT = "6-week review with Ben Thursday 26 November, 12:00 In 4 days. Room 4"


def test_the_next_appointment_is_shown(app, people, visit):
    with app.app_context():
        make.appointment(people.asha, with_id=people.ben)
        make.appointment(people.asha, starts_at=cast.NOW + timedelta(days=9), purpose="Later")
    answer = visit(people.asha).get("/").words
    assert APPOINTMENT in answer
    assert "Later" not in answer
    assert "clinic time" not in answer


@pytest.mark.parametrize(
    ("zone", "when"),
    [
        ("Pacific/Auckland", "Thursday 26 November, 12:00 (clinic time) In 3 days."),
        ("Europe/Berlin", "Thursday 26 November, 12:00 (clinic time) In 4 days."),
        ("Europe/Lisbon", "Thursday 26 November, 12:00 In 4 days."),
    ],
)
def test_an_appointment_is_told_in_the_clinics_time_and_says_so_where_it_is_another(app, today, visit, zone, when):
    _, patient = today(zone=zone)
    with app.app_context():
        make.appointment(patient)
    assert when in visit(patient).get("/").words


def test_an_appointment_that_is_past_cancelled_or_somebody_elses_is_not_shown(app, people, visit):
    with app.app_context():
        make.appointment(people.asha, starts_at=cast.NOW - timedelta(minutes=1))
        cancelled = make.appointment(people.asha)
        db.session.get(Appointment, cancelled).cancelled_at = cast.NOW
        make.appointment(people.dev)
        db.session.commit()
    assert "review" not in visit(people.asha).get("/").words
