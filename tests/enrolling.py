"""What is sent to enrol Mia, and to join with her code."""

import re

MIA = {
    "given_name": "Mia",
    "family_name": "Lund",
    "born_on": "1970-05-03",
    "phone": "01632 960 555",
    "email": "",
    "language": "English",
    "operated_on": "2026-11-20",
    "procedures": "discectomy",
    "approach": "open",
    "region": "lumbar",
    "levels": "L5-S1",
    "side": "left",
    "surgeon": "Mr T. Hale",
    "surgeon_instructions": "No lifting over 2 kg.",
    "back_pain_before": "4",
    "leg_pain_before": "8",
}
BORN = {"born_day": "3", "born_month": "5", "born_year": "1970"}
PASSWORD = "purple tram onion"


def code_on(answer) -> str:
    return re.sub(r"\W", "", answer.page.select_one(".code").get_text())


def enrol(visitor, **changes) -> str:
    """Mia's code, as the card shows it."""
    answer = visitor.post("/patients", {**MIA, **changes})
    assert answer.status == 200, answer.words
    return code_on(answer)


def start_joining(visitor, code, **changes):
    return visitor.post("/join", {"code": code, **BORN, **changes})


def finish_joining(visitor, second_step, **changes):
    """With the second step's signed word; the token is the visitor's own."""
    joining = second_step.fields("/join/finish")["joining"]
    sent = {"joining": joining, "password": PASSWORD, "agrees": "y", "user_name": "mia.l", **changes}
    return visitor.post("/join/finish", sent)


def join(visitor, code, **changes):
    return finish_joining(visitor, start_joining(visitor, code), **changes)
