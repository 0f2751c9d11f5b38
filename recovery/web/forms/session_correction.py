"""The form that corrects a therapy session: it begins with what was recorded."""

from recovery.domain.therapy import TherapySession
from recovery.web.forms.correction import CorrectionForm
from recovery.web.forms.therapy_session import TherapySessionForm


class SessionCorrectionForm(CorrectionForm, TherapySessionForm):
    """Its day cannot be changed: the plan belongs to the day. Call set_out() first."""

    def keep(self, session: TherapySession) -> None:
        """What the plan of that day does not hold any more stays in the session as it is."""
        self.kept = tuple(done for done in session.units if done.unit not in self.units)

    def fill(self, session: TherapySession) -> None:
        """With every answer as it was recorded."""
        for name in ("pain_during", "effort", "is_stopped_early", "why_stopped", "someone_helped", "note"):
            self[name].data = getattr(session, name)
        for done in session.units:
            if done.unit in self.units:
                self.units[done.unit].fill(done)
        for form, extra in zip(self.extras, session.extras, strict=False):
            form.what.data, form.minutes.data = extra.name, extra.minutes
