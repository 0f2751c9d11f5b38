"""The form of a therapy session: what became of each unit of the plan of that day, and how it felt."""

from collections.abc import Iterable

from flask import request
from wtforms import BooleanField, Field, HiddenField

from recovery.content.wording import words
from recovery.domain.pain import NRS
from recovery.domain.therapy import (
    EFFORT,
    MOST_EXTRAS,
    NOTE_LENGTH,
    EmptySession,
    Extra,
    Outcome,
    PlanVersion,
    Prescription,
    TherapySession,
    Unit,
    UnitDone,
)
from recovery.web.forms.entry import EntryForm
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.therapy_units import ExtraForm, UnitForm
from recovery.web.forms.tiles import ScoreField, WordField
from recovery.web.present.exercise_words import WHY_STOPPED_NAMES

WORDS = words("exercises")
A_SCORE = words("check_in").choose_a_score

_WHYS_STOPPED = {why.value: (why, told) for why, told in WHY_STOPPED_NAMES.items()}
_ABOUT_UNITS = ("unit-", "share-", "why-", "sets-", "repetitions-", "minutes-")


class TherapySessionForm(EntryForm):
    """`plan_version` is the plan that the page showed. The units of the day come with `set_out`."""

    plan_version = HiddenField()
    pain_during = ScoreField("", NRS, A_SCORE)
    effort = ScoreField("", EFFORT, A_SCORE)
    is_stopped_early = BooleanField()
    why_stopped = WordField("", _WHYS_STOPPED, WORDS.choose_why_stopped)
    someone_helped = BooleanField()
    note = NoteField("", NOTE_LENGTH)

    units: dict[Unit, UnitForm]
    extras: tuple[ExtraForm, ...]
    plan_problem: str
    is_plan_as_shown: bool
    kept: tuple[UnitDone, ...] = ()
    """Units that the form does not ask about and that stay in the session."""

    def set_out(self, plan: PlanVersion | None, due: Iterable[Prescription]) -> None:
        """Ask about these prescriptions; what was sent about them stands in the form."""
        version = str(plan.version) if plan else ""
        self.is_plan_as_shown = self.plan_version.data == version
        self.plan_version.data, self.plan_problem = version, ""
        forms = [UnitForm(each, time) for each in due for time in range(1, each.times_a_day + 1)]
        self.units = {form.unit: form for form in forms}
        self.extras = tuple(ExtraForm(place) for place in range(1, MOST_EXTRAS + 1))
        for part in (*forms, *self.extras):
            part.process(request.form or None)

    def read(self) -> TherapySession | None:
        """The session, or None with every problem written beside its field. Call read_day() and set_out() first."""
        self._check_plan()
        is_all_done = self.is_all_pressed and not self.plan_problem
        units = [unit.read(is_all_done=is_all_done) for unit in self.units.values()]
        extras = [extra.read() for extra in self.extras]
        self._check_stopped(units, extras)
        if self.problems():
            return None
        try:
            return TherapySession(
                recorded_on=self.recorded_on.data,
                units=(*(each for each in units if each), *self.kept),
                extras=tuple(each for each in extras if each),
                pain_during=self.pain_during.data,
                effort=self.effort.data,
                is_stopped_early=self.is_stopped_early.data,
                why_stopped=self.why_stopped.data if self.is_stopped_early.data else None,
                someone_helped=self.someone_helped.data,
                note=self.note.data or "",
            )
        except EmptySession:
            self.plan_problem = WORDS.record_something
            return None

    @property
    def is_all_pressed(self) -> bool:
        return bool(request.form.get("all"))

    def _check_plan(self) -> None:
        """Refuse units that are not of this day's plan: another day's, an older plan's, another patient's."""
        known = {unit.key for unit in self.units.values()}
        sent = {name.split("-", 1)[1] for name in request.form if name.startswith(_ABOUT_UNITS)}
        if sent - known or (self.is_all_pressed and not self.is_plan_as_shown):
            self.plan_problem = WORDS.another_plan

    def _check_stopped(self, units: list[UnitDone | None], extras: list[Extra | None]) -> None:
        """All as planned and stopped early cannot both be, unless what was stopped is outside the plan."""
        is_all_done = bool(units) and all(each is not None and each.outcome is Outcome.DONE for each in units)
        if self.is_stopped_early.data and (self.is_all_pressed or (is_all_done and not any(extras))):
            self.is_stopped_early.errors = [WORDS.stopped_but_all]

    def problems(self) -> list[tuple[str, str]]:
        """(field id, sentence) in the order of the page."""
        about_plan = [("exercises", self.plan_problem)] if self.plan_problem else []
        return [
            *_problems([self.recorded_on]),
            *about_plan,
            *(problem for unit in self.units.values() for problem in _problems(unit)),
            *_problems([self.pain_during, self.effort, self.is_stopped_early, self.why_stopped]),
            *(problem for extra in self.extras for problem in _problems(extra)),
            *_problems([self.note]),
            *[("main", sentence) for sentence in self.client_id.errors],
        ]


def _problems(fields: Iterable[Field]) -> list[tuple[str, str]]:
    return [(field.id, sentence) for field in fields for sentence in field.errors]
