"""A CSV file gives back what was put in, and no cell of it can begin as a formula."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recovery.web.present.export.cells import csv_file, neutral

STARTS = tuple("=+-@\t\r\n＝＋－＠")
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40),
    st.builds("{}{}{}".format, st.text("'", max_size=3), st.sampled_from(STARTS), st.text('",\r\n\t =A1', max_size=12)),
)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def plain(cell: str) -> str:
    """What a reader does to have the original back."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(STARTS) else cell


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=4))
@example([["=cmd|' /C calc'!A0", "+1", "-1"], ["@SUM(A1)", "\t=1", "\r=1"], ["'=1", "''=1", "'quoted'"]])
def test_python_reads_back_every_text_and_no_cell_begins_as_a_formula(rows):
    heads = ("One", "Two", "Three")
    first, *cells = read(csv_file(heads, [dict(zip(heads, row, strict=True)) for row in rows]))
    assert first == list(heads)
    assert [[plain(cell) for cell in row] for row in cells] == rows
    assert not [cell for row in cells for cell in row if cell.startswith(STARTS)]


@pytest.mark.parametrize("text", ["Back pain", "3 - 4", "a=b", "'tis", "", " =1"])
def test_a_harmless_text_stays_as_it_is(text):
    assert neutral(text) == text


def test_what_is_missing_is_empty_and_a_zero_stays_a_zero():
    content = csv_file(("Steps", "Units", "Note"), [{"Steps": 0, "Units": 7.5}, {"Units": 8.0, "Note": "-"}])
    assert read(content)[1:] == [["0", "7.5", ""], ["", "8", "'-"]]


def test_the_file_is_utf_8_with_a_mark_that_excel_needs_and_lines_end_as_rfc_4180_says():
    content = csv_file(("Näme",), [{"Näme": "two\nlines"}])
    assert content == b'\xef\xbb\xbfN\xc3\xa4me\r\n"two\nlines"\r\n'
