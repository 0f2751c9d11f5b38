"""What a request costs, as a multiple of a bare Flask page or form measured in the same run. Never a timed test.

Shown with -s; docs/benchmarks.md holds the last result. What is asserted is the number of SQL statements.
"""

import time
from uuid import uuid4

import crowd
import databases
import pytest
import time_machine
from bare import bare_app
from bs4 import BeautifulSoup
from moment import NOW
from statements import statements
from visitor import Visitor

from recovery import create_app
from recovery.extensions import db

PATIENTS, DAYS = 200, 365
FEW_PATIENTS, FEW_DAYS = 10, 30
ROUNDS = 8


def cpu(send) -> float:
    """Milliseconds of processor time for one request: the least of a few means, since noise only ever adds."""
    send()
    means = []
    for _turn in range(3):
        began = time.process_time()
        for _round in range(ROUNDS):
            send()
        means.append((time.process_time() - began) / ROUNDS * 1000)
    return min(means)


def clinic(folder, patients, days):
    url = databases.copy_of_sqlite(databases.sqlite_template(folder), folder)
    app = create_app(databases.settings(url, RATELIMIT_ENABLED=False))  # the limit is not what is measured
    with app.app_context():
        physio, patient = crowd.assemble(patients, days)
        db.session.remove()
    return app, physio, patient


def senders(app, physio, patient):
    """How each of our pages is asked for, by name."""
    staff, own = Visitor(app, physio), Visitor(app, patient)
    form = own.get("/check-ins/new").fields("/check-ins")

    def check_in():
        answer = own.post("/check-ins", {**form, "client_id": str(uuid4()), "back_pain_average": "3"})
        assert answer.status == 303

    return {
        "Today": lambda: own.get("/"),
        "check-in POST": check_in,
        "caseload": lambda: staff.get("/caseload"),
        "progress": lambda: own.get("/progress"),
        "a patient's summary": lambda: staff.get(f"/patients/{patient}"),
    }


def bare_senders(url):
    client = bare_app(url).test_client()
    token = BeautifulSoup(client.get("/form").text, "html.parser").input["value"]
    return (
        lambda: client.get("/page"),
        lambda: client.post("/form", data={"csrf_token": token, "words": "a few words"}),
    )


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    with time_machine.travel(NOW, tick=False):
        few = senders(*clinic(tmp_path_factory.mktemp("few"), FEW_PATIENTS, FEW_DAYS))
        many = senders(*clinic(tmp_path_factory.mktemp("many"), PATIENTS, DAYS))
        yield few, many


def count(send) -> int:
    send()
    with statements() as sent:
        send()
    return len(sent)


def test_the_statements_of_a_page_are_the_same_for_few_and_many_patients_and_days(measured):
    few, many = measured
    assert {name: count(send) for name, send in few.items()} == {name: count(send) for name, send in many.items()}


@pytest.mark.long
def test_costs_beside_a_bare_page_are_shown(measured, tmp_path):
    _few, many = measured
    page, form = bare_senders(f"sqlite:///{tmp_path / 'bare.sqlite3'}")
    bare = {"bare page": cpu(page), "bare form": cpu(form)}
    print(f"\n{'':24}{'ms of CPU':>10}{'times bare':>12}{'statements':>12}")
    for name, milliseconds in bare.items():
        print(f"{name:24}{milliseconds:10.2f}{1:12.1f}")
    for name, send in many.items():
        milliseconds = cpu(send)
        against = bare["bare form" if "POST" in name else "bare page"]
        print(f"{name:24}{milliseconds:10.2f}{milliseconds / against:12.1f}{count(send):12}")
