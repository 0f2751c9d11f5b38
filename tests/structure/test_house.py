"""The house as ARCHITECTURE lays it: layers, clock, commits, names, templates, sizes."""

import shutil
import subprocess
import sys
from pathlib import Path

import enforcers
import pytest
from enforcers import ROOT
from visitor import Visitor

from recovery.web.guards import LIBRARY_FILES

LAYOUT = {
    "recovery",
    "templates",
    "static",
    "migrations",
    "tests",
    "config.py",
    "pyproject.toml",
    "README.md",
    "docs",
    "requirements.txt",
    "LICENSE",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_imports_run_downwards_only():
    answer = lint_imports(ROOT)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/pain.py", "import flask"),
        ("domain/pain.py", "from recovery.records import people"),
        ("records/people.py", "from recovery.actions import sign_in"),
        ("actions/sign_in.py", "from recovery.web import shell"),
        ("web/patient/learn.py", "from recovery.web.clinic import caseload"),
    ],
)
def test_an_import_that_runs_upwards_or_sideways_breaks_a_contract(tmp_path, module, line):
    shutil.copytree(ROOT / "recovery", tmp_path / "recovery", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "config.py", tmp_path)
    path = tmp_path / "recovery" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    answer = lint_imports(tmp_path)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "BROKEN" in answer.stdout


def test_the_domain_reads_no_clock():
    found = {str(path): enforcers.clock_calls(path.read_text()) for path in enforcers.python_files("recovery/domain")}
    assert not {path: calls for path, calls in found.items() if calls}


def test_commits_stand_inside_actions_only():
    found = {
        str(path.relative_to(ROOT)): enforcers.commits(path.read_text()) for path in enforcers.python_files("recovery")
    }
    assert {path for path, calls in found.items() if calls} <= {"recovery/actions/transaction.py"}


def test_every_route_declares_its_guard(app):
    assert not enforcers.unguarded_routes(app, LIBRARY_FILES)


def test_routes_are_kebab_case_with_typed_parameters(app):
    assert not enforcers.badly_named_routes(app, LIBRARY_FILES)


def test_a_route_without_a_guard_answers_nobody(app_of_its_own):
    app_of_its_own.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    answer = Visitor(app_of_its_own).get("/forgotten")
    assert answer.status == 403
    assert "secret" not in answer.text


def test_every_macro_is_used():
    assert not enforcers.unused_macros(enforcers.templates())


def test_no_template_holds_inline_code_or_another_host():
    found = {
        name: enforcers.inline_code(text) + enforcers.other_hosts(text) for name, text in enforcers.templates().items()
    }
    assert not {name: code for name, code in found.items() if code}


def test_no_stylesheet_or_script_fetches_from_another_host():
    files = [*(ROOT / "static").rglob("*.css"), *(ROOT / "static").rglob("*.js")]
    assert not {
        path.name: enforcers.other_hosts(path.read_text()) for path in files if enforcers.other_hosts(path.read_text())
    }


def test_no_file_is_too_long():
    suffixes = {".py", ".html", ".js", ".css"}
    folders = [ROOT / name for name in ("recovery", "templates", "static", "tests")]
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in suffixes)
    assert not enforcers.too_long(files)


def test_the_top_level_holds_what_the_layout_names_and_nothing_else():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    tops = {line.split("/")[0] for line in listed if line}
    assert {top for top in tops if not top.startswith(".")} <= LAYOUT


def test_pages_never_say_detect_diagnose_monitor_or_alarm():
    sources = enforcers.templates()
    present = {str(path): path.read_text() for path in enforcers.python_files("recovery/web/present")}
    found = {name: enforcers.forbidden_words(text) for name, text in (sources | present).items()}
    assert not {name: words for name, words in found.items() if words}
