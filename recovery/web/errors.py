"""Error pages that look like the app and leak nothing; a ticked warning sign is answered first, whatever is wrong."""

import logging

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from recovery.actions.own_ties import NotOwn
from recovery.content.wording import words
from recovery.domain.warning_answer import WarningAnswer
from recovery.extensions import db
from recovery.web import kept_form

logger = logging.getLogger("recovery.errors")

WORDS = words("frame")
PAGES = {
    400: (WORDS.error_400, WORDS.error_400_more),
    403: (WORDS.error_403, WORDS.error_403_more),
    404: (WORDS.error_404, WORDS.error_404_more),
    405: (WORDS.error_405, WORDS.error_405_more),
    413: (WORDS.error_413, WORDS.error_413_more),
    429: (WORDS.error_429, WORDS.error_429_more),
    500: (WORDS.error_500, WORDS.error_500_more),
    503: (WORDS.error_503, WORDS.error_503_more),
}
GIVES_FORM_BACK = frozenset({429, 500, 503})
RETRY_AFTER_SECONDS = 30


def wire(app: Flask) -> None:
    app.register_error_handler(CSRFError, stale_token)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(NotOwn, not_there)
    app.register_error_handler(OperationalError, database_down)
    app.register_error_handler(PoolTimeout, database_down)
    app.register_error_handler(DBAPIError, broken)
    app.register_error_handler(Exception, broken)


def http_error(error: HTTPException) -> ResponseReturnValue:
    """Redirects pass through; an answer that was already made stands."""
    if error.response is not None or error.code is None or error.code < 400:  # noqa: PLR2004 - errors begin at 400
        return error
    code = error.code if error.code in PAGES else (400 if error.code < 500 else 500)  # noqa: PLR2004
    return _page(code, {"Allow": ", ".join(error.valid_methods or ())} if hasattr(error, "valid_methods") else {})


def stale_token(_error: CSRFError) -> ResponseReturnValue:
    """The form was open too long or in another browser. It comes back with everything in it."""
    ticked, kept = _ticked(), kept_form.of_request(request)
    if ticked:
        return kept_form.not_saved(ticked, kept, 400)
    if kept:
        return render_template("account/finish_form.html", kept=kept, is_stale=True), 400
    return _page(400, {})


def not_there(_error: NotOwn) -> ResponseReturnValue:
    """To whoever named it, another patient's is no different from nobody's."""
    return _page(404, {})


def database_down(error: Exception) -> ResponseReturnValue:
    logger.error("database did not answer: %s", type(error).__name__)
    db.session.remove()
    return _page(503, {"Retry-After": str(RETRY_AFTER_SECONDS)})


def broken(error: Exception) -> ResponseReturnValue:
    """The traceback goes to the log without values: statements hide their parameters."""
    logger.error("unexpected %s", type(error).__name__, exc_info=error)
    db.session.remove()
    return _page(500, {})


def _page(code: int, headers: dict[str, str]) -> ResponseReturnValue:
    ticked = _ticked()
    if ticked:
        body, status = kept_form.not_saved(ticked, kept_form.of_request(request), code)  # type: ignore[misc]
        return body, status, headers
    kept = kept_form.of_request(request) if code in GIVES_FORM_BACK else None
    title, sentence = PAGES[code]
    return render_template("errors/page.html", title=title, sentence=sentence, code=code, kept=kept), code, headers


def _ticked() -> WarningAnswer | None:
    """What was ticked, unless the form itself cannot be read (too large, broken)."""
    try:
        return kept_form.ticked_in(request)
    except HTTPException:
        return None
