"""Generated recoveries, and their charts as a page draws them."""

import math
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from enforcers import ROOT
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from recovery.domain.adherence import Adherence
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import day_figures
from recovery.domain.pathway import NO_STAGES, PATHWAYS
from recovery.domain.stage import Stage
from recovery.web.present.charts.pain import Course
from recovery.web.shell import wire_words

NAMES = {stage: stage.value.replace("_", " ") for stage in Stage}
OPERATED_ON = date(2026, 10, 15)
ENVIRONMENT = Environment(
    loader=FileSystemLoader(ROOT / "templates"), undefined=StrictUndefined, autoescape=True, trim_blocks=True
)
wire_words(ENVIRONMENT)
SVG = ENVIRONMENT.get_template("components/charts/svg.html").module.svg
TABLE = ENVIRONMENT.get_template("components/charts/table.html").module.numbers

SCORE = st.none() | st.integers(0, 10)


@st.composite
def courses(draw):
    last = draw(st.integers(-90, 400))
    days = draw(st.lists(st.integers(-90, last), max_size=25, unique=True))
    check_ins = [
        CheckIn(
            recorded_on=OPERATED_ON + timedelta(days=day),
            back_pain_average=draw(SCORE),
            leg_pain_average=draw(SCORE),
            walking_minutes=draw(st.none() | st.integers(0, 600)),
            note="x",
        )
        for day in days
    ]
    return Course(
        figures=day_figures(check_ins),
        operated_on=OPERATED_ON,
        today=OPERATED_ON + timedelta(days=last),
        pathway=draw(st.sampled_from([*PATHWAYS.values(), NO_STAGES])),
        stage_names=NAMES,
        pain_names=("Back", "Leg"),
    )


def therapy_of(course):
    return {day: Adherence(1.5, 0.5, 1) for day in course.figures}


def drawn(chart):
    """The chart as XML, checked: no style attribute, everything inside the view box."""
    text = str(SVG(chart))
    root = ET.fromstring(text)  # noqa: S314 - our own output
    assert "style=" not in text
    for element in root.iter():
        for name in ("x", "y", "cx", "cy", "width", "height", "r"):
            value = element.get(name)
            if value is not None:
                assert math.isfinite(float(value))
        x = element.get("cx")
        assert x is None or -1 <= float(x) <= chart.width + 1
        y = element.get("cy")
        assert y is None or -1 <= float(y) <= chart.height + 1
    return root
