"""A patient's stage is decided with a reason, by their physiotherapist only, on what was on the page."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from recovery.actions.decide_stage import CannotDecide, DecidedBefore, decide_stage
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain.access import Refused
from recovery.domain.stage import Stage
from recovery.domain.stage_decision import Kind, StageDecision, as_text, from_text
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.changes import changes_of
from recovery.records.episodes import current_episode, episodes_shown_of

pytestmark = pytest.mark.usefixtures("context")

HOLD = StageDecision(Kind.HOLD, 12, Stage.FIRST_DAYS, why="Wound still wet")
DECISIONS = (
    HOLD,
    StageDecision(Kind.STEP_BACK, 50, Stage.EARLY_HEALING, 60),
    StageDecision(Kind.DAYS, 20, begins={Stage.BUILDING_UP: 49, Stage.LONG_TERM: 400}),
    StageDecision(Kind.LIFT, 20),
)


@pytest.fixture
def decide(people):
    """decide(HOLD) is Ben's; decide(HOLD, seen=1, by="cleo") somebody else's."""

    def decided(decision, seen=0, by="ben"):
        decide_stage(make.actor(getattr(people, by)), people.asha, decision, seen, NOW)

    return decided


def stage_in(people, days):
    return current_episode(people.asha).stage_on(TODAY + timedelta(days=days))


def test_it_stands_in_the_episode_in_the_record_of_changes_and_in_the_audit(people, decide):
    assert stage_in(people, 2) is Stage.EARLY_HEALING
    decide(HOLD)
    assert stage_in(people, 200) is Stage.FIRST_DAYS
    kept = current_episode(people.asha).kept_on(TODAY)
    assert (kept.why, kept.by, kept.by_given_name, kept.at) == ("Wound still wet", "Ben Okoro", "Ben", NOW)
    decide(StageDecision(Kind.LIFT, 12), seen=1)
    assert stage_in(people, 2) is Stage.EARLY_HEALING
    told = [(each.before, each.after, each.note) for each in changes_of(people.asha, people.asha_episode)]
    assert told == [("first_days", "hold 12 first_days", "Wound still wet"), ("first_days", "lift 12", "")]
    rows = db.session.scalars(select(AuditRow.fields).where(AuditRow.action == "decided the stage"))
    assert list(rows) == [["hold", "first_days"], ["lift"]]
    assert episodes_shown_of([people.dev])[people.dev].stage_decisions == ()


def test_what_was_decided_meanwhile_is_looked_at_first(people, decide):
    decide(HOLD)
    for seen in (0, 2, None):
        with pytest.raises(DecidedBefore):
            decide(StageDecision(Kind.LIFT, 12), seen=seen)
    assert len(current_episode(people.asha).stage_decisions) == 1


def test_what_cannot_be_decided_leaves_no_trace(people, decide):
    with pytest.raises(CannotDecide):
        decide(StageDecision(Kind.HOLD, 11, Stage.FIRST_DAYS))
    assert changes_of(people.asha, people.asha_episode) == ()


@pytest.mark.parametrize(("who", "refusal"), [("cleo", NoSuchPatient), ("eli", NoSuchPatient), ("lena", Refused)])
def test_nobody_else_may(people, decide, who, refusal):
    with pytest.raises(refusal):
        decide(HOLD, by=who)
    assert db.session.scalar(select(func.count()).select_from(AuditRow)) == 0


def test_a_decision_is_never_changed_afterwards(decide):
    decide(HOLD)
    with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
        connection.execute(text("UPDATE stage_decisions SET from_day = 0"))


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda each: each.kind.value)
def test_what_a_change_holds_reads_back(decision):
    read = from_text(as_text(decision))
    assert (read.kind, read.from_day, read.stage, read.until_day, read.begins) == (
        decision.kind,
        decision.from_day,
        decision.stage,
        decision.until_day,
        decision.begins,
    )
