"""The NRS pain score: an integer 0 to 10, 0 no pain, 10 the worst imaginable.

Source of the scale: ICHOM low back pain set 2.0.3; LOINC 72514-3.
Recall of the last 24 hours, average and worst, is our own design proposal.
"""

from recovery.domain.bounds import Bounds

NRS = Bounds(0, 10)

ASK_BEARABLE_FROM = 4
"""Average from which "Is it bearable?" is asked [D]; most scores of 5 or more were called bearable (Thiel 2020)."""
