"""Each enforcer finds its bad example, and lets the good one pass."""

import enforcers
import pytest
from flask import Flask

NO_LIBRARY = frozenset({"static"})


@pytest.mark.parametrize(
    "bad",
    [
        "from datetime import date\ndate.today()",
        "import datetime\ndatetime.datetime.now()",
        "from time import time",
        "import time\ntime.time()",
    ],
)
def test_a_clock_call_is_found(bad):
    assert enforcers.clock_calls(bad)


def test_time_handed_in_is_no_clock_call():
    assert not enforcers.clock_calls("def day(now): return now.date()")


def test_a_commit_is_found():
    assert enforcers.commits("db.session.commit()")
    assert not enforcers.commits("db.session.flush()")


def _app(rule: str, *, is_guarded: bool = True) -> Flask:
    app = Flask("bad example")

    def view(**_words):
        return ""

    if is_guarded:
        view.guard = "declared"
    app.add_url_rule(rule, "view", view)
    return app


def test_a_route_without_a_guard_is_found():
    assert enforcers.unguarded_routes(_app("/x", is_guarded=False), NO_LIBRARY) == ["view"]
    assert not enforcers.unguarded_routes(_app("/x"), NO_LIBRARY)


@pytest.mark.parametrize("bad", ["/check_ins", "/checkIns", "/patients/<patient_id>", "/patients/<string:name>", "/x/"])
def test_a_badly_named_route_is_found(bad):
    assert enforcers.badly_named_routes(_app(bad), NO_LIBRARY) == [bad]


@pytest.mark.parametrize("good", ["/", "/check-ins/new", "/patients/<uuid:patient_id>/plan"])
def test_a_well_named_route_passes(good):
    assert not enforcers.badly_named_routes(_app(good), NO_LIBRARY)


def test_an_unused_macro_is_found():
    used = "{% macro kept(x) %}{% endmacro %}{% macro lost() %}{% endmacro %}"
    assert enforcers.unused_macros({"a": used, "b": "{{ kept(1) }}"}) == ["lost"]


@pytest.mark.parametrize(
    "bad",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        "<script>run()</script>",
        '<a onclick="run()">',
        '<a href="javascript:run()">',
    ],
)
def test_inline_code_is_found(bad):
    assert enforcers.inline_code(bad)


def test_a_script_file_is_no_inline_code():
    assert not enforcers.inline_code('<script type="module" src="/static/js/x.js"></script>')


@pytest.mark.parametrize("bad", ['<img src="https://elsewhere.example/x.png">', "@import url(//fonts.example/f.css)"])
def test_another_host_is_found(bad):
    assert enforcers.other_hosts(bad)


def test_a_long_file_is_found(tmp_path):
    path = tmp_path / "long.py"
    path.write_text("x = 1\n" * (enforcers.LONGEST_FILE + 1))
    assert enforcers.too_long(iter([path]))
    path.write_text("x = 1\n" * enforcers.LONGEST_FILE)
    assert not enforcers.too_long(iter([path]))


def test_a_forbidden_word_is_found():
    assert enforcers.forbidden_words("The app monitors you") == ["monitors"]
