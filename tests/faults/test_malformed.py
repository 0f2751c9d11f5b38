"""Malformed requests and script payloads: no 5xx, no traceback, nothing executed (TRUST.md: fault catalogue)."""

import random

import pytest

PIECES = (
    "",
    "0",
    "-1",
    "1e309",
    "1_0",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "🦴" * 50,
    "'; DROP TABLE people; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "%s%n",
    "../../etc/passwd",
    "a" * 5000,
    "\ud800".encode("utf-8", "surrogatepass"),
)
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
)
SEED, REQUESTS = 20261122, 150


def addresses(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint not in {"static", "bootstrap.static"}]
    return sorted({rule.rule.replace("<uuid:patient_id>", "{id}") for rule in rules})


def fuzz(app, people, visit, requests):
    chance = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    visitors = [visit(), visit(people.asha), visit(people.ben), visit(people.lena)]
    names = ("client_id", "recorded_on", "back_pain_average", "steps", "warning_signs", "note", "form_owner", "on", "q")
    statuses = set()
    for _request in range(requests):
        visitor = chance.choice(visitors)
        address = chance.choice(addresses(app)).format(id=chance.choice([people.asha, "x", "0" * 36]))
        data = {chance.choice(names): chance.choice(PIECES) for _field in range(chance.randint(0, 5))}
        if chance.random() < 0.5:
            answer = visitor.get(address, query_string={k: v for k, v in data.items() if isinstance(v, str)})
        else:
            answer = visitor.post(address, data)
        statuses.add(answer.status)
        assert answer.status < 500, (address, data)
        assert "Traceback" not in answer.text
    return statuses


def test_malformed_requests_are_answered_without_a_5xx(app, people, visit):
    assert {200, 303, 404} <= fuzz(app, people, visit, REQUESTS)


@pytest.mark.long
def test_ten_thousand_malformed_requests_are_answered_without_a_5xx(app, people, visit):
    fuzz(app, people, visit, 10_000)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_patient_writes_is_only_ever_text(people, visit, payload):
    asha, ben = visit(people.asha), visit(people.ben)
    assert asha.record(note=payload, back_pain_average="3").status == 303
    pages = [asha.get(path) for path in ("/", "/progress")]
    pages += [ben.get("/caseload"), ben.get(f"/patients/{people.asha}")]
    for answer in pages:
        assert answer.status == 200
        assert not [script for script in answer.page.find_all("script") if not script.get("src")]
        assert not answer.page.find_all(["iframe", "img"])
        attributes = [name for each in answer.page.find_all(name=lambda _name: True) for name in each.attrs]
        assert not [name for name in attributes if name.startswith("on")]
