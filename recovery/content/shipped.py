"""The document that comes with the app: nine paragraphs word for word, and our plain words and placements beside them.

Placements are those of CLINICAL.md 10 [D]; the moments are ours: therapy after a session, the
operation in the first days, talking with the team beside the questions. A clinic gets it unapproved.
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from recovery.domain.document_import import DocumentDraft, PassageDraft
from recovery.domain.guidance import Moment, Placement
from recovery.domain.operation import Approach, Procedure
from recovery.domain.stage import Stage


@lru_cache(maxsize=1)
def shipped_document() -> DocumentDraft:
    told = json.loads(files("recovery.content").joinpath("spinal_surgery.json").read_text(encoding="utf-8"))
    return DocumentDraft(
        key=told["key"],
        title=told["title"],
        source=told["source"],
        paragraphs=tuple(told["paragraphs"]),
        passages=tuple(_passage(each) for each in told["passages"]),
    )


def _passage(told: dict[str, Any]) -> PassageDraft:
    return PassageDraft(
        paragraph=told["paragraph"],
        first_sentence=told["first_sentence"],
        last_sentence=told["last_sentence"],
        heading=told["heading"],
        plain=told["plain"],
        placements=tuple(_placement(each) for each in told["placements"]),
        follows_slowest=told["follows_slowest"],
        moments=frozenset(Moment(each) for each in told["moments"]),
    )


def _placement(told: dict[str, Any]) -> Placement:
    return Placement(
        stage=Stage(told["stage"]),
        procedure=Procedure(told["procedure"]) if told["procedure"] else None,
        approach=Approach(told["approach"]) if told["approach"] else None,
        is_on_today=told["is_on_today"],
    )
