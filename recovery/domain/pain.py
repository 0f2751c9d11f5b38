"""The NRS pain score: an integer 0 to 10, 0 no pain, 10 the worst imaginable.

Source of the scale: ICHOM low back pain set 2.0.3; LOINC 72514-3. Bands for words only: Boonstra 2016.
Recall of the last 24 hours, average and worst, is our own design proposal.
"""

from enum import StrEnum

from recovery.domain.bounds import Bounds

NRS = Bounds(0, 10)

ASK_BEARABLE_FROM = 4
"""Average from which "Is it bearable?" is asked [D]; most scores of 5 or more were called bearable (Thiel 2020)."""


class PainBand(StrEnum):
    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


def band(score: float) -> PainBand:
    """Words for a score; other cut points are published, so never a decision (Boonstra 2016)."""
    if score < 1:
        return PainBand.NONE
    if score < 4:  # noqa: PLR2004 - the published cut points
        return PainBand.MILD
    return PainBand.MODERATE if score < 7 else PainBand.SEVERE  # noqa: PLR2004
