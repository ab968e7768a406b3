"""Browsers in plain words."""

import pytest

from questionnaire.web.devices import device_of

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36"
KNOWN = {
    WINDOWS: "Chrome, sur un ordinateur Windows",
    f"{WINDOWS} Edg/142.0": "Edge, sur un ordinateur Windows",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox, sur un ordinateur Linux",
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36": (
        "Samsung Internet, sur un téléphone ou une tablette Android"
    ),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/142.0 Mobile Safari/604.1": "Chrome, sur un iPhone",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15": "Safari, sur un Mac",
    "<script>": "Navigateur inconnu, sur un appareil inconnu",
    "": "Navigateur inconnu, sur un appareil inconnu",
}


@pytest.mark.parametrize("user_agent", KNOWN)
def test_browser_is_told_in_plain_words(user_agent):
    assert device_of(user_agent) == KNOWN[user_agent]
