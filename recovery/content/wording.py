"""The words that patients read, one file for each family of pages, ready to be translated.

`recovery/content/words/en/today.toml` holds what Today and its parts say: a key, and a sentence with {places} that are
filled in. Another language is another folder with the same files and keys, and one process speaks one language.
"""

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGE = "en"


class Words:
    """Sentences by key: `words("today").check_in`. A key that is not there is an error, never an empty place."""

    def __init__(self, family: str, told: dict[str, str]) -> None:
        self._family = family
        self._told = told

    def __getattr__(self, key: str) -> str:
        try:
            return self._told[key]
        except KeyError:
            raise AttributeError(f"{self._family}.toml has no words {key!r}") from None

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._told)


@cache
def words(family: str) -> Words:
    """Read once a process. Raises FileNotFoundError for a family that has no file."""
    text = files("recovery.content").joinpath("words", LANGUAGE, f"{family}.toml").read_text(encoding="utf-8")
    return Words(family, tomllib.loads(text))
