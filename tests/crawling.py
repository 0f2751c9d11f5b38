"""Every page and form that somebody reaches by links, found as a reader finds them, one of each kind."""

import re
from dataclasses import dataclass, field

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TEXT_KINDS = {"text", "search", "email", "tel", "textarea", "password"}
TYPED = {
    "_at": "9:30",
    "email": "new@example.org",
    "phone": "01632 960 111",
    "number": "1",
    "holidays": "2026-12-25 Words",
}
"""What fits a text field whose name ends so."""

DAY, BORN = "2026-11-26", "1970-05-03"


@dataclass
class Form:
    """`sent` is what a browser would send now; `kinds` says by name what kind of field it is."""

    action: str
    sent: dict[str, object] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    @property
    def texts(self) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind in TEXT_KINDS]

    def filled_in(self) -> dict[str, object]:
        """With something in every text and choice that was empty."""
        values = dict(self.sent)
        for name, kind in self.kinds.items():
            if values.get(name) or kind == "hidden":
                continue
            if self.options.get(name):
                values[name] = self.options[name][0]
            elif kind == "date":
                values[name] = BORN if name == "born_on" else DAY
            elif kind == "number":
                values[name] = "2"
            elif kind in TEXT_KINDS:
                values[name] = next((told for end, told in TYPED.items() if name.endswith(end)), "Words")
        return values


def kind_of(address: str) -> str:
    """/patients/*/plan: the same page about something else is of the same kind."""
    return ID.sub("*", re.sub(r"=[^&]*", "=", address))


SIGNS_OUT = "/sign-out"


def reachable(visitor) -> tuple[dict[str, str], dict[str, Form]]:
    """By kind: the first page of it that was found, and the first form, with the visitor's own rights."""
    pages, forms, waiting = {}, {}, ["/"]
    while waiting:
        address = waiting.pop()
        kind = kind_of(address)
        if kind in pages or address.startswith("/static"):
            continue
        pages[kind] = address
        answer = visitor.get(address)
        if answer.status == 303:
            waiting.append(answer.response.location)
            continue
        assert answer.status == 200, address
        for found in answer.page.find_all("form", method="post"):
            form = read_form(found)
            if form.action == SIGNS_OUT:
                continue
            forms.setdefault(kind_of(form.action), form)
        links = [link["href"].partition("#")[0] for link in answer.page.find_all("a", href=True)]
        waiting += [link for link in links if link.startswith("/")]
    return pages, forms


def read_form(found) -> Form:
    form = Form(found["action"])
    for each in found.find_all(["input", "textarea", "select", "button"]):
        name = each.get("name")
        if name and name != "csrf_token" and not each.has_attr("disabled"):
            _read_field(form, name, each)
    return form


def _read_field(form: Form, name: str, each) -> None:
    if each.name == "select":
        form.kinds[name] = "choice"
        form.options[name] = [option["value"] for option in each.find_all("option") if option.get("value")]
        form.sent[name] = next((option["value"] for option in each.find_all("option", selected=True)), "")
    elif each.name == "textarea":
        form.kinds[name], form.sent[name] = "textarea", each.get_text().removeprefix("\n")
    elif each.name == "button":
        form.kinds.setdefault(name, "button")
        if each.get("value") == "save" or name not in form.sent:
            form.sent[name] = each.get("value", "")
    elif each.get("type") in {"radio", "checkbox"}:
        form.kinds[name] = "choice" if each["type"] == "radio" else "tick"
        if each["type"] == "radio" or each.get("value", "y") != "y":
            form.options.setdefault(name, []).append(each.get("value", ""))
        if each.has_attr("checked"):
            form.sent[name] = [*form.sent.get(name, []), each.get("value", "y")]
    else:
        kind = "number" if each.get("inputmode") == "numeric" else each.get("type", "text")
        form.kinds[name], form.sent[name] = kind, each.get("value", "")
