"""`recovery import-document`: a document from a file, unapproved; a bad file says what is wrong and changes nothing."""

import pytest
from sqlalchemy import func, select

from recovery.content.shipped import shipped_document
from recovery.extensions import db
from recovery.records.documents import Approval, DocumentVersion

GUIDE = "After your operation\n\nIn the first days, walk a little every hour.\n\nBuild strength from week six.\n"


def count(app, table):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))


@pytest.fixture
def guide(tmp_path):
    path = tmp_path / "guide.txt"
    path.write_text(GUIDE)
    return path


def test_a_good_file_becomes_an_unapproved_version_and_shows_what_is_proposed(app, people, run, guide):
    ran = run("import-document", guide, "--clinic", "Riverside")
    assert (ran.code, ran.error) == (0, "")
    for words in ("After your operation", "walk a little every hour", "proposed for: ", "version 1, not approved"):
        assert words in ran.out
    assert (count(app, DocumentVersion), count(app, Approval)) == (1, 0)


def test_the_same_file_again_changes_nothing_and_says_so(app, people, run, guide):
    run("import-document", guide, "--clinic", "Riverside")
    ran = run("import-document", guide, "--clinic", "Riverside")
    assert (ran.code, count(app, DocumentVersion)) == (0, 1)
    assert "already there, as version 1. Nothing was changed." in ran.out


def test_the_shipped_document_as_a_text_file_is_read_whole(app, people, run, tmp_path):
    shipped = shipped_document()
    path = tmp_path / "document.txt"
    path.write_text("\n\n".join((shipped.title, *shipped.paragraphs)))
    ran = run("import-document", path, "--clinic", "Riverside")
    assert (ran.code, ran.out.count("proposed for: ")) == (0, len(shipped.paragraphs))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"  \n\n \t\n", "is empty"),
        (b"Title\n\nCaf\xe9 and more.", "Line 3 is not UTF-8"),
        (b"%PDF-1.7\n\x00\x01\x02", "Line 2 holds bytes that are no text"),
        (b"Title\n\n" + b"x" * 1_100_000, "at most 1,000,000 can be read"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_nothing_changes(app, people, run, tmp_path, data, words):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    ran = run("import-document", path, "--clinic", "Riverside")
    assert ran.code == 1
    assert ran.out == ""
    assert words in ran.error
    assert "Nothing was changed." in ran.error
    assert "Traceback" not in ran.error
    assert count(app, DocumentVersion) == 0


def test_a_missing_file_a_folder_and_an_unknown_clinic_are_said(app, people, run, guide, tmp_path):
    for words, said in (
        (("nowhere.txt", "--clinic", "Riverside"), "cannot be read"),
        ((tmp_path, "--clinic", "Riverside"), "cannot be read"),
        ((guide, "--clinic", "Nowhere"), "There is no clinic named 'Nowhere'"),
    ):
        ran = run("import-document", *words)
        assert (ran.code, said in ran.error, "Traceback" in ran.error) == (1, True, False)
    assert count(app, DocumentVersion) == 0
