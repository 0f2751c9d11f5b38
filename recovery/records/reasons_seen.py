"""What was decided about reasons, as the rules read it: for many episodes in one statement."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select

from recovery.domain.expected_course import Site
from recovery.domain.facts import ExpectedLevel, ReasonKey, ReasonsSeen
from recovery.domain.reviews import ReviewOutcome
from recovery.domain.rules.seen import ONCE
from recovery.domain.thresholds import Rule
from recovery.extensions import db
from recovery.records.episodes import EpisodeRow
from recovery.records.reviews import Review, ReviewedReason


class _Row(NamedTuple):
    """A review with one of the reasons that were on its page, or with none."""

    episode_id: UUID
    review_id: UUID
    outcome: ReviewOutcome
    status_since: date
    opened_at: datetime
    reviewed_at: datetime
    seen_through: int
    until_on: date | None
    site: Site | None
    up_to: int | None
    rule: str | None
    about: str | None
    level: float | None

    @property
    def is_over(self) -> bool:
        """What was to hold until some day ends when the recovery rests or ends, and does not begin again by itself."""
        is_for_a_while = self.outcome.holds_back or self.outcome is ReviewOutcome.EXPECTED
        return is_for_a_while and self.reviewed_at.date() < self.status_since


@dataclass(frozen=True, slots=True)
class Decided:
    """Of one episode. `silence_reviewed_at` is when the page was opened that the silence stood on: what came after was
    on no page. `expected` may be over; `planned_on` is the day of the call that was planned last, unless
    something else was decided since.
    """

    seen: tuple[ReasonsSeen, ...] = ()
    silence_reviewed_at: datetime | None = None
    not_recording_at: datetime | None = None
    expected: tuple[ExpectedLevel, ...] = ()
    planned_on: date | None = None


NOTHING_DECIDED = Decided()


def decided_about(episodes: list[UUID], since: datetime, until_from: date) -> dict[UUID, Decided]:
    """Reviews from `since` on; older ones that hold something back on `until_from` or later, those of rules that are
    raised once, and expected levels and "not recording" (a clinic may let it stand for 90 days) however old.
    """
    rows = db.session.execute(
        select(
            Review.episode_id,
            Review.id,
            Review.outcome,
            EpisodeRow.status_since,
            Review.opened_at,
            Review.reviewed_at,
            Review.seen_through,
            Review.until_on,
            Review.site,
            Review.up_to,
            ReviewedReason.rule,
            ReviewedReason.about,
            ReviewedReason.level,
        )
        .join(EpisodeRow, EpisodeRow.id == Review.episode_id)
        .outerjoin(ReviewedReason, ReviewedReason.review_id == Review.id)
        .where(
            Review.episode_id.in_(episodes),
            or_(
                Review.reviewed_at >= since,
                Review.until_on >= until_from,
                Review.site.is_not(None),
                Review.outcome == ReviewOutcome.NOT_RECORDING,
                and_(ReviewedReason.rule.in_([rule.value for rule in ONCE])),
            ),
        )
        .order_by(Review.reviewed_at, Review.seen_through)
    )
    by_episode: dict[UUID, list[_Row]] = defaultdict(list)
    for row in rows:
        by_episode[row[0]].append(_Row(*row))
    standing = {episode_id: [each for each in found if not each.is_over] for episode_id, found in by_episode.items()}
    return {episode_id: _decided(found) for episode_id, found in standing.items() if found}


def _decided(rows: list[_Row]) -> Decided:
    """`rows` are oldest first."""
    newest = rows[-1]
    return Decided(
        seen=tuple(_seen(of_review) for of_review in _by_review(rows)),
        silence_reviewed_at=max(
            (each.opened_at for each in rows if each.outcome.closes and each.rule == Rule.W6), default=None
        ),
        not_recording_at=max(
            (each.reviewed_at for each in rows if each.outcome is ReviewOutcome.NOT_RECORDING), default=None
        ),
        expected=tuple(_expected(rows)),
        planned_on=newest.until_on if newest.outcome is ReviewOutcome.CALL_PLANNED else None,
    )


def _by_review(rows: list[_Row]) -> Iterable[list[_Row]]:
    """Those that close or hold back something."""
    by_review: dict[UUID, list[_Row]] = defaultdict(list)
    for each in rows:
        if each.rule is not None and (each.outcome.closes or each.outcome.holds_back):
            by_review[each.review_id].append(each)
    return by_review.values()


def _seen(rows: list[_Row]) -> ReasonsSeen:
    keyed = [(ReasonKey(Rule(each.rule), each.about or ""), each.level) for each in rows if each.rule is not None]
    first = rows[0]
    return ReasonsSeen(
        keys=frozenset(key for key, _level in keyed),
        seen_through=first.seen_through,
        snoozed_until=first.until_on if first.outcome.holds_back else None,
        levels=tuple((key, level) for key, level in keyed if level is not None),
    )


def _expected(rows: list[_Row]) -> Iterable[ExpectedLevel]:
    """Of each site what was said last, unless that was its end."""
    last = {each.site: each for each in rows if each.site is not None}
    for site, each in last.items():
        if site is not None and each.up_to is not None and each.until_on is not None:
            yield ExpectedLevel(site, each.up_to, each.until_on)
