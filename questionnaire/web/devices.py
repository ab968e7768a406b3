"""What a browser says of itself, in plain words: enough for its owner to know it again, too little to follow them."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
"""The first mark that is found tells; several browsers name others after themselves."""

DEVICES = (
    ("iPhone", "un iPhone"),
    ("iPad", "un iPad"),
    ("Android", "un téléphone ou une tablette Android"),
    ("CrOS", "un Chromebook"),
    ("Windows", "un ordinateur Windows"),
    ("Mac OS", "un Mac"),
    ("Linux", "un ordinateur Linux"),
)


def device_of(user_agent: str) -> str:
    """« Firefox, sur un ordinateur Windows »: neither version nor model."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "Navigateur inconnu")
    device = next((words for mark, words in DEVICES if mark in user_agent), "un appareil inconnu")
    return f"{browser}, sur {device}"
