"""A paragraph as its sentences, so that a passage can name some of them and quote them exactly."""

import re

_ABBREVIATIONS = ("dr", "mr", "mrs", "ms", "prof", "e.g", "i.e", "etc", "vs", "no", "fig", "approx", "st")
_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


def sentences_of(paragraph: str) -> tuple[str, ...]:
    """Sentences in order, each an exact piece of the paragraph without the space behind it.

    A full stop ends one when white space and a capital or digit follow, unless it belongs to a common abbreviation
    or to a single initial.
    """
    found, start = [], 0
    for match in _END.finditer(paragraph):
        if not _is_abbreviation(paragraph[start : match.start()]):
            found.append(paragraph[start : match.end()].rstrip())
            start = match.end()
    rest = paragraph[start:].strip()
    return tuple([*found, rest] if rest else found)


def passage_text(paragraph: str, first: int, last: int) -> str:
    """Sentences `first` to `last`, counted from 1, as they stand in the paragraph. Raises ValueError outside it."""
    sentences = sentences_of(paragraph)
    if not 1 <= first <= last <= len(sentences):
        raise ValueError(f"the paragraph has {len(sentences)} sentences, not {first} to {last}")
    start = paragraph.index(sentences[first - 1])
    end = start
    for sentence in sentences[first - 1 : last]:
        end = paragraph.index(sentence, end) + len(sentence)
    return paragraph[start:end]


def _is_abbreviation(before_stop: str) -> bool:
    word = before_stop.rsplit(None, 1)[-1].lower().lstrip("(\"'“‘") if before_stop.split() else ""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
