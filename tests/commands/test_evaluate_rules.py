"""`recovery evaluate-rules`: the same numbers give the same report, however it came about."""

import pytest
from click.testing import CliRunner

from recovery.commands import evaluate_rules as command
from recovery.commands.evaluation_work import MANIFEST
from recovery.commands.rules_report import WRITTEN_ABOVE
from recovery.domain.evaluation import Conduct
from recovery.domain.rule_variants import FIRST, SHIPPED, STANDARD

SMALL = ("--patients", "3", "--compared", "1", "--events", "1", "--seeds", "1", "--sd", "1.1", "--days", "60")


@pytest.fixture(autouse=True)
def _two_variants(monkeypatch):
    """Two are enough to compare, and other processes read all of them anyway."""
    few = {STANDARD: Conduct(SHIPPED, answers_calls=0.6), "version 1": Conduct(FIRST, answers_calls=0.6)}
    monkeypatch.setattr(command, "VARIANTS", few)
    monkeypatch.setattr("recovery.commands.rules_report.VARIANTS", few)


def evaluate(folder, *more, processes=1):
    words = [*SMALL, "--out", str(folder / "report.md"), "--processes", str(processes), *more]
    return CliRunner().invoke(command.evaluate_rules, words)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A run from beginning to end, in one process."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        few = {STANDARD: Conduct(SHIPPED, answers_calls=0.6), "version 1": Conduct(FIRST, answers_calls=0.6)}
        patch.setattr(command, "VARIANTS", few)
        patch.setattr("recovery.commands.rules_report.VARIANTS", few)
        ran = evaluate(folder)
    assert ran.exit_code == 0, ran.output
    return folder


def test_a_run_tells_how_far_it_is_and_writes_its_report(whole):
    text = (whole / "report.md").read_text()
    for title in ("The people", "How much they raise", "Rule by rule", "What they find", "Found against noise"):
        assert f"## {title}" in text
    assert "| version 1 |" in text
    assert "9 made-up patients, 3 of each procedure" in text


def test_more_processes_give_the_same_report(whole, tmp_path):
    ran = evaluate(tmp_path, processes=2)
    assert ran.exit_code == 0, ran.output
    assert "Samples: 14 of 14" in ran.output
    assert (tmp_path / "report.md").read_bytes() == (whole / "report.md").read_bytes()


def test_a_run_that_broke_off_goes_on_where_it_stopped_and_gives_the_same_report(whole, tmp_path, monkeypatch):
    followed, results_of = [], command.results_of

    def broken(sample, conduct):
        if len(followed) == 4:
            raise KeyboardInterrupt
        followed.append(sample)
        return results_of(sample, conduct)

    monkeypatch.setattr(command, "results_of", broken)
    assert evaluate(tmp_path).exit_code == 1
    assert not (tmp_path / "report.md").exists()
    monkeypatch.setattr(command, "results_of", results_of)
    again = evaluate(tmp_path)
    assert "Samples: 10 to do" in again.output
    assert (tmp_path / "report.md").read_bytes() == (whole / "report.md").read_bytes()


def copied(whole, tmp_path):
    work = tmp_path / "report.work"
    work.mkdir()
    for file in (whole / "report.work").iterdir():
        (work / file.name).write_bytes(file.read_bytes())
    return work


def test_a_damaged_file_is_refused_by_its_name(whole, tmp_path):
    file = copied(whole, tmp_path) / "sample-00003.json"
    file.write_bytes(file.read_bytes()[:-9])
    ran = evaluate(tmp_path)
    assert (ran.exit_code, f"{file} is damaged" in ran.output) == (1, True)
    assert not (tmp_path / "report.md").exists()
    file.unlink()
    assert evaluate(tmp_path).exit_code == 0


def test_the_file_of_another_sample_is_refused(whole, tmp_path):
    work = copied(whole, tmp_path)
    (work / "sample-00003.json").write_bytes((work / "sample-00000.json").read_bytes())
    assert "sample-00003.json is damaged" in evaluate(tmp_path).output


@pytest.mark.parametrize("more", [("--seeds", "2"), ("--days", "61")])
def test_the_folder_of_another_evaluation_is_refused(whole, tmp_path, more):
    copied(whole, tmp_path)
    ran = evaluate(tmp_path, *more)
    assert (ran.exit_code, "belongs to another evaluation" in ran.output) == (1, True)


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "a.txt").write_text("Dear all")
    ran = evaluate(tmp_path, "--work", str(letters))
    assert (ran.exit_code, "is no work folder" in ran.output) == (1, True)
    assert [each.name for each in letters.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(("option", "text"), [("--seeds", "1,x"), ("--seeds", "1,1"), ("--sd", "9"), ("--seeds", "")])
def test_numbers_that_are_none_are_refused(tmp_path, option, text):
    ran = evaluate(tmp_path, option, text)
    assert ran.exit_code == 2
    assert not (tmp_path / "report.work" / MANIFEST).exists()


def test_what_people_wrote_above_the_tables_stays(whole, tmp_path):
    copied(whole, tmp_path)
    out = tmp_path / "report.md"
    out.write_text(f"# Ours\n\n{WRITTEN_ABOVE}\n\nolder tables\n")
    assert evaluate(tmp_path).exit_code == 0
    assert out.read_text() == f"# Ours\n\n{WRITTEN_ABOVE}\n\n{(whole / 'report.md').read_text()}"
