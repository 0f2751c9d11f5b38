"""How often one person may send forms. Far above any real use; it stops a loop, not a patient."""

from flask_limiter.util import get_remote_address

from recovery.web.identity import is_signed_in, signed_in

PER_PERSON = "60 per minute"


def person_or_address() -> str:
    return str(signed_in().actor.id) if is_signed_in() else get_remote_address()
