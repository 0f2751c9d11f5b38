"""Asking about two answers that rarely go together."""

from recovery.content.wording import words
from recovery.domain.check_in import CheckIn, Oddity
from recovery.domain.operation import Region
from recovery.web.present.numbers import counted
from recovery.web.present.operation_words import pain_names

WORDS = words("check_in")


def oddity_words(oddity: Oddity, check_in: CheckIn, region: Region) -> str:
    """A question, not a reproach: press Save again and it stands as it is."""
    first, second = (name.lower() for name in pain_names(region))
    if oddity is Oddity.LONGEST_WALK_OVER_TOTAL:
        longest = _minutes(check_in.longest_walk_minutes)
        return WORDS.longest_over_all.format(longest=longest, all=check_in.walking_minutes)
    if oddity is Oddity.BACK_AVERAGE_OVER_WORST:
        told = (first, check_in.back_pain_average, check_in.back_pain_worst)
    else:
        told = (second, check_in.leg_pain_average, check_in.leg_pain_worst)
    site, average, worst = told
    return WORDS.average_over_worst.format(site=site, average=average, worst=worst)


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else counted(minutes, "minute")
