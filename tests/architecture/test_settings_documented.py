"""The settings page of the operators' guide is the table that the code holds."""

from dataclasses import fields

from questionnaire.config import Settings
from tests.architecture.sources import CHECKOUT

PAGE = CHECKOUT / "docs" / "operators" / "settings.md"


def test_settings_page_repeats_the_code():
    expected = ["| `{variable}` | {default} | {meaning} |".format(**setting.metadata) for setting in fields(Settings)]
    written = [line for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    assert sorted(written) == sorted(expected)
