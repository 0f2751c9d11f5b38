"""Every endpoint x who asks -> the status: one literal table, whose keys must equal the URL map."""

WHO = ("nobody", "asha", "dev", "ben", "cleo", "lena", "eli")
"""Nobody signed in; the patient whose record it is; another patient; her physiotherapist; another one; the clinic's
lead; a physiotherapist of another clinic."""

SIGN_IN, HOME = 303, 303  # both are redirects; a page for somebody else is a 404 like any missing page
EVERYBODY = (200,) * 7
SIGNED_IN = (SIGN_IN, 200, 200, 200, 200, 200, 200)
PATIENTS = (SIGN_IN, 200, 200, 404, 404, 404, 404)
PATIENTS_SEND = (SIGN_IN, 422, 422, 404, 404, 404, 404)
PHYSIOTHERAPISTS = (SIGN_IN, 404, 404, 200, 200, 404, 200)
PHYSIOTHERAPISTS_SEND = (SIGN_IN, 404, 404, 422, 422, 404, 422)
PHYSIOTHERAPISTS_DONE = (SIGN_IN, 404, 404, 303, 303, 404, 303)
HERS = (SIGN_IN, 404, 404, 200, 404, 404, 404)
HERS_SEND = (SIGN_IN, 404, 404, 422, 404, 404, 404)
HERS_DONE = (SIGN_IN, 404, 404, 303, 404, 404, 404)
STAFF = (SIGN_IN, 404, 404, 200, 200, 200, 200)
STAFF_SEND = (SIGN_IN, 404, 404, 422, 422, 422, 422)
LEADS = (SIGN_IN, 404, 404, 404, 404, 200, 404)
LEADS_SEND = (SIGN_IN, 404, 404, 404, 404, 422, 404)
LEADS_DONE = (SIGN_IN, 404, 404, 404, 404, 303, 404)

NO_SUCH = (SIGN_IN, 404, 404, 404, 404, 404, 404)
"""Nothing of the made-up id: tests of the page itself show who may."""

MATRIX = {
    ("GET", "home.show"): (SIGN_IN, 200, 200, HOME, HOME, 200, HOME),
    ("GET", "sign_in.show"): (200, HOME, HOME, HOME, HOME, HOME, HOME),
    ("POST", "sign_in.submit"): (422,) * 7,
    ("POST", "sign_in.keep"): EVERYBODY,
    ("GET", "sign_in.still_here"): (SIGN_IN, 204, 204, 204, 204, 204, 204),
    ("GET", "sign_in.ask_sign_out"): (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ("POST", "sign_in.sign_out"): (303,) * 7,
    ("GET", "account.show"): SIGNED_IN,
    ("POST", "account.save_password"): (SIGN_IN, 422, 422, 422, 422, 422, 422),
    ("POST", "account.end"): NO_SUCH,
    ("POST", "account.end_others"): (303,) * 7,
    ("GET", "confirm_password.show"): PHYSIOTHERAPISTS,
    ("POST", "confirm_password.confirm"): PHYSIOTHERAPISTS_SEND,
    ("GET", "looks.show"): PATIENTS,
    ("GET", "agreement.show"): PATIENTS,
    ("POST", "agreement.save"): PATIENTS_SEND,
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
    ("GET", "own_entries.saved"): NO_SUCH,
    ("GET", "own_entries.show"): NO_SUCH,
    ("GET", "own_entries.ask_take_back"): NO_SUCH,
    ("POST", "own_entries.take_back"): NO_SUCH,
    ("GET", "check_in_corrections.ask"): NO_SUCH,
    ("POST", "check_in_corrections.save"): NO_SUCH,
    ("POST", "check_in_corrections.unfinished"): NO_SUCH,
    ("GET", "session_corrections.ask"): NO_SUCH,
    ("POST", "session_corrections.save"): NO_SUCH,
    ("GET", "not_well_corrections.ask"): NO_SUCH,
    ("POST", "not_well_corrections.save"): NO_SUCH,
    ("GET", "recording_status.show"): PATIENTS,
    ("POST", "recording_status.save"): PATIENTS_SEND,
    ("GET", "progress.show"): PATIENTS,
    ("GET", "learn.show"): PATIENTS,
    ("POST", "learn.search"): PATIENTS,
    ("GET", "questions.show"): PATIENTS,
    ("POST", "questions.ask"): PATIENTS_SEND,
    ("POST", "questions.take_back"): NO_SUCH,
    ("GET", "call_me.show"): PATIENTS,
    ("POST", "call_me.ask"): PATIENTS_SEND,
    ("POST", "call_me.take_back"): NO_SUCH,
    ("GET", "activities.show"): PATIENTS,
    ("POST", "activities.choose"): PATIENTS_SEND,
    ("POST", "activities.let_go"): NO_SUCH,
    ("POST", "visit_questions.talked_about"): NO_SUCH,
    ("POST", "learn.read"): NO_SUCH,
    ("GET", "passage_questions.new"): NO_SUCH,
    ("POST", "passage_questions.ask"): NO_SUCH,
    ("GET", "warning_signs.show"): EVERYBODY,
    ("GET", "caseload.show"): PHYSIOTHERAPISTS,
    ("POST", "caseload.search"): PHYSIOTHERAPISTS,
    ("GET", "patients.show"): HERS,
    ("GET", "next_patient.show"): HERS_DONE,
    ("GET", "enrolment.new"): PHYSIOTHERAPISTS,
    ("POST", "enrolment.enrol"): PHYSIOTHERAPISTS_SEND,
    ("POST", "enrolment.invite"): HERS,
    ("POST", "enrolment.cancel"): HERS_DONE,
    ("GET", "corrections.details"): HERS,
    ("POST", "corrections.save_details"): HERS_SEND,
    ("GET", "corrections.operation"): HERS,
    ("POST", "corrections.save_operation"): HERS_SEND,
    ("GET", "corrections.new_operation"): HERS,
    ("POST", "corrections.save_new_operation"): HERS_SEND,
    ("GET", "corrections.status"): HERS,
    ("POST", "corrections.save_status"): HERS_SEND,
    ("GET", "rhythm.show"): HERS,
    ("POST", "rhythm.save"): HERS_SEND,
    ("GET", "stage.show"): HERS,
    ("POST", "stage.save"): HERS_SEND,
    ("POST", "stage.save_days"): HERS_SEND,
    ("POST", "stage.save_end"): HERS_SEND,
    ("GET", "care.show"): HERS,
    ("POST", "care.hand_over"): HERS_SEND,
    ("POST", "care.add"): HERS_SEND,
    ("POST", "care.end"): (SIGN_IN, 404, 404, 409, 404, 404, 404),
    ("POST", "care.accept"): NO_SUCH,
    ("POST", "care.decline"): NO_SUCH,
    ("POST", "care.withdraw"): NO_SUCH,
    ("GET", "absences.show"): PHYSIOTHERAPISTS,
    ("POST", "absences.arrange"): PHYSIOTHERAPISTS_SEND,
    ("POST", "absences.cancel"): NO_SUCH,
    ("GET", "emergency.ask"): PHYSIOTHERAPISTS,
    ("POST", "emergency.open_record"): PHYSIOTHERAPISTS_SEND,
    ("GET", "appointments.show"): HERS,
    ("POST", "appointments.book"): HERS_SEND,
    ("POST", "appointments.cancel"): NO_SUCH,
    ("GET", "telephone.new"): HERS,
    ("POST", "telephone.record"): HERS_SEND,
    ("GET", "timed_tests.show"): HERS,
    ("POST", "timed_tests.record"): HERS_SEND,
    ("POST", "timed_tests.switch_on"): HERS_DONE,
    ("POST", "timed_tests.switch_off"): HERS_DONE,
    ("GET", "timed_tests.ask"): NO_SUCH,
    ("POST", "timed_tests.correct"): NO_SUCH,
    ("GET", "entries.choose"): HERS,
    ("GET", "entries.show"): NO_SUCH,
    ("GET", "entries.ask_move"): NO_SUCH,
    ("POST", "entries.move"): NO_SUCH,
    ("GET", "exports.entries"): HERS_DONE,  # to the password first, also where a file is asked for
    ("POST", "exports.download_entries"): HERS_DONE,
    ("GET", "exports.caseload"): PHYSIOTHERAPISTS_DONE,
    ("POST", "exports.download_caseload"): PHYSIOTHERAPISTS_DONE,
    ("GET", "sheets.show"): HERS,
    ("GET", "sheets.as_text"): HERS,
    ("GET", "sheets.today"): PHYSIOTHERAPISTS,
    ("POST", "reviews.close"): HERS_SEND,
    ("POST", "reviews.review"): HERS_SEND,
    ("GET", "plans.edit"): HERS,
    ("POST", "plans.change"): HERS_SEND,
    ("GET", "advice.show"): HERS,
    ("POST", "advice.pin"): HERS_SEND,
    ("POST", "advice.end"): NO_SUCH,
    ("GET", "library.show"): STAFF,
    ("GET", "library.new_exercise"): STAFF,
    ("POST", "library.add_exercise"): STAFF_SEND,
    ("GET", "library.exercise"): NO_SUCH,
    ("POST", "library.edit_exercise"): NO_SUCH,
    ("POST", "library.end_exercise"): NO_SUCH,
    ("GET", "library.new_template"): STAFF,
    ("POST", "library.add_template"): STAFF_SEND,
    ("GET", "library.template"): NO_SUCH,
    ("POST", "library.edit_template"): NO_SUCH,
    ("POST", "library.end_template"): NO_SUCH,
    ("GET", "documents.show"): LEADS,
    ("POST", "documents.upload"): LEADS_SEND,
    ("GET", "documents.version"): NO_SUCH,
    ("GET", "documents.changes"): NO_SUCH,
    ("GET", "passages.edit"): NO_SUCH,
    ("POST", "passages.save"): NO_SUCH,
    ("POST", "passages.approve"): NO_SUCH,
    ("POST", "passages.withdraw"): NO_SUCH,
    ("POST", "overview.assign"): NO_SUCH,
    ("GET", "more.show"): STAFF,
    ("GET", "cohort.show"): STAFF,
    ("GET", "staff.show"): LEADS,
    ("POST", "staff.invite"): LEADS_SEND,
    ("POST", "staff.invite_again"): LEADS,
    ("POST", "staff.cancel"): LEADS_DONE,
    ("POST", "staff.disable"): LEADS_DONE,
    ("POST", "staff.enable"): LEADS_DONE,
    ("POST", "staff.change_patient_account"): LEADS_SEND,
    ("GET", "audit.show"): LEADS,
    ("GET", "thresholds.show"): LEADS,
    ("POST", "thresholds.change"): LEADS_SEND,
    ("POST", "thresholds.withdraw"): LEADS_DONE,
    ("GET", "usual_ranges.show"): LEADS,
    ("POST", "usual_ranges.approve"): LEADS_DONE,
    ("POST", "usual_ranges.withdraw"): NO_SUCH,
    ("GET", "clinic_stages.show"): LEADS,
    ("GET", "clinic_stages.edit"): LEADS,
    ("POST", "clinic_stages.draft"): LEADS_SEND,
    ("GET", "clinic_stages.version"): NO_SUCH,
    ("POST", "clinic_stages.sign_off"): NO_SUCH,
    ("GET", "clinic_settings.show"): LEADS,
    ("POST", "clinic_settings.save"): LEADS_SEND,
    ("GET", "health.show"): EVERYBODY,
    ("GET", "static"): EVERYBODY,
    ("GET", "bootstrap.static"): EVERYBODY,
}

FILES = {"static": {"filename": "css/theme.css"}, "bootstrap.static": {"filename": "css/bootstrap.min.css"}}


def stated_by_the_app(app) -> set[tuple[str, str]]:
    methods = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    return {(method, rule.endpoint) for rule in app.url_map.iter_rules() for method in rule.methods & methods}


def address_of(app, people, endpoint: str) -> str:
    """With the values that its parameters need: Asha's record, Cleo's account, and ids of nothing."""
    known = {"patient_id": people.asha, "person_id": people.cleo}
    nothing = "00000000-0000-4000-8000-000000000000"
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    values = FILES.get(endpoint) or {name: known.get(name, nothing) for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(endpoint, **values)


def somebody_allowed(endpoint: str) -> str:
    """The first who may send this form at all; with a made-up id it is Ben, whose token is asked for first."""
    answers = MATRIX["POST", endpoint]
    return next((who for who, status in zip(WHO, answers, strict=True) if who != "nobody" and status != 404), "ben")
