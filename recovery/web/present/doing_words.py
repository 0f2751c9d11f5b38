"""What somebody did in a patient's record, in the patient's words."""

LISTS = "Opened a list with your name on it"
WORDS = {
    "looked at the record": "Looked at your record",
    "looked at the audit": "Looked up who opened your record",
    "reviewed": "Looked at your entries and wrote so",
    "enrolled a patient": "Wrote you down as a patient",
    "made an invitation": "Made a code for you to join or to choose a password",
    "cancelled an invitation": "Cancelled your code",
    "corrected personal details": "Put your name or other details right",
    "corrected the operation": "Put the facts of your operation right",
    "changed the status": "Changed the status of your recovery",
    "began a new episode": "Wrote down a new operation",
    "booked an appointment": "Booked an appointment for you",
    "cancelled an appointment": "Cancelled an appointment of yours",
    "prescribed a plan": "Changed your exercise plan",
    "care began": "Wrote down who looks after you from now on",
    "care ended": "Wrote down who no longer looks after you",
    "offered a hand-over": "Asked a colleague to look after you",
    "withdrew a hand-over": "No longer asks a colleague to look after you",
    "accepted a hand-over": "Agreed to look after you",
    "declined a hand-over": "Did not agree to look after you",
    "moved an entry away": "Moved an entry that was not yours out of your record",
    "moved an entry here": "Moved an entry of yours into your record",
    "disabled an account": "Closed your account",
    "enabled an account": "Opened your account again",
}
BEGINNINGS = (
    ("recorded ", "Recorded an entry for you"),
    ("warning sign", "Wrote down what was done about a warning sign"),
)


def doing_words(action: str) -> str:
    """What has no words of its own here is told as the audit tells it: nothing is left out."""
    if action in WORDS:
        return WORDS[action]
    told = next((words for beginning, words in BEGINNINGS if action.startswith(beginning)), action)
    return told[0].upper() + told[1:]
