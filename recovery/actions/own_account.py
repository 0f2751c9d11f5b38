"""One's own account: another password, and an end to one's own sign-ins (TRUST.md 3 and 6)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from recovery.actions.sign_in import end_all_sign_ins, hash_password, is_password_of
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor, Role
from recovery.extensions import db
from recovery.records.people import Person
from recovery.records.sign_ins import SignIn


class WrongPassword(ValueError):  # noqa: N818 - named for what it is
    """The present password is another one."""


class NoSuchSignIn(LookupError):  # noqa: N818 - named for what it is
    """The actor has no such sign-in, or it cannot be the one that goes on."""


def change_password(actor: Actor, goes_on: UUID, present: str, chosen: str, now: datetime) -> int:
    """How many others ended; the sign-in `goes_on` asks and stays. Raises WrongPassword, NoSuchSignIn, Refused.

    The slow work is done before the writer's lock is taken; a password changed or a sign-in ended by somebody else
    meanwhile is noticed inside.
    """
    access.require(actor, Action.KEEP_OWN_ACCOUNT)
    known = db.session.scalar(select(Person.password_hash).where(Person.id == actor.id, Person.disabled_at.is_(None)))
    if not is_password_of(known, present):
        raise WrongPassword
    password_hash = hash_password(chosen)
    with writing():
        _require_live(actor, goes_on)
        changed = db.session.execute(
            update(Person)
            .where(Person.id == actor.id, Person.password_hash == known, Person.disabled_at.is_(None))
            .values(password_hash=password_hash)
            .execution_options(synchronize_session=False)
        )
        if not changed.rowcount:  # type: ignore[attr-defined]
            raise WrongPassword
        ended = end_all_sign_ins(actor.id, now, but=goes_on)
        write_down(actor, _note(actor, "changed the password"), now)
        return ended


def end_own_sign_in(actor: Actor, sign_in_id: UUID, now: datetime) -> None:
    """Effective on its next request. Ending an ended one changes nothing. Raises NoSuchSignIn, Refused."""
    access.require(actor, Action.KEEP_OWN_ACCOUNT)
    with writing():
        whose = (SignIn.id == sign_in_id, SignIn.person_id == actor.id)
        if db.session.scalar(select(SignIn.id).where(*whose)) is None:
            raise NoSuchSignIn
        ended = db.session.execute(
            update(SignIn)
            .where(*whose, SignIn.revoked_at.is_(None))
            .values(revoked_at=now)
            .execution_options(synchronize_session=False)
        )
        if ended.rowcount:  # type: ignore[attr-defined]
            write_down(actor, _note(actor, "ended a sign-in", str(sign_in_id)), now)


def end_other_sign_ins(actor: Actor, goes_on: UUID, now: datetime) -> int:
    """How many ended: all but the one that asks. Raises NoSuchSignIn, Refused."""
    access.require(actor, Action.KEEP_OWN_ACCOUNT)
    with writing():
        _require_live(actor, goes_on)
        ended = end_all_sign_ins(actor.id, now, but=goes_on)
        if ended:
            write_down(actor, _note(actor, "ended the other sign-ins"), now)
        return ended


def _require_live(actor: Actor, sign_in_id: UUID) -> None:
    """What another device ended while this request was on its way does not get to end others: of two that end each
    other at the same moment, the person's row lets one through.
    """
    db.session.execute(select(Person.id).where(Person.id == actor.id).with_for_update(of=Person))
    live = select(SignIn.id).where(SignIn.id == sign_in_id, SignIn.person_id == actor.id, SignIn.revoked_at.is_(None))
    if db.session.scalar(live) is None:
        raise NoSuchSignIn


def _note(actor: Actor, action: str, subject: str = "") -> Note:
    return Note(action, actor.id if actor.role is Role.PATIENT else None, subject)
