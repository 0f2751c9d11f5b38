"""The id of the request being answered, for the audit and the log; empty outside a request."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
