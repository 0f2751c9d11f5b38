"""Join with a code. A GET never uses anything up, and no name is shown before code and birth date are right."""

from uuid import UUID

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeSerializer

from recovery import clock
from recovery.actions import sign_in
from recovery.actions.join import (
    Joining,
    NotJoined,
    Opened,
    Wrong,
    finish_joining,
    open_invitation,
    opened_before,
)
from recovery.content import consent
from recovery.content.wording import words
from recovery.domain.access import Role
from recovery.records.people import Person
from recovery.web.account import throttle
from recovery.web.forms.join import JoinForm, PatientCodeForm, StaffCodeForm
from recovery.web.guards import open_to_everybody
from recovery.web.identity import remember
from recovery.web.team_line import numbers_of

pages = Blueprint("join", __name__)

WORDS = words("account")


@pages.get("/join")
@open_to_everybody
def show() -> ResponseReturnValue:
    return _ask(PatientCodeForm(formdata=None), 200)


@pages.get("/join/staff")
@open_to_everybody
def show_staff() -> ResponseReturnValue:
    return _ask(StaffCodeForm(formdata=None), 200)


@pages.post("/join")
@open_to_everybody
def check() -> ResponseReturnValue:
    return _check(PatientCodeForm(), WORDS.answer_birth_date)


@pages.post("/join/staff")
@open_to_everybody
def check_staff() -> ResponseReturnValue:
    return _check(StaffCodeForm(), WORDS.answer_email)


def _check(form: PatientCodeForm | StaffCodeForm, answer_words: str) -> ResponseReturnValue:
    sent = form.read()
    if sent is None:
        return _ask(form, 422)
    allowance = throttle.unknown_codes(request)
    if not allowance.is_left:
        form.complain(form.code, WORDS.too_many_codes)
        return _ask(form, 429)
    code, answer = sent
    found = open_invitation(code, answer, clock.now())
    if isinstance(found, Wrong):
        if found is Wrong.CODE:
            allowance.use()
        form.complain(form.code, WORDS.unknown_code.format(answer=answer_words))
        return _ask(form, 422)
    return _second_step(JoinForm(formdata=None), found, 200)


@pages.post("/join/finish")
@open_to_everybody
def finish() -> ResponseReturnValue:
    form, now = JoinForm(), clock.now()
    opened = _read_joining(form.joining.data or "")
    if opened is None:
        return render_template("account/join_closed.html", sentence=WORDS.code_not_open), 410
    wants_consent = _wants_consent(opened)
    personal = (opened.given_name, opened.clinic_name)
    if not form.check(personal, wants_user_name=_wants_user_name(opened), wants_consent=wants_consent):
        return _second_step(form, opened, 422)
    joining = Joining(
        password=form.password.data,
        user_name=form.user_name.data if _wants_user_name(opened) else None,
        consent_version=consent.VERSION if wants_consent else None,
    )
    joined = finish_joining(opened.invitation_id, joining, now)
    if joined is NotJoined.NAME_TAKEN:
        form.complain(form.user_name, WORDS.name_taken)
        return _second_step(form, opened, 422)
    if isinstance(joined, NotJoined):
        return render_template("account/join_closed.html", sentence=WORDS.code_not_open), 410
    return _welcome(joined)


def _welcome(person: Person) -> ResponseReturnValue:
    """Signed in at once, on a device that is known from now on."""
    actor, name = person.as_actor(), person.email or person.user_name or ""
    token = sign_in.begin_sign_in(person, request.user_agent.string, clock.now())
    numbers_of(actor, clock.now())
    response = current_app.make_response(redirect(url_for("home.show"), 303))
    remember(response, token, actor.role)
    throttle.know_device(response, name, actor)
    return response


def _wants_consent(opened: Opened) -> bool:
    """Once, when joining. A newer text is asked about on the patient's own pages."""
    return opened.role is Role.PATIENT and not opened.has_joined


def _wants_user_name(opened: Opened) -> bool:
    return opened.role is Role.PATIENT and not opened.has_name_to_sign_in


def _ask(form: PatientCodeForm | StaffCodeForm, status: int) -> ResponseReturnValue:
    is_staff = isinstance(form, StaffCodeForm)
    return render_template("account/join.html", form=form, is_staff=is_staff, problems=form.problems()), status


def _second_step(form: JoinForm, opened: Opened, status: int) -> ResponseReturnValue:
    form.joining.data = _serializer().dumps(str(opened.invitation_id))
    body = render_template(
        "account/join_finish.html",
        form=form,
        opened=opened,
        consent=consent if _wants_consent(opened) else None,
        wants_user_name=_wants_user_name(opened),
        problems=form.problems(),
    )
    return body, status


def _read_joining(token: str) -> Opened | None:
    try:
        invitation_id = UUID(_serializer().loads(token))
    except BadSignature:
        return None
    return opened_before(invitation_id, clock.now())


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="joining")
