"""What a patient's Progress says in the tests: its tables and its list of entries, without the links in it."""

from copy import copy
from datetime import timedelta

import cast


def ago(days):
    return cast.TODAY - timedelta(days=days)


def table(answer, caption):
    """The rows of a table, the first being its head."""
    found = next(each for each in answer.page.find_all("table") if each.caption.get_text() == caption)
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in found.find_all("tr")]


def pain_table(answer):
    return {row[0]: row[1:] for row in table(answer, "Back and leg pain by day")}


def entries(answer):
    listed = copy(next(each for each in answer.page.find_all("section") if each.h2.get_text() == "Your entries"))
    for link in listed.find_all("a"):
        link.decompose()
    return [" ".join(each.get_text(" ").split()) for each in listed.find_all("li")]
