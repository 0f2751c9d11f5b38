"""The headers that every answer carries (TRUST.md 8)."""

from recovery.web.headers import ALWAYS, CONTENT_SECURITY_POLICY


def assert_headers(response) -> None:
    for name, value in ALWAYS.items():
        assert response.headers[name] == value, name
    assert "unsafe-inline" not in CONTENT_SECURITY_POLICY
