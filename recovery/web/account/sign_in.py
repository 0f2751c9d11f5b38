"""Sign in and sign out."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from recovery import clock
from recovery.actions import sign_in
from recovery.content.wording import words
from recovery.domain.access import Actor
from recovery.web import kept_form
from recovery.web.account import throttle
from recovery.web.forms.sign_in import SignInForm
from recovery.web.guards import for_signed_in, open_to_everybody
from recovery.web.identity import forget, is_signed_in, remember, token_of
from recovery.web.team_line import forget_numbers, numbers_of

pages = Blueprint("sign_in", __name__)

WORDS = words("account")


@pages.get("/sign-in")
@open_to_everybody
def show() -> ResponseReturnValue:
    if is_signed_in():
        return redirect(url_for("home.show"), 303)
    form = SignInForm(formdata=None, next_page=own_path(request.args.get("next", "")))
    return render_template("account/sign_in.html", form=form, kept=None, problems=())


@pages.post("/sign-in")
@open_to_everybody
def submit() -> ResponseReturnValue:
    form, kept = SignInForm(), kept_form.of_carried(request)
    if not form.validate():
        return _again(form, kept, 422)
    allowances = throttle.allowances(request, form.email.data)
    if not all(allowance.is_left for allowance in allowances):
        form.email.errors = [WORDS.too_many_sign_ins]
        return _again(form, kept, 429)
    person = sign_in.person_with_password(form.email.data, form.password.data)
    if person is None:
        for allowance in allowances:
            allowance.use()
        form.email.errors = [WORDS.unknown_name]
        return _again(form, kept, 422)
    actor = person.as_actor()
    token = sign_in.begin_sign_in(person, request.user_agent.string, clock.now())
    numbers_of(actor, clock.now())
    response = current_app.make_response(_after_sign_in(kept, actor, form.next_page.data or ""))
    remember(response, token, actor.role)
    throttle.know_device(response, form.email.data, actor)
    return response


@pages.post("/sign-in/kept-form")
@open_to_everybody
def keep() -> ResponseReturnValue:
    """From the action page: sign in, and finish the form that could not be saved."""
    return kept_form.sign_in_page(kept_form.of_carried(request))


@pages.get("/sign-in/still-here")
@for_signed_in
def still_here() -> ResponseReturnValue:
    """Somebody pressed "Stay signed in": that they asked is the use that keeps the sign-in alive."""
    return "", 204


@pages.get("/sign-out")
@for_signed_in
def ask_sign_out() -> ResponseReturnValue:
    return render_template("account/sign_out.html")


@pages.post("/sign-out")
@open_to_everybody
def sign_out() -> ResponseReturnValue:
    token = token_of(request)
    if token:
        sign_in.end_sign_in(token, clock.now())
    forget_numbers()
    response = current_app.make_response(redirect(url_for("sign_in.show"), 303))
    forget(response)
    return response


def _after_sign_in(kept: kept_form.KeptForm | None, actor: Actor, next_page: str) -> ResponseReturnValue:
    """The carried form for its owner, a word about it for anybody else, else the page that was asked for."""
    if kept is None:
        return redirect(own_path(next_page) or url_for("home.show"), 303)
    if kept.owner.person_id != actor.id:
        return render_template("account/form_of_another.html")
    return render_template("account/finish_form.html", kept=kept, is_stale=False)


def _again(form: SignInForm, kept: kept_form.KeptForm | None, status: int) -> ResponseReturnValue:
    problems = [(field.id, sentence) for field in (form.email, form.password) for sentence in field.errors]
    return render_template("account/sign_in.html", form=form, kept=kept, problems=problems), status


def own_path(path: str) -> str:
    """A path of this app that can be opened with GET; anything else becomes empty, so that nobody is sent away."""
    try:
        parts = urlsplit(path)
    except ValueError:  # an address that nobody can read, as in "//["
        return ""
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith("//") or "\\" in path:
        return ""
    try:
        current_app.url_map.bind("").match(parts.path, method="GET")
    except HTTPException:
        return ""
    return parts.path
