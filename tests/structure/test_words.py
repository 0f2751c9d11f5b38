"""The words of patients' pages stand in one file for each family, and every one of them is used."""

import re
import tomllib

import pytest
from enforcers import ROOT, templates

FAMILIES = {path.stem: path for path in sorted((ROOT / "recovery/content/words/en").glob("*.toml"))}
PATIENTS_PARTS = (
    "check_in_questions",
    "day_choice",
    "entry",
    "learn_search",
    "newer_older",
    "passage",
    "patient_frame",
    "warning_action",
    "warning_list",
    "warning_rows",
)
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
