"""Headers on every answer, whatever made it (TRUST.md 8)."""

from flask import Flask, Response, current_app, request

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
A_YEAR = 365 * 24 * 3600


def wire(app: Flask) -> None:
    app.after_request(set_headers)


def set_headers(response: Response) -> Response:
    response.headers.update(ALWAYS)
    if current_app.config["SETTINGS"].is_hsts:
        response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}; includeSubDomains"
    if _is_file(response):
        is_named_by_content = "v" in request.args
        response.headers["Cache-Control"] = (
            f"public, max-age={A_YEAR}, immutable" if is_named_by_content else "public, max-age=300"
        )
        response.headers["Vary"] = "Accept-Encoding"
    else:
        response.headers["Cache-Control"] = "no-store"
        response.vary.add("Cookie")
    return response


def _is_file(response: Response) -> bool:
    is_file = request.endpoint in {"static", "bootstrap.static"}
    return is_file and response.status_code in {200, 206, 304}
