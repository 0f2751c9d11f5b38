"""What a patient agrees to when they join. A change of meaning is a new version, and everybody is asked again."""

from recovery.content.wording import words

VERSION = 1
WORDS = words("consent")
HEADING, AGREE = WORDS.heading, WORDS.agree
POINTS = tuple(WORDS.points.strip().splitlines())
