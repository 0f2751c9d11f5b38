"""Whole days from one date to another, on SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class days_between(FunctionElement[int]):  # noqa: N801 - it reads like a function of SQL
    """days_between(first, last): negative where `last` is earlier."""

    type = Integer()
    inherit_cache = True


@compiles(days_between)
def _subtract(element: days_between, compiler: SQLCompiler, **kwargs: Any) -> str:
    first, last = element.clauses
    return f"({compiler.process(last, **kwargs)} - {compiler.process(first, **kwargs)})"


@compiles(days_between, "sqlite")
def _julian(element: days_between, compiler: SQLCompiler, **kwargs: Any) -> str:
    first, last = (compiler.process(each, **kwargs) for each in element.clauses)
    return f"CAST(julianday({last}) - julianday({first}) AS INTEGER)"
