"""The document's life: nothing unapproved reaches a patient, and nothing approved is lost by a change that waits."""

import io

import make
import pytest
from moment import NOW
from sqlalchemy import select

from recovery.actions.approve_passage import approve_passage
from recovery.actions.edit_passage import PassageChanged, PassageWordsOfOurs, edit_passage
from recovery.domain.guidance import Placement
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.document_pages import versions_of_clinic, words_digest
from recovery.records.documents import Approval, PassageRow
from recovery.records.guidance import approved_passages

FIRST = "Guide\n\nWalk every day. Rest in between.\n\nKeep the wound dry.\n\nAsk if you are worried."
SECOND = "Guide\n\nWalk every day. Rest in between.\n\nKeep the wound dry and clean.\n\nA new part about sleep."


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


def upload(lena, text, name="guide.txt", **values):
    return lena.post("/documents", {"document": (io.BytesIO(text.encode()), name), **values})


def newest(app, people):
    with app.app_context():
        return versions_of_clinic(people.clinic)[0]


def shown(app, people) -> list[str]:
    """The plain words that patients may see."""
    with app.app_context():
        return sorted(each.plain for each in approved_passages(people.clinic))


def words(lena, passage, *, do="save", **values):
    form = lena.get(f"/passages/{passage.id}").fields(f"/passages/{passage.id}")
    sent = {**form, "heading": "About", "plain": "Short words.", "placed": "first_days-all", "do": do, **values}
    return lena.post(f"/passages/{passage.id}", sent)


def approve(lena, passage):
    page = lena.get(f"/documents/versions/{passage.version_id}")
    return lena.post(f"/passages/{passage.id}/approve", page.fields(f"/passages/{passage.id}/approve"))


@pytest.fixture
def guide(app, people, lena):
    """Three passages, written and approved: walk, dry, worried."""
    upload(lena, FIRST)
    for passage, plain in zip(newest(app, people).passages, ("Walk.", "Dry.", "Ask."), strict=True):
        words(lena, passage, plain=plain)
        approve(lena, passage)
    return newest(app, people)


def test_an_import_is_shown_to_the_lead_and_to_no_patient(app, visit, people, lena):
    assert upload(lena, FIRST).status == 303
    page = lena.get("/documents")
    assert (
        "Version 1 Imported on 22 November 2026 by Lena Fox. 3 paragraphs. 0 shown to patients, 3 waiting."
        in page.words
    )
    assert shown(app, people) == []
    assert "Keep the wound dry" not in visit(people.asha).get("/learn").text


def test_plain_words_and_a_place_come_before_approval(app, people, lena):
    upload(lena, FIRST)
    (walk, *_rest) = newest(app, people).passages
    approve(lena, walk)
    assert (
        "Write plain words and tick where it belongs first" in lena.get(f"/documents/versions/{walk.version_id}").words
    )
    words(lena, walk, placed=[])
    approve(lena, newest(app, people).passages[0])
    assert shown(app, people) == []
    words(lena, newest(app, people).passages[0])
    approve(lena, newest(app, people).passages[0])
    assert shown(app, people) == ["Short words."]


def test_the_patient_reads_it_with_the_name_of_who_approved(visit, people, guide):
    learn = visit(people.asha).get("/learn").words
    assert "Walk. Read the original words Walk every day. Rest in between." in learn
    assert "Approved by Lena Fox on 22 November 2026." in learn


def test_an_edit_of_what_is_approved_waits_and_the_old_stays_visible(app, people, lena, guide):
    walk = guide.passages[0]
    assert words(lena, walk, plain="Walk a little.").status == 303
    assert shown(app, people) == ["Ask.", "Dry.", "Walk."]
    draft = next(each for each in newest(app, people).passages if each.plain == "Walk a little.")
    assert "a change waits" in lena.get(f"/documents/versions/{walk.version_id}").words
    approve(lena, draft)
    assert shown(app, people) == ["Ask.", "Dry.", "Walk a little."]


def test_a_new_version_keeps_what_is_the_same_and_asks_anew_for_what_changed(app, people, lena, guide):
    upload(lena, SECOND)
    second = newest(app, people)
    assert {each.original: (each.plain, each.state.value) for each in second.passages} == {
        "Walk every day. Rest in between.": ("Walk.", "shown"),
        "Keep the wound dry and clean.": ("Dry.", "waiting"),
        "A new part about sleep.": ("", "waiting"),
    }
    assert shown(app, people) == ["Ask.", "Dry.", "Walk."]
    approve(lena, next(each for each in second.passages if each.plain == "Dry."))
    with app.app_context():
        originals = {each.plain: each.original for each in approved_passages(people.clinic)}
    assert originals["Dry."] == "Keep the wound dry and clean."
    assert len(originals) == 3


def test_what_is_gone_from_the_newest_version_stays_until_it_is_withdrawn(app, people, lena, guide):
    upload(lena, SECOND)
    page = lena.get("/documents")
    assert "No longer in the newest version, and still shown: About" in page.words
    gone = page.page.select_one(".note form")["action"]
    assert lena.post(gone).status == 303
    assert shown(app, people) == ["Dry.", "Walk."]
    assert "No longer in the newest version" not in lena.get("/documents").words


def test_a_second_document_stands_beside_the_first(app, people, lena, guide):
    upload(lena, "Sleep\n\nSleep on your side.", "sleep.md")
    (passage,) = next(each for each in lines(app, people) if each.document_key == "sleep").passages
    words(lena, passage, plain="Lie on your side.")
    approve(lena, passage)
    assert shown(app, people) == ["Ask.", "Dry.", "Lie on your side.", "Walk."]


def lines(app, people):
    with app.app_context():
        return versions_of_clinic(people.clinic)


def test_the_same_key_makes_a_version_and_the_same_words_nothing(app, people, lena, guide):
    upload(lena, SECOND, "other name.txt", key="Guide")
    assert [(each.document_key, each.version) for each in lines(app, people)] == [("guide", 2), ("guide", 1)]
    upload(lena, SECOND, "guide.txt")
    assert "there already, as version 2" in lena.get("/documents").words
    assert len(lines(app, people)) == 2


def test_the_difference_is_readable_without_colour(app, people, lena, guide):
    upload(lena, SECOND)
    page = lena.get(f"/documents/versions/{newest(app, people).id}/changes")
    assert "Paragraph 1: the same" in page.words
    assert "Paragraph 2: changed" in page.words
    assert [each.get_text(strip=True) for each in page.page.select("ol ins")] == [
        "dry and clean.",
        "A new part about sleep.",
    ]
    assert [each.get_text(strip=True) for each in page.page.select("ol del")] == ["dry.", "Ask if you are worried."]


def test_the_grade_is_shown_and_can_be_checked_without_saving(app, people, lena, guide):
    hard = "Postoperative rehabilitation facilitates neuromuscular reconditioning and functional reintegration."
    answer = words(lena, guide.passages[0], do="grade", plain=hard)
    assert answer.status == 200
    assert answer.page.select_one("[role=status].fw-bold").get_text().startswith("Reading grade")
    assert hard in answer.page.find("textarea", {"name": "plain"}).get_text()
    assert answer.page.select_one('input[name="placed"][checked]')["value"] == "first_days-all"
    assert "Walk." in shown(app, people)


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("", "empty.txt", "The file is empty"),
        ("Only a title", "title.txt", "nothing follows it"),
        ("Title\n\nfine\x00", "word.doc", "Line 3 holds bytes that are no text"),
    ],
)
def test_a_bad_file_is_said_with_its_line_and_stores_nothing(app, people, lena, text, name, sentence):
    answer = upload(lena, text, name)
    assert answer.status == 422
    assert sentence in answer.page.select_one("#document-error").get_text()
    assert lines(app, people) == ()


def test_no_file_at_all_is_said(lena):
    assert "Choose the file" in lena.post("/documents", {"key": "x"}).words


def test_one_clinic_never_reaches_anothers_document(app, visit, people, guide):
    with app.app_context():
        other = make.staff(people.other_clinic, "Otto", "Lake", role="lead")
    otto, walk = visit(other), guide.passages[0]
    for path in (f"/documents/versions/{guide.id}", f"/passages/{walk.id}"):
        assert otto.get(path).status == 404
    for path in (f"/passages/{walk.id}", f"/passages/{walk.id}/approve", f"/passages/{walk.id}/withdraw"):
        assert otto.post(path, {"heading": "x", "plain": "x"}).status == 404
    assert shown(app, people) == ["Ask.", "Dry.", "Walk."]


def test_an_approval_names_what_was_on_the_page(app, people, lena):
    """Words that changed between the page and the button are not approved."""
    upload(lena, FIRST)
    walk = newest(app, people).passages[0]
    words(lena, walk)
    page = lena.get(f"/documents/versions/{walk.version_id}")
    words(lena, walk, plain="Other words.")
    lena.post(f"/passages/{walk.id}/approve", page.fields(f"/passages/{walk.id}/approve"))
    assert shown(app, people) == []
    assert "Somebody changed this passage" in lena.get(f"/documents/versions/{walk.version_id}").words


def test_two_leads_who_approve_at_once_approve_once_and_a_stale_edit_is_refused(app, people, lena):
    upload(lena, FIRST)
    words(lena, newest(app, people).passages[0])
    with app.app_context():
        actor = make.actor(people.lena)
        passage = newest(app, people).passages[0]
        row = db.session.scalars(select(PassageRow).where(PassageRow.id == passage.id)).one()
        seen = words_digest(row)
        assert approve_passage(actor, passage.id, NOW, seen)
        assert not approve_passage(actor, passage.id, NOW, seen)
        assert len(db.session.scalars(select(Approval)).all()) == 1
        ours = PassageWordsOfOurs("About", "New.", (Placement(Stage.BEFORE),))
        edit_passage(actor, passage.id, ours, seen, NOW)
        with pytest.raises(PassageChanged):
            edit_passage(actor, passage.id, ours, seen, NOW)


def test_the_next_passage_that_waits_is_one_press_away(app, people, lena):
    upload(lena, FIRST)
    first, second, third = newest(app, people).passages
    for passage in (first, second, third):
        words(lena, passage)
    approve(lena, first)
    page = lena.get(f"/documents/versions/{first.version_id}")
    assert "2 of 3 passages wait for approval." in page.words
    assert page.page.find("a", string="Go to the next one")["href"] == f"#{second.id}"
    for passage in (second, third):
        approve(lena, passage)
    assert "wait for approval" not in lena.get(f"/documents/versions/{first.version_id}").words
