"""The check-in form: text to values. Its bounds come from the domain; nothing is pre-selected."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from flask import request
from wtforms import BooleanField, HiddenField, StringField

from recovery.content.wording import words
from recovery.domain.check_in import BOUNDS, NOTE_LENGTH, CheckIn, EmptyCheckIn, Oddity, oddities
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Region
from recovery.domain.questions import Question
from recovery.domain.therapy import Morning
from recovery.domain.warning_answer import WarningAnswer
from recovery.domain.warning_signs import UnknownSign, answer_from
from recovery.records.check_in_asks import CheckInAsks
from recovery.web.forms.activity_scores import ActivityScoresForm
from recovery.web.forms.entry import EntryForm, uuid_in
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.tiles import ScoreField, WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.kept_form import DETAIL_PREFIX
from recovery.web.present.oddity_words import oddity_words
from recovery.web.present.operation_words import stairs_name, walking_aid_name

WORDS = words("check_in")
NOT_COMPLETE = WORDS.not_complete


def _score() -> ScoreField:
    return ScoreField("", BOUNDS["back_pain_average"], WORDS.choose_a_score)


def _number(name: str, what: str, example: int) -> WholeNumberField:
    low, high = BOUNDS[name].low, BOUNDS[name].high
    sentence = WORDS.whole_number.format(what=what, low=low, high=f"{high:,}", example=example)
    return WholeNumberField(what, BOUNDS[name], sentence)


MORNINGS = {
    Morning.SETTLED.value: (Morning.SETTLED, WORDS.morning_settled),
    Morning.NOT_SETTLED.value: (Morning.NOT_SETTLED, WORDS.morning_not_settled),
}


class CheckInForm(EntryForm):
    """Field names are part of the interface and stay. The activities come with `set_out`."""

    asks: CheckInAsks
    scores: ActivityScoresForm

    asked_about = HiddenField()
    back_pain_average = _score()
    back_pain_worst = _score()
    leg_pain_average = _score()
    leg_pain_worst = _score()
    morning_of = HiddenField()
    morning = WordField("", MORNINGS, WORDS.choose_morning)
    bearable = WordField("", {"yes": (True, WORDS.yes), "no": (False, WORDS.no)}, WORDS.choose_yes_or_no)
    walking_minutes = _number("walking_minutes", WORDS.minutes_you_walked, 20)
    longest_walk_minutes = _number("longest_walk_minutes", WORDS.minutes_of_longest_walk, 10)
    steps = _number("steps", WORDS.steps_you_took, 2500)
    sitting_minutes = _number("sitting_minutes", WORDS.minutes_you_could_sit, 20)
    walking_aid = WordField("", {aid.value: (aid, walking_aid_name(aid)) for aid in WalkingAid}, WORDS.choose_aid)
    stairs = WordField("", {each.value: (each, stairs_name(each)) for each in Stairs}, WORDS.choose_stairs)
    same_as_last = StringField()
    someone_helped = BooleanField()
    note = NoteField("", NOTE_LENGTH)

    def set_out(self, asks: CheckInAsks, scored: Collection[UUID] = ()) -> None:
        """Ask about the activities that matter now, and about those let go that were `scored` in this entry or form."""
        known = {*scored, *(each.id for each in asks.let_go if ActivityScoresForm.name_of(each) in request.form)}
        self.asks = asks
        self.scores = ActivityScoresForm((*asks.activities, *(each for each in asks.let_go if each.id in known)))
        self.scores.process(request.form if request.method == "POST" else None)

    @property
    def ticked(self) -> list[str]:
        return request.form.getlist("warning_signs")

    @property
    def details(self) -> dict[str, str]:
        sent = request.form.items()
        return {name.removeprefix(DETAIL_PREFIX): value for name, value in sent if name.startswith(DETAIL_PREFIX)}

    def warning_answer(self) -> WarningAnswer | None:
        """None when what was ticked is not on our list."""
        try:
            return answer_from(self.ticked, self.details)
        except UnknownSign:
            return None

    def read(self, today: date, operated_on: date, now: datetime, stands: date | None = None) -> CheckIn | None:
        """The check-in, or None with every problem written beside its field. Call set_out() first."""
        self.read_day(today, operated_on, now, stands)
        self._check_morning()
        self.scores.validate()
        answer = self.warning_answer()
        if answer is None or self.scores.errors or any(field.errors for field in self):
            return None
        try:
            return self._value(self.recorded_on.data, answer)
        except EmptyCheckIn:
            self.back_pain_average.errors = [WORDS.record_something]
            return None

    def _value(self, recorded_on: date, answer: WarningAnswer) -> CheckIn:
        plain = {name: self[name].data for name in (*BOUNDS, "bearable", "morning", "someone_helped")}
        aid, stairs = self._aid_and_stairs()
        return CheckIn(
            recorded_on=recorded_on,
            warning_signs=answer,
            note=self.note.data or "",
            walking_aid=aid,
            stairs=stairs,
            morning_after=self.asked_session() if self.morning.data else None,
            activities=self.scores.read(),
            **plain,
        )

    def _aid_and_stairs(self) -> tuple[WalkingAid | None, Stairs | None]:
        """What was chosen; where nothing was, "same as last time" answers for it."""
        last_aid, _comma, last_stairs = (self.same_as_last.data or "").partition(",")
        same_aid, _words = self.walking_aid.choices.get(last_aid, (None, ""))
        same_stairs, _words = self.stairs.choices.get(last_stairs, (None, ""))
        return self.walking_aid.data or same_aid, self.stairs.data or same_stairs

    def asked_session(self) -> UUID | None:
        """The session whose next morning the form asked about."""
        return uuid_in(self.morning_of.data)

    def _check_morning(self) -> None:
        if self.morning.data and self.asked_session() not in {each.entry_id for each in self.asks.sessions}:
            self.morning.errors = [WORDS.no_such_session]

    def held(self) -> set[Question]:
        """The questions that hold an answer or a problem: these stand open."""
        fields = {
            Question.WALKING: (self.walking_minutes, self.longest_walk_minutes),
            Question.SITTING: (self.sitting_minutes,),
            Question.STEPS: (self.steps,),
            Question.AID: (self.walking_aid,),
            Question.STAIRS: (self.stairs,),
        }
        return {
            question
            for question, asked in fields.items()
            if any(each.data is not None or each.errors for each in asked)
        }

    def signs_alone(self, today: date, answer: WarningAnswer) -> CheckIn:
        """The ticked signs without the other answers, for a form that cannot be taken as a whole."""
        day = self.recorded_on.data if self.recorded_on.data and not self.recorded_on.errors else today
        return CheckIn(recorded_on=day, warning_signs=answer)

    def new_oddities(self, check_in: CheckIn) -> tuple[Oddity, ...]:
        """Answers that rarely go together and were not asked about yet with these very values."""
        asked = set((self.asked_about.data or "").split(","))
        return tuple(oddity for oddity in oddities(check_in) if _as_asked(oddity, check_in) not in asked)

    def ask_about(self, check_in: CheckIn, region: Region) -> bool:
        """Write a question beside each new oddity; sent again unchanged it stands. Whether there was one to ask."""
        new = self.new_oddities(check_in)
        for oddity in new:
            self[_ODDITY_FIELDS[oddity][0]].errors = [oddity_words(oddity, check_in, region)]
        self.asked_about.data = ",".join(_as_asked(oddity, check_in) for oddity in oddities(check_in))
        return bool(new)

    def problems(self) -> list[tuple[str, str]]:
        """(field id, sentence) in the order of the page; what is about the whole form leads to its beginning."""
        unknown = [("warning_signs", WORDS.unknown_sign)] if self.ticked and self.warning_answer() is None else []
        told = [(field, sentence) for field in self for sentence in field.errors]
        told += [(field, sentence) for field in self.scores for sentence in field.errors]
        return [("main" if field is self.client_id else field.id, sentence) for field, sentence in told] + unknown


_ODDITY_FIELDS = {
    Oddity.BACK_AVERAGE_OVER_WORST: ("back_pain_average", "back_pain_worst"),
    Oddity.LEG_AVERAGE_OVER_WORST: ("leg_pain_average", "leg_pain_worst"),
    Oddity.LONGEST_WALK_OVER_TOTAL: ("longest_walk_minutes", "walking_minutes"),
}


def _as_asked(oddity: Oddity, check_in: CheckIn) -> str:
    smaller, larger = (getattr(check_in, name) for name in _ODDITY_FIELDS[oddity])
    return f"{oddity.value}:{smaller}:{larger}"
