"""Deny by default: a view without a declared guard answers nobody. The wrong role gets the same 404 as "missing"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from recovery.domain.access import Role
from recovery.web import kept_form
from recovery.web.identity import is_signed_in, signed_in

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

LIBRARY_FILES = frozenset({"static", "bootstrap.static"})
"""Files without data, served by libraries whose views cannot carry a guard."""


@dataclass(frozen=True, slots=True)
class Guard:
    """`roles` None: everybody, signed in or not."""

    roles: frozenset[Role] | None


def _declare(guard: Guard) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.guard = guard  # type: ignore[attr-defined]
        return view

    return mark


open_to_everybody = _declare(Guard(None))
for_patients = _declare(Guard(frozenset({Role.PATIENT})))
for_physiotherapists = _declare(Guard(frozenset({Role.PHYSIOTHERAPIST})))
for_leads = _declare(Guard(frozenset({Role.LEAD})))
for_staff = _declare(Guard(frozenset({Role.PHYSIOTHERAPIST, Role.LEAD})))
for_signed_in = _declare(Guard(frozenset(Role)))


def wire(app: Flask) -> None:
    app.before_request(enforce)


def enforce() -> ResponseReturnValue | None:
    """Run before every view: nobody, the wrong role, or somebody with another patient's form gets no further."""
    if request.endpoint is None or request.endpoint in LIBRARY_FILES:
        return None
    guard = getattr(current_app.view_functions[request.endpoint], "guard", None)
    if guard is None:
        abort(403)
    if guard.roles is None:
        return None
    if not is_signed_in():
        return _ask_to_sign_in()
    actor = signed_in().actor
    if actor.role not in guard.roles:
        abort(404)
    return kept_form.answer_to_another() if kept_form.is_of_another(request, actor) else None


def _ask_to_sign_in() -> ResponseReturnValue:
    """A page waits behind the sign-in; a form that was sent is carried along and not lost."""
    if request.method == "GET":
        return redirect(url_for("sign_in.show", next=request.path if request.path != "/" else None), 303)
    return kept_form.answer_to_nobody()
