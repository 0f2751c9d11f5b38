"""The form that corrects a check-in: it begins with what was recorded, and says which revision that was."""

from flask import request

from recovery.domain.check_in import BOUNDS, CheckIn
from recovery.domain.warning_signs import NONE
from recovery.records.check_in_asks import CheckInAsks
from recovery.web.forms.check_in import CheckInForm
from recovery.web.forms.correction import CorrectionForm


class CheckInCorrectionForm(CorrectionForm, CheckInForm):
    def fill(self, check_in: CheckIn, asks: CheckInAsks) -> None:
        """With every answer as it was recorded."""
        plain = ("recorded_on", *BOUNDS, "bearable", "morning", "walking_aid", "stairs", "someone_helped", "note")
        for name in plain:
            self[name].data = getattr(check_in, name)
        self.morning_of.data = str(check_in.morning_after or "")
        self.set_out(asks, [each.activity_id for each in check_in.activities])
        self.scores.fill(check_in.activities)
        answer = check_in.warning_signs
        self.first_ticked = [sign.key for sign in answer.ticked] or ([NONE] if answer.is_answered else [])
        self.first_details = {sign.key: sign.detail for sign in answer.ticked}

    @property
    def ticked(self) -> list[str]:
        return super().ticked if request.method == "POST" else self.first_ticked

    @property
    def details(self) -> dict[str, str]:
        return super().details if request.method == "POST" else self.first_details
