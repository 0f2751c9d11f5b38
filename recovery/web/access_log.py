"""One log line a request: ids and names of routes, never names of people, values, tokens or notes (TRUST.md 11)."""

import logging
import time
from uuid import uuid4

from flask import Flask, Response, g, request

from recovery.request_id import request_id

logger = logging.getLogger("recovery.requests")


def wire(app: Flask) -> None:
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()
    request_id.set(str(uuid4()))


def _end(response: Response) -> Response:
    """The route's rule and not the path that was asked for: a line cannot be forged by what somebody types."""
    who = getattr(g, "_login_user", None)
    logger.info(
        "request=%s method=%s route=%s status=%d ms=%.1f person=%s",
        request_id.get(),
        request.method if request.url_rule else "-",
        request.url_rule.rule if request.url_rule else "-",
        response.status_code,
        (time.perf_counter() - g.get("began", time.perf_counter())) * 1000,
        who.get_id() if who is not None and who.is_authenticated else "-",
    )
    response.headers["X-Request-Id"] = request_id.get()
    return response
