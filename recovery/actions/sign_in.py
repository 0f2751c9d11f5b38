"""Begin, use and end a sign-in (TRUST.md 3 and 4)."""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import update

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain.access import Role
from recovery.extensions import db
from recovery.records.people import Person, person_signing_in
from recovery.records.sign_ins import SignIn, sign_in_with

LIFETIME = {Role.PATIENT: timedelta(days=90), Role.PHYSIOTHERAPIST: timedelta(hours=12), Role.LEAD: timedelta(hours=12)}
IDLE = {Role.PATIENT: timedelta(days=60), Role.PHYSIOTHERAPIST: timedelta(minutes=15), Role.LEAD: timedelta(minutes=15)}
LAST_USE_STEP = timedelta(minutes=1)
"""Last use is written at most this often."""

NOBODY = UUID(int=0)

_hasher = PasswordHasher()
_NOBODYS_HASH = _hasher.hash(secrets.token_urlsafe(16))


def hash_password(password: str) -> str:
    """argon2id."""
    return _hasher.hash(password)


def person_with_password(name: str, password: str) -> Person | None:
    """The person these belong to; None otherwise, after the same work for unknown, disabled and not yet joined."""
    person = person_signing_in(name)
    known_hash = person.password_hash if person and not person.disabled_at else None
    return person if is_password_of(known_hash, password) else None


def is_password_of(known_hash: str | None, password: str) -> bool:
    """The same work where there is no hash, which no password fits."""
    try:
        _hasher.verify(known_hash or _NOBODYS_HASH, password)
    except (VerificationError, InvalidHashError):
        return False
    return known_hash is not None


def begin_sign_in(person: Person, device: str, now: datetime) -> str:
    """A new sign-in's token: 256 random bits, of which only the SHA-256 is kept."""
    token, actor = secrets.token_urlsafe(32), person.as_actor()
    with writing():
        db.session.add(
            SignIn(
                person_id=actor.id,
                token_sha256=sha256(token),
                created_at=now,
                last_used_at=now,
                expires_at=now + LIFETIME[actor.role],
                device=device[:200],
            )
        )
        write_down(actor, Note("signed in", actor.id if actor.role is Role.PATIENT else None), now)
    return token


def live_sign_in(token: str, now: datetime) -> SignIn | None:
    """The sign-in behind a token; None when unknown, revoked, expired, idle too long or its person disabled."""
    sign_in = sign_in_with(sha256(token))
    if sign_in is None or sign_in.revoked_at or sign_in.person.disabled_at:
        return None
    is_fresh = now < sign_in.expires_at and now - sign_in.last_used_at < IDLE[sign_in.person.role]
    return sign_in if is_fresh else None


def note_use(sign_in: SignIn, now: datetime) -> None:
    """Write the last use, at most once a minute; a sign-in revoked meanwhile stays revoked."""
    if now - sign_in.last_used_at < LAST_USE_STEP:
        return
    sign_in_id = sign_in.id
    with writing():
        db.session.execute(
            update(SignIn)
            .where(SignIn.id == sign_in_id, SignIn.revoked_at.is_(None))
            .values(last_used_at=now)
            .execution_options(synchronize_session=False)
        )


def end_sign_in(token: str, now: datetime) -> None:
    """Sign out: effective on the next request. Ending an ended one changes nothing."""
    with writing():
        sign_in = sign_in_with(sha256(token))
        if sign_in is None or sign_in.revoked_at:
            return
        actor = sign_in.person.as_actor()
        sign_in.revoked_at = now
        write_down(actor, Note("signed out", actor.id if actor.role is Role.PATIENT else None), now)


def end_all_sign_ins(person_id: UUID, now: datetime, but: UUID | None = None) -> int:
    """Inside a running write: how many ended. `but` is the one that goes on."""
    ended = db.session.execute(
        update(SignIn)
        .where(SignIn.person_id == person_id, SignIn.revoked_at.is_(None), SignIn.id != (but or NOBODY))
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(ended.rowcount)  # type: ignore[attr-defined]


def sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
