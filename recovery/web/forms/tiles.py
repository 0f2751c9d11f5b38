"""One answer out of a few, shown as tiles: a score, or a word. Nothing is chosen beforehand; None is no answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wtforms import Field
from wtforms.widgets import TextInput

from recovery.domain.bounds import Bounds
from recovery.web.forms.whole_number import WholeNumberField


@dataclass(frozen=True, slots=True)
class Tile:
    id: str
    value: str
    words: str
    is_chosen: bool


class ScoreField(WholeNumberField):
    """A whole number from a short range, one tile each."""

    def __init__(self, label: str, bounds: Bounds, sentence: str, **kwargs: Any) -> None:
        super().__init__(label, bounds, sentence, **kwargs)

    @property
    def tiles(self) -> Iterator[Tile]:
        for score in range(self.bounds.low, self.bounds.high + 1):
            yield Tile(f"{self.id}-{score}", str(score), str(score), self.data == score)


class WordField(Field):  # type: ignore[misc]
    """One of `choices`: value sent -> (value meant, words shown). Anything else gets `sentence`."""

    widget = TextInput()

    def __init__(self, label: str, choices: Mapping[str, tuple[Any, str]], sentence: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.choices = choices
        self.sentence = sentence

    def process_formdata(self, valuelist: list[str]) -> None:
        sent = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not sent:
            return
        if sent not in self.choices:
            raise ValueError(self.sentence)
        self.data = self.choices[sent][0]

    @property
    def tiles(self) -> Iterator[Tile]:
        for place, (sent, (meant, words)) in enumerate(self.choices.items()):
            yield Tile(f"{self.id}-{place}", sent, words, self.data is not None and self.data == meant)
