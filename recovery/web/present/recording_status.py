"""Whether a patient is recording, in hospital, or not recording for now, in their own words."""

from recovery.content.wording import words
from recovery.domain.episode import Episode, EpisodeStatus

WORDS = words("recording_status")
OWN_WORDS = {
    EpisodeStatus.ACTIVE: WORDS.i_am_recording,
    EpisodeStatus.IN_HOSPITAL: WORDS.i_am_in_hospital,
    EpisodeStatus.PAUSED: WORDS.i_am_not_recording,
}
MEANINGS = {
    EpisodeStatus.ACTIVE: WORDS.means_recording,
    EpisodeStatus.IN_HOSPITAL: WORDS.means_in_hospital,
    EpisodeStatus.PAUSED: WORDS.means_not_recording,
}
SAVED = {
    EpisodeStatus.ACTIVE: WORDS.saved_recording,
    EpisodeStatus.IN_HOSPITAL: WORDS.saved_in_hospital,
    EpisodeStatus.PAUSED: WORDS.saved_not_recording,
}
ON_TODAY = {EpisodeStatus.IN_HOSPITAL: WORDS.today_in_hospital, EpisodeStatus.PAUSED: WORDS.today_not_recording}
SO_ALREADY, CHANGED_MEANWHILE = WORDS.so_already, WORDS.changed_meanwhile
EACH_MEANS = tuple((OWN_WORDS[status], meaning) for status, meaning in MEANINGS.items())


def standing_words(episode: Episode) -> str:
    """For Today while the episode is not active; "" while it is."""
    return ON_TODAY.get(episode.status, "")


def now_words(episode: Episode) -> str:
    """Now it says: I am in hospital."""
    return WORDS.it_says_now.format(status=OWN_WORDS[episode.status])
