"""`recovery verify-audit` says that the audit is whole, or where it is broken."""

import make
from tampering import change_past_triggers


def record(app, people, times=3):
    with app.app_context():
        for score in range(times):
            make.check_in(people.asha, back_pain_average=score)


def test_an_empty_and_a_whole_audit_are_whole(app, people, run):
    assert run("verify-audit").out == "The audit is whole: 0 rows.\n"
    record(app, people)
    ran = run("verify-audit")
    assert (ran.code, ran.out) == (0, "The audit is whole: 3 rows.\n")
    assert "Checking the audit: 3 of 3" in ran.error


def test_a_changed_row_is_named(app, people, run):
    record(app, people)
    with app.app_context():
        change_past_triggers("audit", "UPDATE audit SET action = 'nothing' WHERE number = 2")
    ran = run("verify-audit")
    assert ran.code == 1
    assert "row 2 does not fit the one before" in ran.error
    assert "Traceback" not in ran.error


def test_another_secret_fits_nothing(app, people, run):
    record(app, people)
    ran = run("verify-audit", RECOVERY_SECRET_KEY="x" * 40)
    assert (ran.code, "row 1 does not fit" in ran.error) == (1, True)
