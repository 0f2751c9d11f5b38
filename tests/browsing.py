"""What the browser journeys share: the sizes of screens, and signing in."""

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
PATIENT_PAGES = (
    "/",
    "/check-ins/new",
    "/therapy-sessions/new",
    "/not-well/new",
    "/recording-status",
    "/progress",
    "/learn",
    "/questions",
    "/call-me",
    "/activities",
)
"""Every page that a patient comes to by pressing, with nothing recorded first."""


def sign_in(page, address: str, name: str, password: str = "recovery-demo") -> None:  # noqa: S107 - the demo's own
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email or user name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state()
