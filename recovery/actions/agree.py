"""A patient agrees to how the app is used, in one version of its words. Every agreement is a row of its own."""

from datetime import datetime

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.extensions import db
from recovery.records.consents import Consent, newest_consent


def agree(actor: Actor, version: int, now: datetime) -> bool:
    """False when they had agreed to these words, or newer ones, before. Raises Refused for anybody but a patient."""
    access.require(actor, Action.READ_OWN_RECORD)
    with writing():
        given = newest_consent(actor.id)
        if given is not None and given.version >= version:
            return False
        db.session.add(Consent(patient_id=actor.id, version=version, given_at=now))
        write_down(actor, Note("agreed", actor.id, fields=(f"version {version}",)), now)
        return True
