"""The security headers stand on every kind of answer (TRUST.md 8)."""

from dataclasses import replace

import pytest
from databases import settings
from security_headers import assert_headers
from sqlalchemy.exc import OperationalError

from recovery import create_app


@pytest.mark.parametrize(
    ("address", "status"),
    [("/warning-signs", 200), ("/", 303), ("/nothing-here", 404), ("/patients/not-a-uuid", 404), ("/healthz", 200)],
)
def test_pages_redirects_and_missing_pages_carry_them(visit, address, status):
    answer = visit().get(address)
    assert answer.status == status
    assert_headers(answer.response)
    assert answer.response.headers["Cache-Control"] == "no-store"
    assert "Cookie" in answer.response.headers["Vary"]


def test_refusals_carry_them(people, visit):
    visitor = visit(people.asha)
    wrong_method = visitor.client.put("/learn")
    no_token = visitor.post("/check-ins", {}, token="")
    too_large = visitor.post("/check-ins", {"note": "x" * 600_000})
    for answer, status in ((wrong_method, 405), (no_token.response, 400), (too_large.response, 413)):
        assert answer.status_code == status
        assert_headers(answer)


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError("seeded-marker"), 500), (OperationalError("", {}, Exception()), 503)]
)
def test_broken_pages_carry_them_and_leak_nothing(app, visit, error, status):
    def broken():
        raise error

    app.config["TESTING"] = app.config["PROPAGATE_EXCEPTIONS"] = False
    app.view_functions["health.show"] = broken
    broken.guard = app.view_functions["warning_signs.show"].guard
    answer = visit().get("/healthz")
    assert answer.status == status
    assert_headers(answer.response)
    assert "Traceback" not in answer.text
    assert "seeded-marker" not in answer.text
    if status == 503:
        assert answer.response.headers["Retry-After"]


def test_a_static_file_named_by_its_content_may_be_kept_for_a_year(app, visit):
    page = visit().get("/warning-signs").page
    for link in page.find_all("link", rel="stylesheet"):
        response = visit().get(link["href"]).response
        assert response.status_code == 200
        assert_headers(response)
        assert "immutable" in response.headers["Cache-Control"]
    assert "immutable" not in visit().get("/static/css/theme.css").response.headers["Cache-Control"]


def test_strict_transport_security_stands_where_the_app_is_not_on_loopback(database_url, clock):
    app = create_app(replace(settings(database_url), is_loopback_only=False, is_hsts=True))
    response = app.test_client().get("/warning-signs")
    assert response.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_the_sign_in_cookie_is_out_of_reach_of_scripts_and_other_hosts(database_url, clock):
    app = create_app(replace(settings(database_url), is_loopback_only=False))
    assert app.config["SIGN_IN_COOKIE_NAME"].startswith("__Host-")
    assert app.config["SESSION_COOKIE_NAME"].startswith("__Host-")
    response = app.test_client().get("/sign-in")
    cookie = response.headers["Set-Cookie"]
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
