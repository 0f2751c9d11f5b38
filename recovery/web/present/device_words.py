"""A device in plain words, from what its browser says of itself."""

from recovery.content.wording import words

WORDS = words("account")
BROWSERS = (
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", WORDS.a_chromebook),
    ("Windows", "Windows"),
    ("Macintosh", WORDS.a_mac),
    ("Linux", "Linux"),
)
"""What stands in the text, and the name people know. The first that fits: a browser also names those it is like."""


def device_words(user_agent: str) -> str:
    """Chrome on Android; says so where the browser, the system or both are unknown."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser and system:
        return WORDS.browser_on_system.format(browser=browser, system=system)
    if browser:
        return WORDS.browser_on_unknown.format(browser=browser)
    return WORDS.unknown_browser_on.format(system=system) if system else WORDS.unknown_device
