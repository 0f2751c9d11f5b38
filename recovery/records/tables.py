"""Every module that describes a table: with all of them read, the metadata is whole."""

from recovery.records import (
    audit,
    care,
    changes,
    check_ins,
    clinics,
    consents,
    documents,
    entries,
    episodes,
    invitations,
    library,
    people,
    plans,
    reviews,
    sessions,
    sign_ins,
)

MODULES = (
    audit,
    care,
    changes,
    check_ins,
    clinics,
    consents,
    documents,
    entries,
    episodes,
    invitations,
    library,
    people,
    plans,
    reviews,
    sessions,
    sign_ins,
)
