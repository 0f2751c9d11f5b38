"""What the demo's made-up patients asked of their team, and what matters to them.

Nothing here is drawn from the chances of the other made-up things, so that those stay as they were.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from recovery.content.demo_entries import DemoEntry
from recovery.domain.activities import ABILITY, ASKED_EVERY, Activity, ActivityScore
from recovery.domain.check_in import CheckIn
from recovery.domain.full_signs import MENTION_NEXT_TIME

SIGN_WORDS = {sign.key: sign.words for sign in MENTION_NEXT_TIME}


@dataclass(frozen=True, slots=True)
class DemoActivity:
    activity: Activity
    chosen_at: datetime
    let_go_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DemoQuestion:
    id: UUID
    words: str
    sign: str
    asked_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DemoCall:
    id: UUID
    note: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Doing:
    """What the audit tells of it."""

    at: datetime
    action: str
    subject: UUID
    is_by_staff: bool = False


@dataclass(frozen=True, slots=True)
class DemoAsks:
    activities: tuple[DemoActivity, ...] = ()
    questions: tuple[DemoQuestion, ...] = ()
    call: DemoCall | None = None

    @property
    def doings(self) -> Iterator[Doing]:
        for each in self.activities:
            yield Doing(each.chosen_at, "chose an activity", each.activity.id)
            if each.let_go_at:
                yield Doing(each.let_go_at, "let go an activity", each.activity.id)
        for question in self.questions:
            yield Doing(question.asked_at, "asked a question", question.id)
            if question.answered_at:
                yield Doing(question.answered_at, "talked about a question", question.id, is_by_staff=True)
        if self.call:
            yield Doing(self.call.asked_at, "asked for a call", self.call.id)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one patient asks, by their place among the made-up ones. Words with a "-" before were let go; a question
    with a "+" before has been talked about; one that is the key of a sign was ticked.
    """

    activities: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    call: str = ""


_TOLD = {
    0: _Told(
        ("Carry my shopping up the stairs", "Sit through a meal with friends"),
        ("Which side is best to sleep on?", "poor-sleep"),
    ),
    1: _Told(
        ("-Drive to my sister’s", "Ride my bike to work", "Play on the floor with my grandson"),
        ("When may I swim again?", "+How long may I sit at my desk?"),
    ),
    6: _Told(
        ("Dig over the vegetable bed", "Walk the dog by the river"),
        call="I start work on Monday and would like to talk about the chair.",
    ),
    7: _Told(("Hang out the washing",), ("constipation", "May I stop wearing the support stockings?")),
    11: _Told(("Play the violin for an hour",)),
    12: _Told(
        ("Kneel in the temple", "Cook for six people", "Cycle to the market"),
        ("Is the clicking in my back all right?",),
    ),
    16: _Told(("Sing standing up in the choir",)),
}


def asks_of(seed: int, index: int, entries: tuple[DemoEntry, ...], now: datetime) -> DemoAsks:
    """The patient has to have recorded something before they choose what matters."""
    told, chance = _TOLD.get(index, _Told()), Random(f"{seed}/{index}/asks")
    ids = [UUID(int=chance.getrandbits(128), version=4) for _each in range(9)]
    first = min((entry.at for entry in entries), default=now)
    first -= timedelta(minutes=len(told.activities))
    chosen = zip(ids, told.activities if entries else (), strict=False)
    asked = zip(ids[3:], told.questions, strict=False)
    return DemoAsks(
        activities=tuple(
            _activity(each, words, first + timedelta(minutes=place), now) for place, (each, words) in enumerate(chosen)
        ),
        questions=tuple(_question(each, words, now) for each, words in asked),
        call=DemoCall(ids[8], told.call, now - timedelta(minutes=100)) if told.call else None,
    )


def _activity(activity_id: UUID, words: str, chosen_at: datetime, now: datetime) -> DemoActivity:
    let_go_at = now - timedelta(days=5) if words.startswith("-") else None
    return DemoActivity(Activity(activity_id, words.removeprefix("-")), chosen_at, let_go_at)


def _question(question_id: UUID, words: str, now: datetime) -> DemoQuestion:
    is_answered, sign = words.startswith("+"), words if words in SIGN_WORDS else ""
    return DemoQuestion(
        id=question_id,
        words=SIGN_WORDS.get(words, words.removeprefix("+")),
        sign=sign,
        asked_at=now - timedelta(days=9 if is_answered else 1, hours=3),
        answered_at=now - timedelta(days=6) if is_answered else None,
    )


def with_scores(entries: Iterable[DemoEntry], activities: tuple[DemoActivity, ...]) -> Iterator[DemoEntry]:
    """The first check-in and then one a month say how well each activity goes: the better, the less it hurts."""
    last = None
    for entry in entries:
        check_in = entry.content
        if (
            activities
            and isinstance(check_in, CheckIn)
            and (last is None or check_in.recorded_on - last >= ASKED_EVERY)
        ):
            last = check_in.recorded_on
            asked = [(place, each) for place, each in enumerate(activities) if _matters_at(each, entry.at)]
            scores = tuple(sorted(_score(check_in, place, each) for place, each in asked))
            yield replace(entry, content=replace(check_in, activities=scores))
        else:
            yield entry


def _matters_at(each: DemoActivity, at: datetime) -> bool:
    return each.let_go_at is None or at < each.let_go_at


def _score(check_in: CheckIn, place: int, each: DemoActivity) -> ActivityScore:
    pain = ((check_in.back_pain_average or 0) + (check_in.leg_pain_average or 0)) / 2
    return ActivityScore(each.activity.id, max(ABILITY.low, min(ABILITY.high, round(9.4 - pain - 1.5 * place))))
