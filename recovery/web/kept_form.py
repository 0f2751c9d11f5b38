"""A patient's form that could not be saved is carried along and not lost (TRUST.md 4).

Each form that records something holds a signed `form_owner`: whose form it is and their operation. Only the owner can
finish a carried form, so that somebody else signing in on the same phone neither reads nor saves it; and the action
page can say what to tell the telephone without a database. A form without a valid owner is not carried: it may come
from another site.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import Request, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeSerializer

from recovery.domain.access import Actor
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.warning_answer import WarningAnswer
from recovery.domain.warning_signs import answer_from
from recovery.web.forms.sign_in import SignInForm
from recovery.web.present.warning_page import Saved, action_page
from recovery.web.team_line import numbers_known

CHECK_INS = ("check_ins.record", "check_in_corrections.save")
"""Where warning signs are ticked."""

KEPT_ENDPOINTS = (
    *CHECK_INS,
    "therapy_sessions.record",
    "session_corrections.save",
    "not_well.record",
    "not_well_corrections.save",
    "own_entries.take_back",
    "questions.ask",
    "call_me.ask",
    "activities.choose",
    "passage_questions.ask",
    "recording_status.save",
)
PREFIX = "kept-"
LEFT_OUT = frozenset({"csrf_token", "form_owner"})
DETAIL_PREFIX = "warning_detail_"


@dataclass(frozen=True, slots=True)
class Owner:
    person_id: UUID
    operation: Operation | None


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Every field as it was sent, to be sent again to `endpoint`."""

    endpoint: str
    owner: Owner
    owner_token: str
    fields: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        return url_for(self.endpoint)

    @property
    def as_sent(self) -> tuple[tuple[str, str], ...]:
        return (*self.fields, ("form_owner", self.owner_token))

    @property
    def as_carried(self) -> tuple[tuple[str, str], ...]:
        """Names with a prefix, so that they never meet the sign-in page's own."""
        return ((PREFIX + "endpoint", self.endpoint), *((PREFIX + name, value) for name, value in self.as_sent))


def owner_token(actor: Actor, operation: Operation | None) -> str:
    """What a form carries so that it can be given back to its owner only. Signed, not secret: it is their own page."""
    told = None
    if operation:
        procedures = [procedure.value for procedure in operation.in_order]
        told = [procedures, operation.approach.value, operation.region.value, operation.operated_on.isoformat()]
    return str(_serializer().dumps([str(actor.id), told]))


def read_owner(token: str) -> Owner | None:
    """None for a token that we did not sign."""
    try:
        person_id, told = _serializer().loads(token)
    except BadSignature:
        return None
    if told is None:
        return Owner(UUID(person_id), None)
    procedures, approach, region, operated_on = told
    operation = Operation(
        procedures=frozenset(Procedure(each) for each in procedures),
        approach=Approach(approach),
        region=Region(region),
        operated_on=date.fromisoformat(operated_on),
    )
    return Owner(UUID(person_id), operation)


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="form owner")


def of_request(sent: Request) -> KeptForm | None:
    """The form that this request tried to save; None when it is not one of ours to carry."""
    if sent.method != "POST" or sent.endpoint not in KEPT_ENDPOINTS:
        return None
    return _kept(sent.endpoint, [(name, value) for name, value in sent.form.items(multi=True)])


def of_carried(sent: Request) -> KeptForm | None:
    """The form that the sign-in page carries; None when it carries none."""
    endpoint = sent.form.get(PREFIX + "endpoint", "")
    fields = [(n.removeprefix(PREFIX), v) for n, v in sent.form.items(multi=True) if n.startswith(PREFIX)]
    return _kept(endpoint, [(name, value) for name, value in fields if name != "endpoint"])


def _kept(endpoint: str, sent: list[tuple[str, str]]) -> KeptForm | None:
    token = dict(sent).get("form_owner", "")
    owner = read_owner(token)
    if owner is None or endpoint not in KEPT_ENDPOINTS:
        return None
    return KeptForm(endpoint, owner, token, tuple((name, value) for name, value in sent if name not in LEFT_OUT))


def ticked_in(sent: Request) -> WarningAnswer | None:
    """The answer with ticked warning signs in a check-in that was sent; None when none was ticked."""
    if sent.method != "POST" or sent.endpoint not in CHECK_INS:
        return None
    details = {name.removeprefix(DETAIL_PREFIX): v for name, v in sent.form.items() if name.startswith(DETAIL_PREFIX)}
    answer = answer_from_ticks(sent.form.getlist("warning_signs"), details)
    return answer if answer and answer.ticked else None


def answer_from_ticks(ticked: list[str], details: dict[str, str]) -> WarningAnswer | None:
    """None when what was ticked is unknown to us."""
    try:
        return answer_from(ticked, details)
    except ValueError:
        return None


def answer_to_nobody() -> ResponseReturnValue:
    """A form came without a live sign-in: the action page when a sign was ticked, else the sign-in page with it."""
    kept, ticked = of_request(request), ticked_in(request)
    if ticked:
        return not_saved(ticked, kept, 401, is_signed_out=True)
    if kept:
        return sign_in_page(kept, 401)
    return redirect(url_for("sign_in.show"), 303)


def is_of_another(sent: Request, actor: Actor) -> bool:
    """Whether this form was opened by somebody else who used the same phone before."""
    owner = read_owner(sent.form.get("form_owner", "")) if sent.method == "POST" else None
    return owner is not None and owner.person_id != actor.id


def answer_to_another() -> ResponseReturnValue:
    """It is not saved here and not shown; a ticked sign is answered all the same."""
    ticked = ticked_in(request)
    return not_saved(ticked, None, 409) if ticked else (render_template("account/form_of_another.html"), 409)


def sign_in_page(kept: KeptForm | None, status: int = 200) -> ResponseReturnValue:
    return render_template("account/sign_in.html", form=SignInForm(formdata=None), kept=kept, problems=()), status


def not_saved(
    answer: WarningAnswer, kept: KeptForm | None, status: int, *, is_signed_out: bool = False
) -> ResponseReturnValue:
    """What to do about a ticked sign, saying truthfully that it was not saved. Reads nothing from the database."""
    page = action_page(
        answer,
        operation=kept.owner.operation if kept else None,
        recorded_on=None,
        saved=Saved.NOT_SAVED,
        numbers=numbers_known(),
    )
    return render_template("patient/warning_not_saved.html", page=page, kept=kept, is_signed_out=is_signed_out), status
