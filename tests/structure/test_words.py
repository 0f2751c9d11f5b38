"""The words of patients' pages stand in one file for each family, and every one of them is used."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from enforcers import ROOT, templates

FAMILIES = {path.stem: path for path in sorted((ROOT / "recovery/content/words/en").glob("*.toml"))}
PATIENTS_PARTS = (
    "check_in_questions",
    "clinic_tests",
    "day_choice",
    "entry",
    "learn_search",
    "matters",
    "moment_passage",
    "newer_older",
    "passage",
    "patient_frame",
    "signs_today",
    "usual_range",
    "team_card",
    "recording_note",
    "see_signs",
    "timer",
    "week_dots",
    "warning_action",
    "warning_list",
    "warning_rows",
)
FOR_STAFF = {
    "advice_page",
    "audit_page",
    "came_in",
    "care_page",
    "caseload_narrowed",
    "closing",
    "timed_rows",
    "thresholds_page",
    "caseload_page",
    "caseload_rows",
    "change_words",
    "clinic_stages_page",
    "by_week",
    "cohort_outcomes",
    "cohort_page",
    "cohort_words",
    "day_for_staff",
    "destinations",
    "document_page",
    "enrolment_page",
    "entry_rows",
    "happenings",
    "ident",
    "invitation_words",
    "library_page",
    "overview_page",
    "panels",
    "patient_page",
    "plain_lines",
    "plan_page",
    "progression_page",
    "ranges_drawn",
    "review_words",
    "reason_days",
    "reason_words",
    "reasons_card",
    "rhythm_for_staff",
    "sparkline",
    "recovery_facts",
    "room",
    "sheet",
    "shortened",
    "sign_lines",
    "since_review",
    "staff_page",
    "summary_chart",
    "timed_tests_page",
    "stage_for_staff",
    "timeline",
    "usual_ranges_page",
    "visit_cards",
    "worklist_words",
    "aligned",
    "day_marks",
}
"""Modules of web/present/ with words for staff; those for patients in two of them are in their files all the same."""

PATIENTS_FORMS = (
    "account",
    "check_in",
    "entry",
    "join",
    "not_well",
    "own_words",
    "passage_question",
    "recording_status",
    "sign_in",
    "therapy_session",
    "therapy_units",
)
NO_WORDS = {"Samsung Internet", "ch sp"}
"""A name, and the classes of a drawing."""

TELLS_PROGRAMMERS = {"Shape", "URLSafeSerializer", "rect", "path"}
SENTENCE = re.compile(r"[A-Za-z]{2,}[,.:]? [A-Za-z]{2,}")
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL)


def for_patients(name: str) -> bool:
    family, _slash, page = name.partition("/")
    is_part = family == "components" and page.removesuffix(".html") in PATIENTS_PARTS
    return family in {"patient", "account", "errors"} or is_part


def words_left_in(template: str) -> list[str]:
    """Text of a template that is no code; the name of a body's class is none."""
    without_class = re.sub(r"\{% block body_class %\}.*?\{% endblock %\}", "", template)
    return [left for left in CODE.sub("\n", without_class).split("\n") if re.search(r"[A-Za-z]{2,}", left)]


def test_a_word_in_a_template_is_found():
    assert words_left_in("<p>{{ w.here }} there</p>") == [" there"]
    assert not words_left_in("{% if it %}<p class='words'>{{ w.here }}: {# not this #}</p>{% endif %}")


def test_no_patients_template_holds_words_of_its_own():
    found = {name: words_left_in(text) for name, text in templates().items() if for_patients(name)}
    assert len(found) > 25
    assert not {name: left for name, left in found.items() if left}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_sentence_of_a_family_is_used_and_none_is_empty(family):
    told = tomllib.loads(FAMILIES[family].read_text(encoding="utf-8"))
    assert all(isinstance(sentence, str) and sentence.strip() for sentence in told.values())
    asked = re.compile(rf"words\(['\"]{family}['\"]\)")
    sources = [text for text in templates().values() if asked.search(text)]
    sources += [path.read_text() for path in (ROOT / "recovery").rglob("*.py") if asked.search(path.read_text())]
    used = {key for source in sources for key in re.findall(r"\b(?:w|WORDS|words\(['\"]\w+['\"]\))\.(\w+)", source)}
    assert not set(told) - used


def patients_modules() -> list[Path]:
    web = ROOT / "recovery/web"
    present = [path for path in (web / "present").rglob("*.py") if path.stem not in FOR_STAFF]
    forms = [web / "forms" / f"{name}.py" for name in PATIENTS_FORMS]
    return [*(web / "patient").glob("*.py"), *(web / "account").glob("*.py"), *present, *forms, web / "errors.py"]


def sentences_in(source: str) -> list[str]:
    """String literals that read like words for a person: no docstrings or keys, nothing raised, logged or drawn."""
    tree = ast.parse(source)
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    skipped |= {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(tree):
        name = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else name
        if isinstance(node, ast.Raise) or name in {"error", "warning", *TELLS_PROGRAMMERS}:
            skipped |= {id(part) for part in ast.walk(node)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in skipped]
    told = [node.value for node in constants if isinstance(node.value, str) and SENTENCE.search(node.value)]
    return [each for each in told if each not in NO_WORDS]


def test_a_sentence_in_code_is_found():
    assert sentences_in("told = f'You walked {count} minutes today'") == ["You walked ", " minutes today"]
    assert not sentences_in('"""A docstring is none."""\nraise ValueError("nor is this one")')


def test_no_module_of_patients_pages_holds_sentences_of_its_own():
    modules = patients_modules()
    assert len(modules) > 50
    found = {str(path.relative_to(ROOT)): sentences_in(path.read_text(encoding="utf-8")) for path in modules}
    assert not {name: told for name, told in found.items() if told}
