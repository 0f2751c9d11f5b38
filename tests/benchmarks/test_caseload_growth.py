"""A caseload costs by its patients and not by their history: 365 days against 42 in the same run, as a ratio."""

import gc
import time

import pytest
import time_machine
from moment import NOW
from statements import statements
from test_cost import clinic
from visitor import Visitor

from recovery.domain.thresholds import Thresholds
from recovery.extensions import db
from recovery.records.people import Person
from recovery.records.thresholds import ThresholdSignOff, numbers_of

PATIENTS = 1_000
SHORT, LONG = 42, 365
MOST = 1.1
TURNS = 5


def signed_off(app, physio):
    """With every rule on, by somebody who stands in for the clinic's lead."""
    with app.app_context():
        clinic_id = db.session.get(Person, physio).clinic_id
        rules = Thresholds().signed_off()
        db.session.add(
            ThresholdSignOff(
                clinic_id=clinic_id,
                number=1,
                shipped_version=rules.version,
                numbers=numbers_of(rules),
                rules=[rule.value for rule in rules.on],
                signed_off_by_id=physio,
                signed_off_at=NOW,
            )
        )
        db.session.commit()
        db.session.remove()


def once(send) -> float:
    gc.collect()
    began = time.process_time()
    answer = send()
    spent = time.process_time() - began
    assert answer.status == 200
    return spent


@pytest.mark.long
def test_a_thousand_patients_cost_the_same_with_a_year_behind_them_as_with_six_weeks(tmp_path_factory):
    senders = {}
    with time_machine.travel(NOW, tick=False):
        for days in (SHORT, LONG):
            app, physio, _patient = clinic(tmp_path_factory.mktemp(f"days{days}"), PATIENTS, days)
            signed_off(app, physio)
            visitor = Visitor(app, physio)
            senders[days] = lambda visitor=visitor: visitor.get("/caseload")
            once(senders[days])
        counts = {}
        for days, send in senders.items():
            with statements() as sent:
                send()
            counts[days] = len(sent)
        # Turn about, the least of each: noise only ever adds, and what the machine does meanwhile meets both.
        spent = {days: min(once(send) for _turn in range(TURNS)) for days, send in senders.items()}
    ratio = spent[LONG] / spent[SHORT]
    told = ", ".join(f"{days} days {seconds:.2f} s of CPU" for days, seconds in spent.items())
    print(f"\n{PATIENTS} patients: {told}: {ratio:.2f} times")
    print(f"statements: {counts}")
    assert counts[SHORT] == counts[LONG]
    assert ratio <= MOST
