"""Every endpoint x who asks -> the status: one literal table, whose keys must equal the URL map."""

WHO = ("nobody", "asha", "dev", "ben", "cleo", "lena", "eli")
"""Nobody signed in; the patient whose record it is; another patient; her physiotherapist; another one; the clinic's
lead; a physiotherapist of another clinic."""

SIGN_IN, HOME = 303, 303  # both are redirects; a page for somebody else is a 404 like any missing page
EVERYBODY = (200,) * 7
PATIENTS = (SIGN_IN, 200, 200, 404, 404, 404, 404)
PATIENTS_SEND = (SIGN_IN, 422, 422, 404, 404, 404, 404)
PHYSIOTHERAPISTS = (SIGN_IN, 404, 404, 200, 200, 404, 200)
PHYSIOTHERAPISTS_SEND = (SIGN_IN, 404, 404, 422, 422, 404, 422)
HERS = (SIGN_IN, 404, 404, 200, 404, 404, 404)
HERS_SEND = (SIGN_IN, 404, 404, 422, 404, 404, 404)
HERS_DONE = (SIGN_IN, 404, 404, 303, 404, 404, 404)
LEADS = (SIGN_IN, 404, 404, 404, 404, 200, 404)
LEADS_SEND = (SIGN_IN, 404, 404, 404, 404, 422, 404)
LEADS_DONE = (SIGN_IN, 404, 404, 404, 404, 303, 404)

MATRIX = {
    ("GET", "home.show"): (SIGN_IN, 200, 200, HOME, HOME, 200, HOME),
    ("GET", "sign_in.show"): (200, HOME, HOME, HOME, HOME, HOME, HOME),
    ("POST", "sign_in.submit"): (422,) * 7,
    ("POST", "sign_in.keep"): EVERYBODY,
    ("GET", "sign_in.still_here"): (SIGN_IN, 204, 204, 204, 204, 204, 204),
    ("GET", "sign_in.ask_sign_out"): (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ("POST", "sign_in.sign_out"): (303,) * 7,
    ("GET", "join.show"): EVERYBODY,
    ("GET", "join.show_staff"): EVERYBODY,
    ("POST", "join.check"): (422,) * 7,
    ("POST", "join.check_staff"): (422,) * 7,
    ("POST", "join.finish"): (410,) * 7,
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
    ("GET", "patients.show"): HERS,
    ("GET", "enrolment.new"): PHYSIOTHERAPISTS,
    ("POST", "enrolment.enrol"): PHYSIOTHERAPISTS_SEND,
    ("POST", "enrolment.invite"): HERS,
    ("POST", "enrolment.cancel"): HERS_DONE,
    ("GET", "staff.show"): LEADS,
    ("POST", "staff.invite"): LEADS_SEND,
    ("POST", "staff.invite_again"): LEADS,
    ("POST", "staff.cancel"): LEADS_DONE,
    ("POST", "staff.disable"): LEADS_DONE,
    ("POST", "staff.enable"): LEADS_DONE,
    ("POST", "staff.change_patient_account"): LEADS_SEND,
    ("GET", "health.show"): EVERYBODY,
    ("GET", "static"): EVERYBODY,
    ("GET", "bootstrap.static"): EVERYBODY,
}

FILES = {"static": {"filename": "css/theme.css"}, "bootstrap.static": {"filename": "css/bootstrap.min.css"}}


def stated_by_the_app(app) -> set[tuple[str, str]]:
    methods = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    return {(method, rule.endpoint) for rule in app.url_map.iter_rules() for method in rule.methods & methods}


def address_of(app, people, endpoint: str) -> str:
    """With the values that its parameters need: Asha's record, Cleo's account."""
    known = {"patient_id": people.asha, "person_id": people.cleo}
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    values = FILES.get(endpoint) or {name: known[name] for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(endpoint, **values)


def somebody_allowed(endpoint: str) -> str:
    """The first who may send this form at all."""
    answers = MATRIX["POST", endpoint]
    return next(who for who, status in zip(WHO, answers, strict=True) if who != "nobody" and status != 404)
