"""The lead's overview: counts, and names only of patients whom nobody has in their care."""

import make
from sqlalchemy import select

from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow


def counts(answer):
    stats = answer.page.find_all("div", class_="stat")
    return {each.dt.get_text(): each.dd.get_text() for each in stats}


def test_it_counts_the_clinic_and_names_nobody_in_care(app, people, visit):
    with app.app_context():
        make.check_in(people.asha, warning_signs=answer_from(["chest-pain"], {}))
    answer = visit(people.lena).get("/")
    assert counts(answer) == {
        "Patients": "2",
        "With a warning sign": "1",
        "For another reason today": "0",
        "Not heard from": "1",
        "Nothing raised": "0",
    }
    assert answer.page.h1.get_text() == "Every patient has a physiotherapist"
    for name in ("Rao", "Patel", "Hunt"):
        assert name not in answer.text


def test_a_patient_nobody_cares_for_is_listed_with_reasons_most_urgent_first(app, people, visit):
    with app.app_context():
        for given_name, signs in (("Nia", []), ("Uma", ["chest-pain"])):
            patient = make.patient(people.clinic, given_name, "Cole")
            make.episode(patient)
            make.check_in(patient, back_pain_average=3, warning_signs=answer_from(signs, {}))
    answer = visit(people.lena).get("/")
    assert answer.page.h1.get_text() == "2 patients without a physiotherapist"
    listed = answer.page.find("section", {"aria-labelledby": "alone"}).find_all("li")
    assert [each.h3.get_text() for each in listed] == ["Uma Cole", "Nia Cole"]
    assert "Warning sign: " in listed[0].get_text()
    assert "Nothing raised" in listed[1].get_text()
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.actor_id == people.lena)).all()
        assert [row.fields for row in rows if row.action.startswith("looked at")] == [["3", "4"]]


def test_it_opens_no_record(people, visit):
    lena = visit(people.lena)
    assert lena.get("/caseload").status == 404
    assert lena.get(f"/patients/{people.asha}").status == 404
    assert not [link for link in lena.get("/").page.find_all("a") if "/patients/" in link["href"]]


def test_a_clinic_without_patients_is_told_how_to_begin(app, visit):
    with app.app_context():
        lead = make.staff(make.clinic("Lakeside"), "Lena", "Fox", "lead")
    answer = visit(lead).get("/")
    assert answer.page.h1.get_text() == "No patient is enrolled yet"
    steps = answer.page.find("section", {"aria-labelledby": "begin"}).find_all("a")
    assert [each["href"] for each in steps] == ["/clinic", "/documents", "/staff"]


def test_with_patients_nothing_is_said_about_beginning(people, visit):
    assert "To begin" not in visit(people.lena).get("/").words
