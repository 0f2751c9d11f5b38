"""Two apps in one process do not know of each other."""

import databases
from limits import RateLimitItemPerHour

from recovery import create_app
from recovery.extensions import limiter

_LIMIT = RateLimitItemPerHour(1)


def test_an_app_without_limits_leaves_the_next_one_limited():
    create_app(databases.settings("sqlite://", RATELIMIT_ENABLED=False))
    assert not limiter.enabled
    create_app(databases.settings("sqlite://"))
    assert limiter.enabled
    limiter.limiter.hit(_LIMIT, "somebody")
    create_app(databases.settings("sqlite://"))
    assert limiter.limiter.test(_LIMIT, "somebody")
