"""Every form that a page shows, attacked: what is typed is only ever text, nothing breaks, all that is saved is
audited, and nothing reaches another clinic.
"""

import io
import re

import make
import pytest
import reading
from crawling import ID, reachable
from moment import NOW
from sqlalchemy import func, select

from recovery.actions.correct_entry import take_back_entry
from recovery.actions.stock_library import stock_library
from recovery.domain.entries import UNDO_WITHIN
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.library import Exercise, PlanTemplate

PAYLOAD = "\"'></title></textarea></script><img src=x onerror=alert(1)><script>alert(1)</script>{oops}{{7*7}}%s"
BROKEN = {
    "a null byte": "\x00",
    "half a surrogate": "\ud800".encode("utf-8", "surrogatepass"),
    "many digits": "9" * 5000,
    "below nothing": "-1",
    "no number": "nan",
    "a day that is none": "2026-02-30",
    "a year that is none": "0000-01-01",
    "a far year": "9999-12-31",
    "an id of nobody": "00000000-0000-4000-8000-000000000000",
    "far too long": "a" * 60_000,
    "nothing": "",
}
THEIRS = " of Hilltop"


@pytest.fixture
def furnished(app, people):
    """A clinic with something of everything, and another one beside it."""
    with app.app_context():
        for clinic, lead in ((people.clinic, people.lena), (people.other_clinic, people.eli)):
            stock_library(clinic)
            db.session.commit()
            reading.approve_shipped(clinic, lead, skip=("4.3",))
        for table in (Exercise, PlanTemplate):
            for row in db.session.scalars(select(table).filter_by(clinic_id=people.other_clinic)):
                row.name += THEIRS
        db.session.commit()
        make.check_in(people.asha, warning_signs=answer_from(("numb-between-legs",), {}))
        make.session(people.asha, note="Stiff at first")
        make.not_well(people.asha)
        take_back_entry(make.actor(people.asha), make.check_in(people.asha, back_pain_average=3), NOW + UNDO_WITHIN * 2)
        make.appointment(people.asha, starts_at=NOW)
    return people


@pytest.fixture(params=["asha", "ben", "lena"])
def visitor(request, furnished, visit):
    return visit(getattr(furnished, request.param))


def audit_rows(app) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(AuditRow))


def assert_only_text(answer, address):
    scripts = [script for script in answer.page.find_all("script") if not script.get("src")]
    attributes = [name for each in answer.page.find_all(name=True) for name in each.attrs if name.startswith("on")]
    assert not scripts + attributes + answer.page.find_all("img", src="x"), address


def test_what_is_typed_anywhere_is_only_ever_text_and_what_is_saved_stands_in_the_audit(app, visitor):
    _pages, forms = reachable(visitor)
    assert len(forms) > 4
    saved = set()
    for form in forms.values():
        for name in form.texts:
            before = audit_rows(app)
            answer = visitor.post(form.action, {**form.filled_in(), name: PAYLOAD})
            assert answer.status < 500, (form.action, name)
            assert_only_text(answer, form.action)
            if audit_rows(app) > before:
                saved.add((form.action, name))
            assert answer.status != 303 or audit_rows(app) > before, form.action
            if answer.status == 303:
                assert_only_text(visitor.get(answer.response.location), answer.response.location)
    assert len(saved) > 2
    for address in reachable(visitor)[0].values():
        assert_only_text(visitor.get(address), address)


def test_every_page_that_corrects_or_takes_back_is_among_them(furnished, visit):
    pages, forms = reachable(visit(furnished.asha))
    for kind in ("check-ins", "therapy-sessions", "not-well"):
        assert any(re.fullmatch(f"/{kind}/{ID.pattern}/change", address) for address in pages.values()), kind
        assert f"/{kind}/changes" in {form.action for form in forms.values()}
    assert "/entries/take-back" in {form.action for form in forms.values()}
    assert any(re.fullmatch(f"/entries/{ID.pattern}", address) for address in pages.values())


def test_a_form_with_the_same_broken_value_everywhere_breaks_nothing(app, visitor):
    for form in reachable(visitor)[1].values():
        names = [name for name, kind in form.kinds.items() if kind != "file"]
        for broken, value in BROKEN.items():
            answer = visitor.post(form.action, dict.fromkeys(names, value))
            assert answer.status < 500, (form.action, broken)
            assert "Traceback" not in answer.text, (form.action, broken)


def test_a_form_sent_in_another_shape_breaks_nothing(app, visitor):
    for form in reachable(visitor)[1].values():
        doubled = {name: [str(value), str(value)] for name, value in form.filled_in().items()}
        files = {name: (io.BytesIO(b"text"), "file.txt") for name in form.kinds}
        many = {f"x{number}-name": "Walk" for number in range(900)}
        for sent in ({}, doubled, files, {**form.filled_in(), **many}):
            answer = visitor.post(form.action, sent)
            assert answer.status < 500, form.action
        headers = {"X-CSRFToken": visitor.token}
        assert visitor.client.post(form.action, json=[1], headers=headers).status_code < 500, form.action


def test_a_choice_of_another_clinic_is_never_taken(app, furnished, visit):
    """Ids in the body of a form, as in its address, are looked up among the asker's own."""
    theirs = sorted(ids_of(visit(furnished.eli)))
    assert len(theirs) > 5
    for who in (furnished.ben, furnished.lena):
        visitor = visit(who)
        for form in reachable(visitor)[1].values():
            for name in [name for name, options in form.options.items() if any(ID.fullmatch(each) for each in options)]:
                for strange in (*theirs, str(furnished.fay), str(furnished.eli)):
                    for button in ({}, {"do": "add-exercise"}, {"do": "use-template"}):
                        answer = visitor.post(form.action, {**form.filled_in(), name: strange, **button})
                        assert answer.status < 500, (form.action, name)
                        assert_nothing_of_theirs(answer, form.action)
        for address in reachable(visitor)[0].values():
            assert_nothing_of_theirs(visitor.get(address), address)


def assert_nothing_of_theirs(answer, address):
    for name in (THEIRS, "Eli Stone", "Fay Hunt", "Hilltop"):
        assert name not in answer.words, (address, name)


def ids_of(visitor) -> set[str]:
    pages, forms = reachable(visitor)
    told = [*pages.values(), *(form.action for form in forms.values())]
    told += [option for form in forms.values() for options in form.options.values() for option in options[:1]]
    return {found.group() for each in told for found in ID.finditer(each)}


def test_every_address_with_an_id_is_missing_for_everybody_of_another_clinic(app, furnished, visit):
    with app.app_context():
        other_lead = make.staff(furnished.other_clinic, "Ola", "Berg", role="lead")
    strangers = [visit(furnished.eli), visit(other_lead), visit(furnished.fay)]
    for who in (furnished.asha, furnished.ben, furnished.lena):
        pages, forms = reachable(visit(who))
        before = audit_rows(app)
        for stranger in strangers:
            for address in (each for each in pages.values() if ID.search(each)):
                assert stranger.get(address).status == 404, address
            for form in (each for each in forms.values() if ID.search(each.action)):
                assert stranger.post(form.action, form.filled_in()).status == 404, form.action
        assert audit_rows(app) == before
