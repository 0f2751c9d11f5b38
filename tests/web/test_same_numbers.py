"""The same number everywhere (PRODUCT.md, promise 4): the patient's screen, the list, the summary, print, text and
files say one thing, whatever was recorded, corrected and taken back.
"""

from datetime import timedelta
from itertools import combinations

import make
import pytest
import reading_numbers as read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.confirm_password import confirm_password
from recovery.actions.correct_entry import Correction, correct_entry
from recovery.domain.check_in import CheckIn
from recovery.domain.therapy import Outcome, Unit, UnitDone
from recovery.domain.thresholds import Thresholds
from recovery.extensions import db
from recovery.records.people import Person
from recovery.records.sign_ins import SignIn
from recovery.records.thresholds import ThresholdSignOff, numbers_of

DAY = timedelta(days=1)
OPERATED_ON = TODAY - 40 * DAY

NRS = st.none() | st.integers(0, 10)


@st.composite
def check_ins(draw):
    back, leg = draw(NRS), draw(NRS)
    return {
        "back_pain_average": back,
        "back_pain_worst": draw(st.none() | st.integers(back or 0, 10)),
        "leg_pain_average": leg,
        "leg_pain_worst": draw(st.none() | st.integers(leg or 0, 10)),
        "walking_minutes": draw(st.none() | st.integers(0, 600)),
        "steps": draw(st.none() | st.integers(0, 60_000)),
        "bearable": draw(st.none() | st.booleans()),
        "note": "Sent",
    }


OUTCOMES = st.sampled_from(["done", "not_done", 25, 50, 75, None])
DAYS = st.lists(
    st.fixed_dictionaries(
        {
            "check_ins": st.lists(check_ins(), max_size=2),
            "units": st.lists(OUTCOMES, min_size=4, max_size=4),
            "pain": NRS,
            "is_not_well": st.booleans(),
            "fate": st.sampled_from(["stands", "stands", "corrected", "taken back"]),
        }
    ),
    min_size=1,
    max_size=14,
)
STEADY = {"check_ins": [{"leg_pain_average": 2, "walking_minutes": 40}], "units": [None] * 4, "pain": None}
RISEN = {
    "check_ins": [{"leg_pain_average": 9, "walking_minutes": 5, "bearable": False}],
    "units": ["not_done"] * 4,
    "pain": 10,
}
ENDINGS = st.sampled_from([(), (RISEN,) * 3])
"""Random days seldom hold a reason: some recoveries end with one after steady days."""


@pytest.fixture
def ben(app, people, visit):
    """With every rule on, and the password typed again."""
    ben = visit(people.ben)
    with app.app_context():
        rules = Thresholds().signed_off()
        told = {"shipped_version": 1, "numbers": numbers_of(rules), "rules": [rule.value for rule in rules.on]}
        db.session.add(
            ThresholdSignOff(clinic_id=people.clinic, number=1, signed_off_by_id=people.lena, signed_off_at=NOW, **told)
        )
        db.session.get_one(Person, people.ben).password_hash = make.PASSWORD_HASH
        db.session.commit()
        sign_in = db.session.scalars(select(SignIn.id).where(SignIn.person_id == people.ben)).one()
        confirm_password(make.actor(people.ben), sign_in, make.PASSWORD, NOW)
    return ben


def record(patient, days, planned):
    """The days end today, in order."""
    for place, of_day in enumerate(days):
        on = TODAY - (len(days) - 1 - place) * DAY
        for values in of_day["check_ins"]:
            entry = make.check_in(patient, on=on, **values)
            if of_day.get("fate") == "corrected":
                better = {**values, "walking_minutes": 33, "back_pain_worst": None, "back_pain_average": 5}
                correct_entry(make.actor(patient), Correction(entry, 1, CheckIn(recorded_on=on, **better)), NOW)
            if of_day.get("fate") == "taken back":
                make.take_back(patient, entry, now=NOW + timedelta(minutes=30))
        slots = [Unit(each.id, time) for each in planned for time in (1, 2)]
        units = tuple(done(unit, outcome) for unit, outcome in zip(slots, of_day["units"], strict=True) if outcome)
        if units or of_day["pain"] is not None:
            make.session(patient, on=on, units=units, pain_during=of_day["pain"])
        if of_day.get("is_not_well"):
            make.not_well(patient, on=on)


def done(unit, outcome):
    return UnitDone(unit, Outcome.PARTLY, outcome) if isinstance(outcome, int) else UnitDone(unit, Outcome(outcome))


def everything_told(ben, visit, patient):
    """What each place says, by its name."""
    asha, address = visit(patient), f"/patients/{patient}"
    row = ben.get("/caseload").page.find("li", {"id": f"p-{patient.hex}"})
    name = row["data-name"]
    listed = next(each for each in read.csv_rows(ben.post("/caseload/export")) if each["Name"] == name)
    return {
        "the patient's progress": read.of_progress(asha.get("/progress").page, OPERATED_ON, TODAY),
        "the list": read.of_row(row),
        "the summary": read.of_summary(ben.get(address).page, OPERATED_ON),
        "the sheet": read.of_sheet(ben.get(f"{address}/appointment-sheet").page, OPERATED_ON),
        "the twelve lines": read.of_lines(ben.get(f"{address}/as-text").page, TODAY),
        "the list's file": read.of_caseload_row(listed, TODAY),
        "the entries' file": read.of_entries(read.csv_rows(ben.post(f"{address}/export"))),
    }


def assert_same(told):
    for (one, first), (other, second) in combinations(told.items(), 2):
        both = f"{one} and {other}"
        for measure in first.days.keys() & second.days.keys():
            assert first.days[measure] == second.days[measure], f"{both}: {measure}"
        shared = first.exercises.keys() & second.exercises.keys()
        assert {day: first.exercises[day] for day in shared} == {day: second.exercises[day] for day in shared}, both
        for name in ("week", "fortnight", "last_entry", "reasons", "pain_now", "walked"):
            mine, theirs = getattr(first, name), getattr(second, name)
            assert mine is None or theirs is None or mine == theirs, f"{both}: {name}"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=DAYS, ending=ENDINGS)
def test_every_number_is_the_same_wherever_it_stands(app, people, ben, visit, days, ending):
    with app.app_context():
        count = db.session.query(Person).count()
        patient = make.patient(people.clinic, "Nia", f"Cole{count}")
        episode = make.episode(patient, procedures=("discectomy",), day=40)
        make.care_link(patient, people.ben)
        steady = (STEADY,) * 6 if ending else ()
        record(patient, [*days, *steady, *ending], make.plan(episode, people.ben))
    told = everything_told(ben, visit, patient)
    assert told["the summary"].reasons if ending else True
    assert told["the summary"].days["back"].keys() == told["the entries' file"].days["back"].keys()
    assert_same(told)
