"""Who may do what: one readable table. Whose record it is, is settled inside every query (records/scope.py); this
table says which role may try at all, and the two are both asked.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    PATIENT = "patient"
    PHYSIOTHERAPIST = "physiotherapist"
    LEAD = "lead"


class Action(StrEnum):
    RECORD_OWN_ENTRY = "record own entry"
    READ_OWN_RECORD = "read own record"
    ASK_TEAM = "ask the team"
    CHOOSE_ACTIVITY = "choose what matters"
    ANSWER_QUESTION = "tick off a patient's question"
    READ_CASELOAD = "read caseload"
    READ_LINKED_RECORD = "read the record of a linked patient"
    READ_CLINIC_OVERVIEW = "read the clinic's overview"
    IMPORT_DOCUMENT = "import a document"
    APPROVE_PASSAGE = "approve a passage"
    PRESCRIBE_PLAN = "prescribe a plan"
    ENROL_PATIENT = "enrol a patient"
    INVITE_PATIENT = "invite a patient"
    INVITE_STAFF = "invite staff"
    CHANGE_CLINIC = "change the clinic's own details"
    DISABLE_ACCOUNT = "disable an account"
    READ_AUDIT = "read the audit"
    CORRECT_RECORD = "correct a patient's record"
    RECORD_FOR_PATIENT = "record an entry for a patient"
    ARRANGE_CARE = "arrange who cares for a patient"
    OPEN_IN_EMERGENCY = "open a record in an emergency"
    ASSIGN_PHYSIOTHERAPIST = "assign a physiotherapist"
    BOOK_APPOINTMENT = "book an appointment"
    CLOSE_WARNING = "record the outcome of a warning sign"
    REVIEW_PATIENT = "review a patient"
    SAY_READ = "say that a passage was read"
    PIN_ADVICE = "pin advice for a patient"
    EDIT_LIBRARY = "edit the library of exercises"
    EDIT_PASSAGE = "edit a passage"
    APPROVE_RANGES = "approve the usual ranges"
    SIGN_OFF_THRESHOLDS = "sign off the rules of the worklist"
    READ_COHORT = "read the clinic's cohort"
    CHANGE_RHYTHM = "change how often a check-in is due"
    TIME_TESTS = "switch on timed tests, and record or correct one"
    DECIDE_STAGE = "decide about a patient's stage"
    EDIT_STAGES = "edit the clinic's stages"
    SAY_OWN_STATUS = "say whether one is recording"
    KEEP_OWN_ACCOUNT = "keep one's own account"
    EXPORT_RECORDS = "export records"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. `zone` is the IANA zone that decides their own day: the patient's own, the clinic's for staff."""

    id: UUID
    clinic_id: UUID
    role: Role
    zone: str


_MAY: dict[Action, frozenset[Role]] = {
    Action.RECORD_OWN_ENTRY: frozenset({Role.PATIENT}),
    Action.READ_OWN_RECORD: frozenset({Role.PATIENT}),
    Action.ASK_TEAM: frozenset({Role.PATIENT}),
    Action.CHOOSE_ACTIVITY: frozenset({Role.PATIENT}),
    Action.ANSWER_QUESTION: frozenset({Role.PHYSIOTHERAPIST}),
    Action.READ_CASELOAD: frozenset({Role.PHYSIOTHERAPIST}),
    Action.READ_LINKED_RECORD: frozenset({Role.PHYSIOTHERAPIST}),
    Action.READ_CLINIC_OVERVIEW: frozenset({Role.LEAD}),
    Action.IMPORT_DOCUMENT: frozenset({Role.LEAD}),
    Action.APPROVE_PASSAGE: frozenset({Role.LEAD}),
    Action.PRESCRIBE_PLAN: frozenset({Role.PHYSIOTHERAPIST}),
    Action.ENROL_PATIENT: frozenset({Role.PHYSIOTHERAPIST}),
    Action.INVITE_PATIENT: frozenset({Role.PHYSIOTHERAPIST}),
    Action.INVITE_STAFF: frozenset({Role.LEAD}),
    Action.CHANGE_CLINIC: frozenset({Role.LEAD}),
    Action.DISABLE_ACCOUNT: frozenset({Role.LEAD}),
    Action.READ_AUDIT: frozenset({Role.LEAD}),
    Action.CORRECT_RECORD: frozenset({Role.PHYSIOTHERAPIST}),
    Action.RECORD_FOR_PATIENT: frozenset({Role.PHYSIOTHERAPIST}),
    Action.ARRANGE_CARE: frozenset({Role.PHYSIOTHERAPIST}),
    Action.OPEN_IN_EMERGENCY: frozenset({Role.PHYSIOTHERAPIST}),
    Action.ASSIGN_PHYSIOTHERAPIST: frozenset({Role.LEAD}),
    Action.BOOK_APPOINTMENT: frozenset({Role.PHYSIOTHERAPIST}),
    Action.CLOSE_WARNING: frozenset({Role.PHYSIOTHERAPIST}),
    Action.REVIEW_PATIENT: frozenset({Role.PHYSIOTHERAPIST}),
    Action.SAY_READ: frozenset({Role.PATIENT}),
    Action.PIN_ADVICE: frozenset({Role.PHYSIOTHERAPIST}),
    Action.EDIT_LIBRARY: frozenset({Role.PHYSIOTHERAPIST, Role.LEAD}),
    Action.EDIT_PASSAGE: frozenset({Role.LEAD}),
    Action.APPROVE_RANGES: frozenset({Role.LEAD}),
    Action.SIGN_OFF_THRESHOLDS: frozenset({Role.LEAD}),
    Action.READ_COHORT: frozenset({Role.PHYSIOTHERAPIST, Role.LEAD}),
    Action.CHANGE_RHYTHM: frozenset({Role.PHYSIOTHERAPIST}),
    Action.TIME_TESTS: frozenset({Role.PHYSIOTHERAPIST}),
    Action.DECIDE_STAGE: frozenset({Role.PHYSIOTHERAPIST}),
    Action.EDIT_STAGES: frozenset({Role.LEAD}),
    Action.SAY_OWN_STATUS: frozenset({Role.PATIENT}),
    Action.KEEP_OWN_ACCOUNT: frozenset(Role),
    Action.EXPORT_RECORDS: frozenset({Role.PHYSIOTHERAPIST}),
}


class Refused(PermissionError):  # noqa: N818 - a refusal is an answer, not an accident
    """The actor's role does not allow the action."""


def may(actor: Actor, action: Action) -> bool:
    return actor.role in _MAY[action]


def require(actor: Actor, action: Action) -> None:
    """Raise Refused unless the actor may."""
    if not may(actor, action):
        raise Refused(f"a {actor.role.value} may not {action.value}")
