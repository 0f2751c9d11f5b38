"""Failed sign-ins and unknown codes only are throttled, so that nobody can lock a patient out (TRUST.md 5 and 6).

20 an hour for an account from one address, 100 an hour for an address. A device that signed in to the account before
shows a signed cookie and has an allowance of its own: strangers' tries elsewhere never use it up.
"""

import hashlib
import secrets
from dataclasses import dataclass

from flask import Request, Response, current_app
from itsdangerous import BadSignature, URLSafeSerializer
from limits import RateLimitItem, RateLimitItemPerHour

from recovery.domain.access import Actor
from recovery.extensions import limiter
from recovery.records.people import fold

PER_ACCOUNT_AND_ADDRESS = RateLimitItemPerHour(20)
PER_ADDRESS = RateLimitItemPerHour(100)
PER_DEVICE = RateLimitItemPerHour(20)
UNKNOWN_CODES_PER_ADDRESS = RateLimitItemPerHour(100)
DEVICE_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Allowance:
    limit: RateLimitItem
    key: tuple[str, ...]

    @property
    def is_left(self) -> bool:
        return bool(limiter.limiter.test(self.limit, *self.key))

    def use(self) -> None:
        limiter.limiter.hit(self.limit, *self.key)


def allowances(sent: Request, name: str) -> tuple[Allowance, ...]:
    """What a failed try by this request would be counted against."""
    account = _folded_digest(name)
    device = _known_device(sent, account)
    if device:
        return (Allowance(PER_DEVICE, ("sign-in", "device", device, account)),)
    address = sent.remote_addr or "unknown"
    return (
        Allowance(PER_ACCOUNT_AND_ADDRESS, ("sign-in", "account", account, address)),
        Allowance(PER_ADDRESS, ("sign-in", "address", address)),
    )


def unknown_codes(sent: Request) -> Allowance:
    """Unknown invitation codes count against the address; a wrong birth date counts against the code itself."""
    return Allowance(UNKNOWN_CODES_PER_ADDRESS, ("join", "address", sent.remote_addr or "unknown"))


def know_device(response: Response, name: str, actor: Actor) -> None:
    """Let this device keep an allowance of its own for the account it just signed in to."""
    told = {"device": secrets.token_hex(16), "account": _folded_digest(name), "person": str(actor.id)}
    response.set_cookie(
        current_app.config["DEVICE_COOKIE_NAME"],
        str(_serializer().dumps(told)),
        max_age=DEVICE_SECONDS,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )


def _known_device(sent: Request, account: str) -> str | None:
    try:
        told = _serializer().loads(sent.cookies.get(current_app.config["DEVICE_COOKIE_NAME"], ""))
    except BadSignature:
        return None
    return str(told["device"]) if told["account"] == account else None


def _folded_digest(name: str) -> str:
    """The limiter's storage holds no names."""
    return hashlib.sha256(fold(name).encode()).hexdigest()[:32]


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="known device")
