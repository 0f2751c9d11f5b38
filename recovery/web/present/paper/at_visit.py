"""One recovery as it stands when the patient comes in: what both the sheet and the twelve lines are made from."""

from dataclasses import dataclass
from datetime import date, datetime

from recovery.domain.arrivals import Arrived
from recovery.domain.calendar import day_in_zone
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.episode import Episode
from recovery.domain.facts import Facts
from recovery.domain.since_review import Beginning, Begun, Kept, SinceReview, beginning, since_review
from recovery.domain.thresholds import Rule
from recovery.domain.worklist import Reason
from recovery.records.appointments import Upcoming
from recovery.records.arrivals import LastReview
from recovery.records.history import History
from recovery.records.record import Record
from recovery.web.present.appointment_words import AppointmentWords, appointment_words
from recovery.web.present.operation_words import pain_names
from recovery.web.present.since_review import SinceCard, since_card
from recovery.web.present.worklist_words import Whose


@dataclass(frozen=True, slots=True)
class Written:
    """Where, when and by whom it is written; `zone` is the clinic's."""

    clinic: str
    by: str
    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class AtVisit:
    """`today` and `zone` are the patient's own; `number` is their number in the clinic."""

    name: str
    born_on: date
    number: int
    zone: str
    today: date
    episode: Episode
    details: EpisodeDetails
    record: Record
    history: History
    facts: Facts
    reasons: tuple[Reason, ...]
    reviewed: LastReview | None
    upcoming: Upcoming | None
    written: Written

    @property
    def whose(self) -> Whose:
        return Whose(self.today, self.zone, self.episode.operation.region)

    @property
    def reasons_but_signs(self) -> tuple[Reason, ...]:
        """Warning signs have a place of their own, with what came of each."""
        return tuple(each for each in self.reasons if each.rule is not Rule.W1)

    @property
    def next_appointment(self) -> AppointmentWords | None:
        return appointment_words(self.upcoming, self.zone, self.today) if self.upcoming else None

    @property
    def since(self) -> SinceReview:
        kept = Kept(self.record.figures, self.record.plans, self.record.sessions, self.record.excused)
        return since_review(self.episode, kept, last_visit(self), self.facts.joined_on, self.today)

    @property
    def since_card(self) -> SinceCard:
        """The words of the summary; what came in stands in sections of its own."""
        return since_card(self.since, Arrived(), pain_names(self.episode.operation.region), self.today, self.zone)


def last_visit(visit: AtVisit) -> Beginning:
    """The last appointment on an earlier day of the clinic, since the operation: that of today is the visit itself.
    Else the last review on an earlier day, else the operation.
    """
    clinic_today = day_in_zone(visit.written.at, visit.written.zone)
    kept = [each.at for each in visit.history.appointments if not each.is_cancelled]
    days = [(day_in_zone(at.starts_at, at.clinic_zone), at.starts_at) for at in kept]
    operated_on = visit.episode.operation.operated_on
    past = [(day, at) for day, at in days if min(operated_on, visit.today) <= day < clinic_today]
    if past:
        day, at = max(past)
        return Beginning(Begun.VISIT, day, at)
    last = visit.reviewed
    reviewed = (day_in_zone(last.opened_at, visit.zone), last.opened_at, last.by) if last else None
    return beginning(visit.episode, visit.facts.joined_on, visit.today, reviewed)
