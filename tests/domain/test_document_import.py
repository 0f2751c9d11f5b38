"""Reading a clinic's document: what is taken, what is proposed, and what is refused with a clear sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.content.shipped import shipped_document
from recovery.domain.document_import import LARGEST_BYTES, BadDocument, propose_placements, read_document
from recovery.domain.sentences import passage_text, sentences_of
from recovery.domain.stage import Stage


def as_file(document):
    return "\n\n".join((document.title, *document.paragraphs)).encode()


def test_the_shipped_document_read_from_a_file_is_the_same_document():
    shipped = shipped_document()
    read = read_document(as_file(shipped), "How-Spinal-Surgery-Helps-with-Chronic-Pain-Relief.txt")
    assert (read.key, read.digest) == (shipped.key, shipped.digest)


def test_a_byte_order_mark_windows_line_ends_and_folded_lines_change_nothing():
    plain = read_document(b"Title\n\nOne line.\n\nTwo lines here.", "a.txt")
    other = read_document(b"\xef\xbb\xbfTitle\r\n\r\nOne line.\r\n\r\nTwo lines\r\nhere.\r\n", "a.txt")
    assert other.digest == plain.digest


def test_markdown_headings_head_the_passage_that_follows():
    draft = read_document(b"# Title\n\n## Your wound\n\nKeep it dry.\n\n- one\n- two", "guide.md")
    assert draft.title == "Title"
    assert draft.paragraphs == ("Keep it dry.", "- one\n- two")
    assert [each.heading for each in draft.passages] == ["Your wound", ""]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n ", "empty"),
        (b"Title only", "nothing follows"),
        (b"Title\n\nPK\x03\x04\x00\x00", "Line 3 holds bytes that are no text"),
        ("Titel\n\nfür".encode("latin-1"), "Line 3 is not UTF-8"),
        (b"a" * (LARGEST_BYTES + 1), "bytes; at most"),
        (b"T\n\n" + b"x\n\n" * 501, "501 paragraphs"),
        (b"x" * 301 + b"\n\nbody", "should be the title"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why_and_where(data, words):
    with pytest.raises(BadDocument, match=words):
        read_document(data, "a.txt")


@given(st.binary(max_size=400))
def test_no_bytes_at_all_raise_anything_else(data):
    try:
        draft = read_document(data, "a.txt")
    except BadDocument:
        return
    for passage in draft.passages:
        paragraph = draft.paragraphs[passage.paragraph - 1]
        assert passage_text(paragraph, passage.first_sentence, passage.last_sentence)


@pytest.mark.parametrize(
    ("text", "stages", "procedures"),
    [
        ("After your discectomy you can walk.", 5, {"discectomy"}),
        ("Think about the risks of a spinal fusion.", 1, {"fusion"}),
        ("Keep the wound dry.", 1, {None}),
        ("The sky is blue.", 1, {None}),
        ("Rehabilitation starts soon.", 4, {None}),
    ],
)
def test_placements_are_proposed_by_the_words_of_the_text(text, stages, procedures):
    proposed = propose_placements(text)
    assert len({each.stage for each in proposed}) == stages
    assert {each.procedure for each in proposed} == procedures


def test_a_text_no_rule_fits_is_proposed_for_before_surgery_only():
    assert [each.stage for each in propose_placements("The sky is blue.")] == [Stage.BEFORE]


def test_a_keyhole_operation_is_proposed_for_that_approach():
    assert {each.approach for each in propose_placements("Keyhole surgery and recovery")} == {"minimally_invasive"}


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("One. Two. Three.", 3),
        ("Ask Dr. Smith, e.g. about L4. Then rest.", 2),
        ("Walk 1.5 miles. Rest!", 2),
        ('"Really?" she asked. Yes.', 2),
        ("No stop at the end", 1),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(paragraph, count):
    assert len(sentences_of(paragraph)) == count


@given(st.text(alphabet="ab. AB!?", max_size=80))
def test_sentences_are_exact_pieces_in_order(paragraph):
    place = 0
    for sentence in sentences_of(paragraph):
        place = paragraph.index(sentence, place) + len(sentence)


def test_no_test_or_code_reads_the_shared_folder():
    root = Path(__file__).parents[2]
    sources = [path for folder in ("recovery", "tests") for path in (root / folder).rglob("*.py")]
    marker = "{}/{}".format("..", "shared")
    assert not [path.name for path in sources if marker in path.read_text(encoding="utf-8")]
