"""What a browser fetches once to show any page stays light."""

import gzip

from tests.architecture.sources import CHECKOUT

MOST = 60_000
SEARCH = 3_000
STATIC = CHECKOUT / "static"


def weight(*patterns: str) -> int:
    """The bytes of these files, each compressed."""
    files = [file for pattern in patterns for file in STATIC.glob(pattern)]
    assert files, patterns
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def test_styles_and_scripts_stay_light():
    assert weight("css/*.css", "js/*.js", "vendor/*.css", "vendor/*.js") <= MOST


def test_search_in_long_lists_costs_little():
    assert weight("js/searching.js") <= SEARCH
