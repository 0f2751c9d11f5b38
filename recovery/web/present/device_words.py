"""A device in plain words, from what its browser says of itself."""

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
    ("CrOS", "a Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "a Mac"),
    ("Linux", "Linux"),
)
"""What stands in the text, and the name people know. The first that fits: a browser also names those it is like."""

UNKNOWN = "A device we do not know"


def device_words(user_agent: str) -> str:
    """Chrome on Android; says so where the browser, the system or both are unknown."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    if browser:
        return f"{browser} on a device we do not know"
    return f"A browser we do not know on {system}" if system else UNKNOWN
