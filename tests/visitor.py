"""Somebody using the app in a test: keeps cookies, follows nothing, sends the token its pages hold."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid4

from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from recovery import clock
from recovery.actions import sign_in
from recovery.extensions import db
from recovery.records.people import Person


@dataclass
class Answer:
    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def text(self) -> str:
        return self.response.get_data(as_text=True)

    @cached_property
    def page(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html.parser")

    @cached_property
    def words(self) -> str:
        """What a reader sees, with single spaces."""
        return " ".join(self.page.get_text(" ").split())

    def fields(self, action: str) -> dict[str, str]:
        """The hidden fields of the form that posts to `action`, by name."""
        form = self.page.find("form", action=action)
        return {each["name"]: each.get("value", "") for each in form.find_all("input", type="hidden")}


class Visitor:
    """Signed in as `person_id`, or nobody."""

    def __init__(self, app, person_id: UUID | None = None) -> None:
        self.app = app
        self.client = app.test_client()
        self._token = ""
        if person_id is not None:
            with app.app_context():
                token = sign_in.begin_sign_in(db.session.get(Person, person_id), "test", clock.now())
            self.client.set_cookie(app.config["SIGN_IN_COOKIE_NAME"], token)
        self.is_signed_in = person_id is not None

    def get(self, path: str, **options) -> Answer:
        return Answer(self.client.get(path, buffered=True, **options))

    def post(self, path: str, data: dict | None = None, *, token: str | None = None, **options) -> Answer:
        """With the token among the data, else this visitor's own; give `token` to send another, or "" for none."""
        sent = dict(data or {})
        if token is None:
            sent["csrf_token"] = sent.get("csrf_token") or self.token
        elif token:
            sent["csrf_token"] = token
        else:
            sent.pop("csrf_token", None)
        return Answer(self.client.post(path, data=sent, buffered=True, **options))

    @property
    def token(self) -> str:
        if not self._token:
            page = self.get("/sign-out" if self.is_signed_in else "/sign-in").page
            self._token = page.find("input", {"name": "csrf_token"})["value"]
        return self._token

    def record(self, **values) -> Answer:
        """Send a check-in as its form does, with a new client id unless one is given."""
        form = self.get("/check-ins/new").fields("/check-ins")
        return self.post("/check-ins", {**form, "client_id": str(uuid4()), **values})
