"""Who records, about which recovery, and when: what the pages of entries begin with."""

from dataclasses import dataclass
from datetime import date, datetime

from flask import render_template
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.record_entry import Reason
from recovery.content.wording import words
from recovery.domain.access import Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.entries import EntryKind
from recovery.domain.episode import Episode
from recovery.records.episodes import current_episode, episodes_shown_of
from recovery.web.identity import signed_in
from recovery.web.team_line import numbers_of


@dataclass(frozen=True, slots=True)
class Recording:
    """The patient, their running episode, and now."""

    actor: Actor
    episode: Episode
    now: datetime

    @property
    def today(self) -> date:
        return day_in_zone(self.now, self.actor.zone)

    @property
    def operated_on(self) -> date:
        return self.episode.operation.operated_on


USED_BEFORE = {
    EntryKind.CHECK_IN: words("check_in").clash,
    EntryKind.SESSION: words("exercises").clash,
    EntryKind.NOT_WELL: words("exercises").not_well_clash,
}


def used_before(reason: Reason, kind: EntryKind) -> str:
    """What to say when a form's id was used before for something else; "" for any other reason."""
    if reason is Reason.TAKEN_BACK:
        return words("check_in").taken_back_before
    return USED_BEFORE[kind] if reason is Reason.SAVED_WITH_OTHER_ANSWERS else ""


def recording() -> Recording | None:
    """None for a patient without a running episode."""
    actor = signed_in().actor
    episode = current_episode(actor.id)
    return Recording(actor, episode, clock.now()) if episode else None


def own_record() -> Recording | None:
    """To read, not to record: the running episode, else the one that ended last."""
    actor = signed_in().actor
    episode = episodes_shown_of([actor.id]).get(actor.id)
    return Recording(actor, episode, clock.now()) if episode else None


def nothing_to_record(status: int) -> ResponseReturnValue:
    has_record, numbers = own_record() is not None, numbers_of(signed_in().actor, clock.now())
    return render_template("patient/no_episode.html", has_record=has_record, numbers=numbers), status
