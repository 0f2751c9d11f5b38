"""What somebody did in a patient's record, in the patient's words."""

from recovery.content.wording import words
from recovery.records.looks import LIST_EXPORT

WORDS = words("account")
DOINGS = {
    "looked at the record": WORDS.did_look,
    "looked at the audit": WORDS.did_look_at_audit,
    "reviewed": WORDS.did_review,
    "talked about a question": WORDS.did_answer_question,
    "enrolled a patient": WORDS.did_enrol,
    "made an invitation": WORDS.did_invite,
    "cancelled an invitation": WORDS.did_cancel_code,
    "corrected personal details": WORDS.did_correct_details,
    "corrected the operation": WORDS.did_correct_operation,
    "changed the status": WORDS.did_change_status,
    "changed the rhythm": WORDS.did_change_rhythm,
    "decided the stage": WORDS.did_decide_stage,
    "began a new episode": WORDS.did_new_operation,
    "booked an appointment": WORDS.did_book,
    "cancelled an appointment": WORDS.did_cancel_booking,
    "switched on timed tests": WORDS.did_switch_tests_on,
    "switched off timed tests": WORDS.did_switch_tests_off,
    "recorded a timed test": WORDS.did_time_test,
    "corrected a timed test": WORDS.did_correct_test,
    "took back a timed test": WORDS.did_take_test_back,
    "prescribed a plan": WORDS.did_prescribe,
    "pinned advice": WORDS.did_pin_advice,
    "advice ended": WORDS.did_end_advice,
    "opened in an emergency": WORDS.did_open_in_emergency,
    "care began": WORDS.did_begin_care,
    "care ended": WORDS.did_end_care,
    "offered a hand-over": WORDS.did_offer,
    "withdrew a hand-over": WORDS.did_withdraw,
    "accepted a hand-over": WORDS.did_accept,
    "declined a hand-over": WORDS.did_decline,
    "moved an entry away": WORDS.did_move_away,
    "moved an entry here": WORDS.did_move_here,
    "exported the entries": WORDS.did_export,
    LIST_EXPORT: WORDS.did_export_list,
    "disabled an account": WORDS.did_disable,
    "enabled an account": WORDS.did_enable,
}
BEGINNINGS = {"recorded ": WORDS.did_record, "warning sign": WORDS.did_act_on_sign}


def doing_words(action: str) -> str:
    """What has no words of its own here is told as the audit tells it: nothing is left out."""
    if action in DOINGS:
        return DOINGS[action]
    told = next((what for beginning, what in BEGINNINGS.items() if action.startswith(beginning)), action)
    return told[0].upper() + told[1:]
