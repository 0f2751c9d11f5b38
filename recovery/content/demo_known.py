"""The last weeks of the demo's known stories: each raises the one reason that it is about, or none, whatever the seed.

Everything that the rules of the worklist read is told here, in days ago: yesterday is 1. Nothing is of today, so that
a story is the same at every hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from recovery.content.demo_story import Twist
from recovery.domain.cohort import SimulatedPatient

KNOWN_DAYS = 43
"""No rule reads further back than 42 days."""
LEVEL_DAYS = 15
"""As long the days are alike, but for one that is a little other now and then, which moves no median of a week; before
that every fortnight was a little worse than the one after it.
"""
BACK_BEFORE, LEG_BEFORE = 6, 7


@dataclass(frozen=True, slots=True)
class Known:
    """`back`, `leg`, `walking` and `steps` are those of an ordinary day, None where they are not recorded; the other
    fields tell of days by how long ago they are. `done` is how many of the plan's exercises are done, every other day
    one fewer; None is all, but for one on some days unless that `is_perfect`.
    """

    back: int = 3
    leg: int = 2
    walking: int | None = 30
    steps: int | None = None
    backs: Mapping[int, int] = field(default_factory=dict)
    legs: Mapping[int, int] = field(default_factory=dict)
    walks: Mapping[int, int] = field(default_factory=dict)
    steps_of: Mapping[int, int] = field(default_factory=dict)
    exercise_pain: Mapping[int, int] = field(default_factory=dict)
    signs: Mapping[int, str] = field(default_factory=dict)
    not_bearable: frozenset[int] = frozenset()
    not_well: frozenset[int] = frozenset()
    not_settled: frozenset[int] = frozenset()
    taken_back: frozenset[int] = frozenset()
    done: int | None = None
    is_perfect: bool = False


KNOWN: Mapping[Twist, Known] = {
    Twist.EMERGENCY_SIGN: Known(signs={1: "numb-between-legs"}),
    Twist.TODAY_SIGN: Known(signs={1: "calf-sore-swollen"}),
    Twist.SIGN_TAKEN_BACK: Known(signs={1: "calf-sore-swollen"}, taken_back=frozenset({1})),
    Twist.SILENT: Known(),
    Twist.DROPPED_OUT: Known(),
    Twist.PERFECT: Known(back=2, leg=1, is_perfect=True),
    Twist.PAIN_HIGH: Known(back=7, backs={3: 8, 2: 8, 1: 9}),
    Twist.NOT_BEARABLE: Known(back=5, not_bearable=frozenset({3, 2, 1})),
    Twist.BACK_UP: Known(backs={3: 5, 2: 5, 1: 6}),
    Twist.LEG_UP: Known(legs={3: 3, 2: 5, 1: 6}),
    Twist.WALKING_DOWN: Known(walking=40, walks={3: 20, 2: 18, 1: 15}),
    Twist.STEPS_DOWN: Known(walking=None, steps=5200, steps_of={3: 2600, 2: 2400, 1: 2100}),
    Twist.EXERCISE_PAIN: Known(exercise_pain={5: 7, 3: 7, 1: 8}),
    Twist.NOT_SETTLED: Known(not_settled=frozenset({4, 2})),
    Twist.NOT_WELL: Known(not_well=frozenset({3, 2, 1})),
    Twist.LOW_ADHERENCE: Known(done=1),
    Twist.LEG_NOT_DOWN: Known(leg=6),
    Twist.EXPECTED: Known(back=5, backs={4: 8, 3: 8, 2: 8, 1: 8}),
    Twist.CALL_PLANNED: Known(back=5, not_bearable=frozenset({3, 2, 1})),
    Twist.STEADY: Known(back=2, leg=1, walking=45),
}
"""By twist. Scores are those of a good recovery (CLINICAL.md 7) but for what the story is about [D]."""


@dataclass(frozen=True, slots=True)
class KnownDay:
    """One day of a known story. `pain` is that during exercises."""

    back: int
    leg: int
    walking: int | None
    steps: int | None
    pain: int
    sign: str
    is_bearable: bool
    is_well: bool
    done: int | None
    leaves_one_out: bool


def known_day(known: Known, ago: int) -> KnownDay:
    earlier, is_other = max(0, ago - LEVEL_DAYS) // 14, ago > 4 and ago % 5 == 0
    more = (0, 1, 0, -1)[ago % 4] if ago > 4 else 0
    return KnownDay(
        back=known.backs.get(ago, min(7, known.back + earlier + is_other)),
        leg=known.legs.get(ago, min(7, known.leg + earlier + (ago > 4 and ago % 6 == 0))),
        walking=known.walks.get(ago, known.walking and max(5, known.walking + 5 * (more - earlier))),
        steps=known.steps_of.get(ago, known.steps and max(500, known.steps + 400 * (more - earlier))),
        pain=known.exercise_pain.get(ago, 2),
        sign=known.signs.get(ago, ""),
        is_bearable=ago not in known.not_bearable,
        is_well=ago not in known.not_well,
        done=known.done if known.done is None or ago % 2 else known.done - 1,
        leaves_one_out=known.done is None and not known.is_perfect and ago % 3 == 0,
    )


def with_known_before(simulated: SimulatedPatient, twist: Twist) -> SimulatedPatient:
    """Scores before the operation, with which a rule compares, are known too."""
    return replace(simulated, back_before=BACK_BEFORE, leg_before=LEG_BEFORE) if twist in KNOWN else simulated
