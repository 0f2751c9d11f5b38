"""What polices the house. Each function returns what it found wrong; tests/structure tries each on a bad example."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from flask import Flask

ROOT = Path(__file__).resolve().parent.parent
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter", "localtime", "gmtime"}
CLOCK_OWNERS = {"datetime", "date", "time"}
LONGEST_FILE = 250
NEVER_SAID = re.compile(r"\b(detect|diagnos|monitor|alarm)\w*", re.IGNORECASE)


def python_files(under: str) -> Iterator[Path]:
    return (path for path in sorted((ROOT / under).rglob("*.py")) if "__pycache__" not in path.parts)


def clock_calls(source: str) -> list[str]:
    """Calls such as date.today() or datetime.now(), and `from time import ...`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if name in CLOCK_OWNERS:
                found.append(f"line {node.lineno}: {name}.{node.func.attr}()")
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found.append(f"line {node.lineno}: from time import")
    return found


def commits(source: str) -> list[str]:
    """Calls of commit() on anything."""
    return [
        f"line {node.lineno}: commit()"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    ]


def unguarded_routes(app: Flask, library_files: frozenset[str]) -> list[str]:
    return [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in library_files and not hasattr(app.view_functions[rule.endpoint], "guard")
    ]


def badly_named_routes(app: Flask, library_files: frozenset[str]) -> list[str]:
    """Not kebab-case, an untyped parameter, or a slash at the end."""
    typed = re.compile(r"<(uuid|int|date):[a-z_]+>")
    kebab = re.compile(r"(/[a-z]+(-[a-z]+)*|/)*")
    return [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in library_files
        and (not kebab.fullmatch(typed.sub("x", rule.rule)) or (rule.rule != "/" and rule.rule.endswith("/")))
    ]


def unused_macros(templates: Mapping[str, str]) -> list[str]:
    """Macros that no template calls."""
    everything = "\n".join(templates.values())
    names = re.findall(r"{%-?\s*macro\s+(\w+)\(", everything)
    called = [name for name in names if len(re.findall(rf"\b{name}\(", everything)) > names.count(name)]
    return sorted(set(names) - set(called))


def inline_code(template: str) -> list[str]:
    """Style attributes and elements, inline scripts, event attributes: the content security policy forbids all."""
    patterns = (r"\sstyle\s*=", r"<style\b", r"<script(?![^>]*\bsrc=)[^>]*>", r"\son[a-z]+\s*=\s*[\"']", r"javascript:")
    return [match.group(0) for pattern in patterns for match in re.finditer(pattern, template, re.IGNORECASE)]


def other_hosts(text: str) -> list[str]:
    """Addresses a page would fetch from elsewhere."""
    return re.findall(r"(?:src|href|url\()\s*=?\s*[\"'(]?(?:https?:)?//[^\s\"')]+", text)


def too_long(files: Iterator[Path]) -> list[str]:
    lengths = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in files)
    return [f"{path.name}: {length}" for path, length in lengths if length > LONGEST_FILE]


def forbidden_words(text: str) -> list[str]:
    return [match.group(0) for match in NEVER_SAID.finditer(text)]


def templates() -> dict[str, str]:
    folder = ROOT / "templates"
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
