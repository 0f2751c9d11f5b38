"""`recovery expected-course`: makes the file of usual ranges, and tells when it is not what the cohort gives."""

import pytest

from recovery.content.expected_course import read_course

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_it_writes_the_same_file_again_and_check_tells_when_it_differs(run, tmp_path):
    file = tmp_path / "ranges.json"
    small = ("expected-course", "--size", "12", "--seed", "5", "--file", file)
    made = run(*small)
    assert (made.code, str(file) in made.out, "36 of 36" in made.error) == (0, True, True)
    assert (read_course(file.read_text()).seed, read_course(file.read_text()).size) == (5, 12)
    before = file.read_bytes()
    assert run(*small, "--check").code == 0
    assert file.read_bytes() == before
    file.write_bytes(before.replace(b'"seed":5', b'"seed":6'))
    checked = run(*small, "--check")
    assert (checked.code, "is not what the cohort gives" in checked.error) == (1, True)
    assert file.read_bytes() != before


def test_check_without_a_file_makes_none(run, tmp_path):
    checked = run("expected-course", "--size", "10", "--file", tmp_path / "none.json", "--check")
    assert checked.code == 1
    assert not (tmp_path / "none.json").exists()
