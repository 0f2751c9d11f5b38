"""Who gets what from every route. A new route fails until it is stated in routes.py."""

import pytest
from routes import MATRIX, WHO, address_of, stated_by_the_app
from security_headers import assert_headers


def test_the_matrix_states_every_route(app):
    assert set(MATRIX) == stated_by_the_app(app)


@pytest.mark.parametrize("cell", sorted(MATRIX), ids=lambda cell: f"{cell[0]}-{cell[1]}")
def test_who_gets_what(app, people, visit, cell):
    method, endpoint = cell
    address = address_of(app, people, endpoint)
    answers = {}
    for who in WHO:
        visitor = visit(getattr(people, who) if who != "nobody" else None)
        answer = visitor.get(address) if method == "GET" else visitor.post(address)
        answers[who] = answer.status
        assert_headers(answer.response)
    assert answers == dict(zip(WHO, MATRIX[cell], strict=True))


MARKERS = ("Asha", "Rao", "L4", "Heel slides", "fusion")
MISSING = "00000000-0000-4000-8000-000000000000"
ABOUT_A_PATIENT = [cell for cell in sorted(MATRIX) if cell[0] == "GET" and MATRIX[cell][3:6] == (200, 404, 404)]


@pytest.mark.parametrize("endpoint", [endpoint for _method, endpoint in ABOUT_A_PATIENT])
def test_a_denial_holds_nothing_of_the_record_and_equals_a_missing_page(app, people, visit, endpoint):
    address = address_of(app, people, endpoint)
    for who in ("asha", "dev", "cleo", "lena", "eli"):
        visitor = visit(getattr(people, who))
        denied, absent = visitor.get(address), visitor.get(address.replace(str(people.asha), MISSING))
        assert (denied.status, denied.text) == (404, absent.text)
        assert not [marker for marker in MARKERS if marker in denied.text]
