"""The pages about warning signs, drawn by their own templates without an app."""

from datetime import date

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from config import ROOT
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.warning_signs import DAILY_ROWS, SIGNS, answer_from, full_list_for, rows_for
from recovery.web.present.warning_page import PhoneNumbers, Saved, action_page, public_page
from recovery.web.shell import wire_words

NUMBERS = PhoneNumbers("999", "01632 960 123", "116 123", "8am to 6pm, every day.")
OPERATION = Operation(frozenset({Procedure.DISCECTOMY}), Approach.OPEN, Region.LUMBAR, date(2026, 10, 15))
DAY = date(2026, 11, 22)
GRADE = 6
ACTION = """{% from "components/warning_action.html" import emergency, call_today %}
{% if page.is_emergency %}{{ emergency(page) }}{% else %}{{ call_today(page) }}{% endif %}"""
LIST = """{% from "components/warning_list.html" import warning_list %}{{ warning_list(page) }}"""
ROWS = """{% from "components/warning_rows.html" import warning_rows %}
{{ warning_rows(rows, full_list, ticked, details, numbers) }}"""


def page_of(*keys, saved=Saved.SAVED, details=None, operation=OPERATION, recorded_on=DAY):
    return action_page(
        answer_from(keys, details or {}), operation=operation, recorded_on=recorded_on, saved=saved, numbers=NUMBERS
    )


def drawn(source, **given_values):
    house = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    wire_words(house)
    return BeautifulSoup(house.from_string(source).render(**given_values), "html.parser")


def drawn_rows(ticked=(), details=None, region=Region.LUMBAR, stage=None):
    return drawn(
        ROWS,
        rows=rows_for(stage, region),
        full_list=full_list_for(region),
        ticked=frozenset(ticked),
        details=details or {},
        numbers=NUMBERS,
    )


def sentences(drawing):
    """The text of a page, each block a sentence."""
    blocks = drawing.find_all(["h1", "h2", "h3", "p", "li", "label", "legend", "summary"])
    told = [block.get_text(" ", strip=True) for block in blocks]
    told += [note.div.get_text(" ", strip=True) for note in drawing.find_all(class_="note")]
    return "\n".join(line if line.endswith((".", "?", "!")) else line + "." for line in told if line)


def every_page():
    for saved in Saved:
        for key in SIGNS:
            yield drawn(ACTION, page=page_of(key, saved=saved))
        for row in DAILY_ROWS:
            for choice in row.detail.choices if row.detail else ():
                yield drawn(ACTION, page=page_of(row.key, details={row.key: choice.key}, saved=saved))
    for region in (None, *Region):
        yield drawn(LIST, page=public_page(region, NUMBERS))
    yield drawn_rows(region=Region.CERVICAL)
