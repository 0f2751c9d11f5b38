"""The forms of a clinic's stages: when each begins after one operation, and how often check-ins are due in it."""

from recovery.domain.clinic_stages import AFTER_OPERATION, BEGINS, Begins, Wrong, wrong_with
from recovery.domain.stage import Rhythm, Stage
from recovery.records.stages import WHY_LENGTH
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.present.operation_words import STAGE_NAMES
from recovery.web.present.rhythm_for_staff import RHYTHM_CHOICES

NO_WHY = "Write why, for whoever signs it off"
NO_LONG_TERM = "Write the day on which the long term begins: it is the last stage"
SAME = "This is what stands already. Change something, or go back"


def _day(stage: Stage) -> WholeNumberField:
    sentence = f"Write the day as a whole number from {BEGINS.low} to {BEGINS.high}, like 42"
    return WholeNumberField(STAGE_NAMES[stage], BEGINS, sentence)


class BeginsForm(StaffForm):
    """For one procedure, whose key is the prefix. First days begin on day 0; a stage that is left empty does not
    come.
    """

    early_healing = _day(Stage.EARLY_HEALING)
    building_up = _day(Stage.BUILDING_UP)
    getting_stronger = _day(Stage.GETTING_STRONGER)
    back_to_life = _day(Stage.BACK_TO_LIFE)
    long_term = _day(Stage.LONG_TERM)

    def read(self) -> Begins | None:
        """None with every problem beside its field."""
        self.validate()
        typed = {stage: self[stage.value].data for stage in AFTER_OPERATION[1:]}
        begins = {Stage.FIRST_DAYS: 0, **{stage: day for stage, day in typed.items() if day is not None}}
        wrong = wrong_with(begins) if self.is_fine else None
        if wrong:
            self.complain(self[wrong[1].value], self._sentence(*wrong, begins))
        return begins if self.is_fine else None

    def _sentence(self, wrong: Wrong, stage: Stage, begins: Begins) -> str:
        if wrong is Wrong.NO_LONG_TERM:
            return NO_LONG_TERM
        earlier = [each for each in AFTER_OPERATION[: AFTER_OPERATION.index(stage)] if each in begins][-1]
        name, before = STAGE_NAMES[stage], STAGE_NAMES[earlier].lower()
        return f"{name} has to begin after {before}, which begins on day {begins[earlier]}"


def _rhythm(stage: Stage) -> WordField:
    choices = {rhythm.value: (rhythm, RHYTHM_CHOICES[rhythm]) for rhythm in Rhythm}
    return WordField(STAGE_NAMES[stage], choices, "Choose how often")


class RhythmsForm(StaffForm):
    """Before surgery none is due, whatever a clinic says."""

    first_days = _rhythm(Stage.FIRST_DAYS)
    early_healing = _rhythm(Stage.EARLY_HEALING)
    building_up = _rhythm(Stage.BUILDING_UP)
    getting_stronger = _rhythm(Stage.GETTING_STRONGER)
    back_to_life = _rhythm(Stage.BACK_TO_LIFE)
    long_term = _rhythm(Stage.LONG_TERM)
    why = NoteField("Why", WHY_LENGTH)

    def read(self) -> dict[Stage, Rhythm] | None:
        """None with every problem beside its field."""
        self.validate()
        for stage in AFTER_OPERATION:
            field = self[stage.value]
            if field.data is None and not field.errors:
                self.complain(field, field.sentence)
        if not self.why.data and not self.why.errors:
            self.complain(self.why, NO_WHY)
        chosen = {stage: self[stage.value].data for stage in AFTER_OPERATION}
        return {Stage.BEFORE: Rhythm.NONE, **chosen} if self.is_fine else None
