"""The forms about one patient's stage: which stands from a day on, when later ones begin, and ending a hold."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import ClassVar

from wtforms import Field

from recovery.domain.clinic_stages import AFTER_OPERATION, BEGINS
from recovery.domain.deciding import kind_of
from recovery.domain.episode import Episode
from recovery.domain.stage import Stage
from recovery.domain.stage_decision import Kind, Problem, StageDecision
from recovery.records.stages import WHY_LENGTH
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.present.operation_words import STAGE_NAMES
from recovery.web.present.stage_for_staff import KIND_NAMES

A_YEAR = timedelta(days=366)
CHOOSE = "Choose a stage from the list"
NO_WHY = "Write why, for whoever reads the timeline"
DAY_NUMBER = f"Write the day as a whole number from {BEGINS.low} to {BEGINS.high}, like 49"
DECIDED_MEANWHILE = (
    "Somebody decided about this stage after you opened the page. Look at what stands now, then save again"
)
SENTENCES = {
    Problem.IN_THE_PAST: "Choose today or a later day: days that have passed keep their stage",
    Problem.NO_SUCH_STAGE: CHOOSE,
    Problem.MOVE_WITH_END: "Leave this empty: a stage that you move on to goes on by its days",
    Problem.END_WITHOUT_DAYS: "Leave this empty: after a neck operation a stage stands until you set another",
    Problem.ENDS_TOO_SOON: "This stage lasts until then anyway. Choose a later day, or leave it empty",
    Problem.KEPT: "A stage is held now. Lift the hold first",
    Problem.NOT_KEPT: "No stage is held any more",
    Problem.NOT_IN_ORDER: "The stages have to begin one after the other, after today",
    Problem.SO_ALREADY: "It is so already. Change something, or go back",
}


class _DecidingForm(StaffForm):
    """`field_of` says where the sentence about a problem stands; everywhere else it is the form's first field."""

    field_of: ClassVar[Mapping[Problem, str]] = {}

    def explain(self, problem: Problem) -> None:
        self.complain(self._field(self.field_of.get(problem, "")), SENTENCES[problem])

    def say_decided_meanwhile(self) -> None:
        self.complain(self._field(""), DECIDED_MEANWHILE)

    def _field(self, name: str) -> Field:
        return self[name] if name else next(iter(self))

    def need_why(self, field: NoteField) -> None:
        if not field.data and not field.errors:
            self.complain(field, NO_WHY)


class StageForm(_DecidingForm):
    stage = WordField("Stage", {stage.value: (stage, STAGE_NAMES[stage]) for stage in AFTER_OPERATION}, CHOOSE)
    from_on = DayField("From")
    next_on = DayField("The next stage begins on")
    why = NoteField("Why", WHY_LENGTH)
    field_of: ClassVar[Mapping[Problem, str]] = {
        Problem.IN_THE_PAST: "from_on",
        Problem.MOVE_WITH_END: "next_on",
        Problem.END_WITHOUT_DAYS: "next_on",
        Problem.ENDS_TOO_SOON: "next_on",
    }

    def offer(self, episode: Episode, stages: Collection[Stage], today: date) -> None:
        """Each stage with what it is to choose it today."""
        day = max(0, episode.day_number(today))
        kinds = {stage: kind_of(episode, stage, day) for stage in stages}
        is_named = episode.pathway.stage_on(day) is not None
        self.stage.choices = {
            stage.value: (stage, f"{STAGE_NAMES[stage]}{f': {KIND_NAMES[kind]}' if is_named else ''}")
            for stage, kind in kinds.items()
        }

    def read(self, episode: Episode, today: date) -> StageDecision | None:
        """None with every problem beside its field."""
        self.validate()
        first = max(today, episode.operation.operated_on)
        if self.stage.data is None and not self.stage.errors:
            self.complain(self.stage, CHOOSE)
        self.require_day(self.from_on, first, first + A_YEAR, "Choose from which day on")
        if self.from_on.data and not self.from_on.errors:
            self.require_day(self.next_on, self.from_on.data + timedelta(days=1), self.from_on.data + 2 * A_YEAR)
        self.need_why(self.why)
        if not self.is_fine:
            return None
        from_day = episode.day_number(self.from_on.data)
        until_day = episode.day_number(self.next_on.data) if self.next_on.data else None
        kind = kind_of(episode, self.stage.data, from_day)
        return StageDecision(kind, from_day, self.stage.data, until_day, why=self.why.data)


class DaysForm(_DecidingForm):
    """One field for each stage ahead, in days since the operation; `offer` takes away the others."""

    early_healing = WholeNumberField("Early healing", BEGINS, DAY_NUMBER)
    building_up = WholeNumberField("Building up", BEGINS, DAY_NUMBER)
    getting_stronger = WholeNumberField("Getting stronger", BEGINS, DAY_NUMBER)
    back_to_life = WholeNumberField("Back to your life", BEGINS, DAY_NUMBER)
    long_term = WholeNumberField("Long term", BEGINS, DAY_NUMBER)
    days_why = NoteField("Why", WHY_LENGTH)

    def offer(self, ahead: Collection[Stage]) -> None:
        for stage in AFTER_OPERATION[1:]:
            if stage not in ahead:
                del self[stage.value]

    def read(self, episode: Episode, ahead: Mapping[Stage, int], today: date) -> StageDecision | None:
        """Only the days that were changed."""
        self.validate()
        from_day = last = max(0, episode.day_number(today))
        for stage in ahead:
            field = self[stage.value]
            if field.data is None and not field.errors:
                self.complain(field, DAY_NUMBER)
            elif field.data is not None and field.data <= last:
                self.complain(field, f"Choose a day after day {last}: the stages begin one after the other")
            last = field.data or last
        self.need_why(self.days_why)
        changed = {stage: self[stage.value].data for stage in ahead if self[stage.value].data != ahead[stage]}
        return StageDecision(Kind.DAYS, from_day, begins=changed, why=self.days_why.data) if self.is_fine else None


class EndForm(_DecidingForm):
    end = WordField(
        "What ends",
        {Kind.LIFT.value: (Kind.LIFT, KIND_NAMES[Kind.LIFT]), Kind.BY_CLINIC.value: (Kind.BY_CLINIC, "")},
        "Choose what ends",
    )
    end_why = NoteField("Why", WHY_LENGTH)

    def offer(self, choices: Mapping[Kind, str]) -> None:
        self.end.choices = {kind.value: (kind, words) for kind, words in choices.items()}

    def read(self, episode: Episode, today: date) -> StageDecision | None:
        self.validate()
        if self.end.data is None and not self.end.errors:
            self.complain(self.end, self.end.sentence)
        self.need_why(self.end_why)
        from_day = max(0, episode.day_number(today))
        return StageDecision(self.end.data, from_day, why=self.end_why.data) if self.is_fine else None
