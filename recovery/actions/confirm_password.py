"""Type the password again in a running sign-in, before what leaves the app (TRUST.md 4)."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from recovery.actions.own_account import NoSuchSignIn, WrongPassword
from recovery.actions.sign_in import is_password_of
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.extensions import db
from recovery.records.people import Person
from recovery.records.sign_ins import SignIn

HOLDS = timedelta(minutes=10)
"""How long a password that was typed again counts, in this sign-in only [D]. Signing in itself does not count: the
screen may be another person's by now.
"""


def confirm_password(actor: Actor, sign_in_id: UUID, password: str, now: datetime) -> None:
    """Raises WrongPassword, NoSuchSignIn, Refused.

    The slow work is done before the writer's lock is taken; a password changed meanwhile is noticed inside.
    """
    access.require(actor, Action.KEEP_OWN_ACCOUNT)
    hash_now = select(Person.password_hash).where(Person.id == actor.id, Person.disabled_at.is_(None))
    known = db.session.scalar(hash_now)
    if not is_password_of(known, password):
        raise WrongPassword
    with writing():
        if db.session.scalar(hash_now) != known:
            raise WrongPassword
        confirmed = db.session.execute(
            update(SignIn)
            .where(SignIn.id == sign_in_id, SignIn.person_id == actor.id, SignIn.revoked_at.is_(None))
            .values(confirmed_at=now)
            .execution_options(synchronize_session=False)
        )
        if not confirmed.rowcount:  # type: ignore[attr-defined]
            raise NoSuchSignIn
        write_down(actor, Note("confirmed the password"), now)


def is_confirmed(sign_in_id: UUID, now: datetime) -> bool:
    """Whether the password was typed again in this sign-in a short while ago."""
    confirmed_at = db.session.scalar(
        select(SignIn.confirmed_at).where(SignIn.id == sign_in_id, SignIn.revoked_at.is_(None))
    )
    return confirmed_at is not None and confirmed_at <= now < confirmed_at + HOLDS
