"""How well each activity that matters goes: one score an activity. Names end in the activity's own id."""

from collections.abc import Collection

from wtforms.form import BaseForm

from recovery.content.wording import words
from recovery.domain.activities import ABILITY, Activity, ActivityScore
from recovery.web.forms.tiles import ScoreField

WORDS = words("check_in")


class ActivityScoresForm(BaseForm):  # type: ignore[misc]
    def __init__(self, activities: Collection[Activity]) -> None:
        self.activities = tuple(activities)
        super().__init__(
            {self.name_of(each): ScoreField(each.words, ABILITY, WORDS.choose_a_score) for each in activities}
        )

    @staticmethod
    def name_of(activity: Activity) -> str:
        return f"activity-{activity.id}"

    @property
    def is_filled(self) -> bool:
        return any(field.data is not None or field.errors for field in self)

    def fill(self, scores: Collection[ActivityScore]) -> None:
        """With what was recorded before."""
        known = {each.activity_id: each.score for each in scores}
        for activity in self.activities:
            self[self.name_of(activity)].data = known.get(activity.id)

    def read(self) -> tuple[ActivityScore, ...]:
        """What was answered, in the order of the activities' ids, as it is stored."""
        told = [(activity.id, self[self.name_of(activity)].data) for activity in self.activities]
        return tuple(sorted(ActivityScore(of, score) for of, score in told if score is not None))
