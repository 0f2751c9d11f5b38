"""Every endpoint x who asks -> the status. The keys must equal the URL map: a new route fails until it is stated."""

import pytest

WHO = ("nobody", "asha", "dev", "ben", "cleo", "lena", "eli")
"""Nobody signed in; the patient whose record it is; another patient; her physiotherapist; another one; the clinic's
lead; a physiotherapist of another clinic."""

SIGN_IN, HOME = 303, 303  # both are redirects; a page for somebody else is a 404 like any missing page
PATIENTS = (SIGN_IN, 200, 200, 404, 404, 404, 404)
PATIENTS_SEND = (SIGN_IN, 422, 422, 404, 404, 404, 404)
PHYSIOTHERAPISTS = (SIGN_IN, 404, 404, 200, 200, 404, 200)
EVERYBODY = (200,) * 7

MATRIX = {
    ("GET", "home.show"): (SIGN_IN, 200, 200, HOME, HOME, 200, HOME),
    ("GET", "sign_in.show"): (200, HOME, HOME, HOME, HOME, HOME, HOME),
    ("POST", "sign_in.submit"): (422,) * 7,
    ("POST", "sign_in.keep"): EVERYBODY,
    ("GET", "sign_in.still_here"): (SIGN_IN, 204, 204, 204, 204, 204, 204),
    ("GET", "sign_in.ask_sign_out"): (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ("POST", "sign_in.sign_out"): (303,) * 7,
    ("GET", "check_ins.new"): PATIENTS,
    ("POST", "check_ins.record"): PATIENTS_SEND,
    ("POST", "check_ins.unfinished"): PATIENTS,
    ("GET", "therapy_sessions.new"): PATIENTS,
    ("POST", "therapy_sessions.record"): PATIENTS_SEND,
    ("GET", "not_well.new"): PATIENTS,
    ("POST", "not_well.record"): PATIENTS_SEND,
    ("GET", "progress.show"): PATIENTS,
    ("GET", "learn.show"): PATIENTS,
    ("GET", "warning_signs.show"): EVERYBODY,
    ("GET", "caseload.show"): PHYSIOTHERAPISTS,
    ("POST", "caseload.search"): PHYSIOTHERAPISTS,
    ("GET", "patients.show"): (SIGN_IN, 404, 404, 200, 404, 404, 404),
    ("GET", "health.show"): EVERYBODY,
    ("GET", "static"): EVERYBODY,
    ("GET", "bootstrap.static"): EVERYBODY,
}
VALUES = {"static": {"filename": "css/theme.css"}, "bootstrap.static": {"filename": "css/bootstrap.min.css"}}


def stated_by_the_app(app):
    methods = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    return {(method, rule.endpoint) for rule in app.url_map.iter_rules() for method in rule.methods & methods}


def test_the_matrix_states_every_route(app):
    assert set(MATRIX) == stated_by_the_app(app)


@pytest.mark.parametrize("cell", sorted(MATRIX), ids=lambda cell: f"{cell[0]}-{cell[1]}")
def test_who_gets_what(app, people, visit, cell):
    method, endpoint = cell
    values = VALUES.get(endpoint, {"patient_id": people.asha} if endpoint == "patients.show" else {})
    with app.test_request_context():
        address = app.url_for(endpoint, **values)
    answers = {}
    for who in WHO:
        visitor = visit(getattr(people, who) if who != "nobody" else None)
        answer = visitor.get(address) if method == "GET" else visitor.post(address)
        answers[who] = answer.status
    assert answers == dict(zip(WHO, MATRIX[cell], strict=True))


MARKERS = ("Asha", "Rao", "L4", "Heel slides", "fusion")


def test_a_denial_holds_nothing_of_the_record_and_equals_a_missing_page(app, people, visit):
    missing = "00000000-0000-4000-8000-000000000000"
    for who in ("asha", "dev", "cleo", "lena", "eli"):
        visitor = visit(getattr(people, who))
        denied, absent = visitor.get(f"/patients/{people.asha}"), visitor.get(f"/patients/{missing}")
        assert (denied.status, denied.text) == (404, absent.text)
        assert not [marker for marker in MARKERS if marker in denied.text]
