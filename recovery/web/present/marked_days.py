"""Which days of a pain line stand behind the reasons that are raised: those that hold one, not those before."""

from collections.abc import Iterable
from datetime import date

from recovery.domain.expected_course import Site
from recovery.domain.reasons import Held, LegNotDown, PainHigh, PainUp, Reason, WarningRaised
from recovery.web.present.charts.sparkline import Marked


def marked_by(reasons: Iterable[Reason]) -> Marked:
    """A reason about the pain of one site marks its scores; any other marks its days."""
    sites: dict[Site | None, set[date]] = {Site.BACK: set(), Site.LEG: set(), None: set()}
    signs: set[date] = set()
    for reason in reasons:
        if isinstance(reason, WarningRaised):
            signs.update(sign.recorded_on for sign in reason.signs)
        elif isinstance(reason, Held):
            sites[_site_of(reason)].update(day.day for day in reason.held)
    back, leg, other = (frozenset(sites[key]) for key in (Site.BACK, Site.LEG, None))
    return Marked(back, leg, other, frozenset(signs))


def _site_of(reason: Held) -> Site | None:
    if isinstance(reason, PainHigh | PainUp):
        return reason.site
    return Site.LEG if isinstance(reason, LegNotDown) else None
