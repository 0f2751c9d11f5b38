"""The page for an appointment is one A4 page, whatever stands in the record, printed without grounds."""

import re
from dataclasses import replace
from importlib.resources import files
from uuid import UUID

import pytest
from browsing import DESK
from enforcers import ROOT
from moment import NOW, TODAY
from visits import DAY, LONDON, exercise, figure, outcome_of, past_appointment, question, sign, visit

from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Region
from recovery.domain.outcomes import SignOutcome
from recovery.domain.reviews import Decision, Reviewed
from recovery.domain.worklist import CallAsked
from recovery.records.appointments import Upcoming
from recovery.web.present.paper.sheet import sheet

pytestmark = pytest.mark.browser
PAPER = """<body class="physio"><main class="page">
{% from "components/sheet.html" import paper %}{% for each in sheets %}{{ paper(each) }}{% endfor %}</main>"""


def longest():
    """Everything there can be, at its longest."""
    ticked = [sign(number, key="wound-changed", outcomes=(SignOutcome.SPOKE,)) for number in range(1, 9)]
    recorded = [
        figure(TODAY - back * DAY, back_average=9, back_worst=10, leg_average=8, walking_minutes=500, steps=60_000)
        for back in range(120)
    ]
    crowded = visit(
        name=f"{'Wilhelmina' * 8} {'Featherstone-' * 6}",
        day=100,
        surgeon="Professor Dr " + "Lindqvist " * 10,
        instructions="No lifting over 5 kg, brace when up, no twisting, no driving. " * 4 + "W" * 40,
        figures=recorded,
        exercises=[exercise("Very long name of an exercise with a stretch band " * 2) for _turn in range(9)],
        signs=ticked,
        outcomes=[outcome_of(each, "Spoke for a long while about all of it. " * 40) for each in ticked],
        questions=[question("May I do this, and that, and what about the other thing? " * 5) for _turn in range(9)],
        appointments=[past_appointment(30)],
        upcoming=Upcoming("Review of everything that there is " * 3, "Ben", "", NOW + 40 * DAY, LONDON),
    )
    call = CallAsked(AskedCall(UUID(int=3), NOW - 3 * DAY))
    record = replace(crowded.record, signs_on=frozenset({TODAY - 2 * DAY}))
    history = replace(crowded.history, reviews=(Reviewed(Decision(), "Ben Okoro", NOW - 5 * DAY, 0),))
    return replace(crowded, record=record, history=history, reasons=(call,) * 6)


def just_fits():
    """Everything above the lists at its longest, and lists that just need no shortening."""
    crowded = longest()
    plans = (replace(crowded.record.plans[0], prescriptions=(exercise(), exercise("Walk"))),)
    record, facts = replace(crowded.record, plans=plans), replace(crowded.facts, signs=crowded.facts.signs[:2])
    crowded = replace(crowded, reasons=(), record=record, facts=facts)
    told = [question(f"{place} {'words ' * 13}") for place in range(20)]
    for most in range(20, 0, -1):
        fits = replace(crowded, name="Wilma " * 26, history=replace(crowded.history, questions=tuple(told[:most])))
        if not sheet(fits).told.is_shortened:
            return fits
    raise AssertionError("nothing fits")


def recoveries():
    few = [figure(TODAY - back * DAY, back_average=4, leg_average=3, walking_minutes=25) for back in (1, 2, 9)]
    yield visit(name="Nothing yet", day=1)
    yield visit(name="Before it", day=-20, figures=[figure(TODAY - 3 * DAY, leg_average=7)])
    yield visit(name="Neck", day=30, region=Region.CERVICAL, figures=few, signs=[sign()], exercises=[exercise()])
    yield visit(name="A year", day=400, figures=few, status=EpisodeStatus.DISCHARGED)
    yield longest()
    yield just_fits()


STYLES = (
    files("flask_bootstrap") / "static/bootstrap5/css/bootstrap.min.css",
    *(ROOT / f"static/css/{name}.css" for name in ("theme", "charts", "print_sheet")),
)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_recovery_is_one_page_printed_without_grounds(app, open_page, tmp_path):
    """They begin a page each, so that as many pages as sheets are one each."""
    sheets = [sheet(each) for each in recoveries()]
    page, path = open_page(DESK), tmp_path / "sheets.pdf"
    page.set_content(app.jinja_env.from_string(PAPER).render(sheets=sheets))
    page.add_style_tag(content="".join(style.read_text() for style in STYLES))
    page.pdf(path=path, prefer_css_page_size=True, print_background=False)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes())) == len(sheets)
