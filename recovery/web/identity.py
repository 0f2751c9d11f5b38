"""Who is asking. Identity comes only from the table of sign-ins, through Flask-Login's request loader (TRUST.md 3)."""

from typing import Any
from uuid import UUID

from flask import Flask, Request, Response, current_app, g, request
from flask_login import UserMixin, current_user

from recovery import clock
from recovery.actions import sign_in
from recovery.domain.access import Actor, Role
from recovery.extensions import login_manager


class SignedIn(UserMixin):  # type: ignore[misc]
    """The person behind this request, as values: rows go stale when a write begins."""

    def __init__(self, actor: Actor, sign_in_id: UUID, given_name: str, full_name: str, clinic_name: str) -> None:
        self.actor = actor
        self.sign_in_id = sign_in_id
        self.given_name = given_name
        self.full_name = full_name
        self.clinic_name = clinic_name

    def get_id(self) -> str:
        return str(self.actor.id)


def wire(app: Flask) -> None:
    """Templates ask `signed_in()` themselves: a page that does not is shown without reading the database."""
    login_manager.request_loader(_load)
    app.jinja_env.globals["signed_in"] = signed_in


def _load(_request: Request) -> SignedIn | None:
    token = token_of(_request)
    if not token:
        return None
    now = clock.now()
    row = sign_in.live_sign_in(token, now)
    if row is None:
        return None
    person = row.person
    who = SignedIn(person.as_actor(), row.id, person.given_name, person.full_name, person.clinic.name)
    sign_in.note_use(row, now)
    return who


def token_of(from_request: Request) -> str:
    return from_request.cookies.get(current_app.config["SIGN_IN_COOKIE_NAME"], "")


def is_signed_in() -> bool:
    return bool(current_user.is_authenticated)


def signed_in() -> SignedIn:
    """The person signed in. Only called behind a guard that made sure of it."""
    who: Any = current_user._get_current_object()  # noqa: SLF001 - the proxy has no public way to its value
    if not isinstance(who, SignedIn):
        raise RuntimeError("a guarded page was reached by nobody")  # noqa: TRY004 - a broken guard, not a bad argument
    return who


def remember(response: Response, token: str, role: Role) -> None:
    """Set the sign-in cookie for as long as the sign-in can live."""
    response.set_cookie(
        current_app.config["SIGN_IN_COOKIE_NAME"],
        token,
        max_age=int(sign_in.LIFETIME[role].total_seconds()),
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )


def forget(response: Response) -> None:
    response.delete_cookie(
        current_app.config["SIGN_IN_COOKIE_NAME"],
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )
    g.pop("_login_user", None)
    request.environ.pop("REMOTE_USER", None)
