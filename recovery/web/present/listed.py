"""Several names in a sentence."""

from collections.abc import Sequence

from recovery.content.wording import words


def listed(names: Sequence[str]) -> str:
    """A; A and B; A, B and C. Raises IndexError without a name."""
    if len(names) == 1:
        return names[0]
    return words("common").some_and_last.format(some=", ".join(names[:-1]), last=names[-1])
