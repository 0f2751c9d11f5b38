"""What a caseload is narrowed to. Filters may stand in the address; a name never does."""

from enum import Enum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.web.forms.plain_text import clean
from recovery.web.present.caseload_narrowed import COMING, STATES, Filter

NAME_LENGTH = 100

Choice = TypeVar("Choice", bound=Enum)


def read_filter(values: MultiDict[str, str], name: str = "") -> Filter:
    """An unknown choice narrows nothing: the list then shows everybody, and the page says so."""
    state, coming = values.get("state", ""), values.get("coming", "")
    return Filter(
        name=clean(name)[:NAME_LENGTH],
        procedure=_choice(Procedure, values.get("procedure", "")),
        stage=_choice(Stage, values.get("stage", "")),
        state=state if state in STATES else "",
        coming=coming if coming in COMING else "",
    )


def _choice(choices: type[Choice], value: str) -> Choice | None:
    return next((each for each in choices if each.value == value), None)
