"""Static files: named by their content, kept for a year, compressed once, and the same bytes however they arrive."""

import brotli
import pytest

from config import ROOT

STYLE = "/static/css/theme.css"


def fetched(visit, address, encodings):
    return visit().get(address, headers={"Accept-Encoding": encodings}).response


def test_a_stylesheet_arrives_in_brotli_and_is_the_file(visit):
    response = fetched(visit, STYLE, "gzip, deflate, br")
    assert response.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in response.headers["Vary"]
    assert brotli.decompress(response.data) == (ROOT / "static/css/theme.css").read_bytes()
    assert int(response.headers["Content-Length"]) == len(response.data)


@pytest.mark.parametrize("encodings", ["identity", ""])
def test_who_cannot_read_brotli_gets_the_file_as_it_is(visit, encodings):
    response = fetched(visit, STYLE, encodings)
    assert "br" not in response.headers.get("Content-Encoding", "")
    assert response.data == (ROOT / "static/css/theme.css").read_bytes()


def test_the_two_ways_have_tags_of_their_own(visit):
    tags = {fetched(visit, STYLE, encodings).headers["ETag"] for encodings in ("br", "identity")}
    assert len(tags) == 2


def test_a_file_that_was_not_changed_is_not_sent_again(visit):
    tag = fetched(visit, STYLE, "identity").headers["ETag"]
    assert visit().get(STYLE, headers={"If-None-Match": tag, "Accept-Encoding": "identity"}).status == 304


def test_a_missing_file_is_a_missing_page(visit):
    assert fetched(visit, "/static/css/none.css", "br").status_code == 404
    assert fetched(visit, "/static/../config.py", "br").status_code == 404
