"""The table of retention: the page is what the code and the settings say."""

from pathlib import Path

import pytest

from questionnaire.cli.retention import retentions_of
from questionnaire.config import Settings
from questionnaire.content.retention import retention_page, time_in_words

PAGE = Path(__file__).parents[2] / "docs" / "rgpd" / "durees.md"


def settings(tmp_path, **more):
    return Settings.read({"DEMO": "1", "DATA_DIR": str(tmp_path), **more})


def test_the_page_is_that_of_an_installation_as_it_comes(tmp_path):
    assert PAGE.read_text() == retention_page(retentions_of(settings(tmp_path)))


def test_settings_change_what_is_told(tmp_path):
    page = retention_page(
        retentions_of(settings(tmp_path, DRAFT_MONTHS="6", DRAFT_NOTICE_MONTHS="5", IDLE_MINUTES="30"))
    )
    assert ("6\u00a0mois, annoncés à 5" in page, "30\u00a0minutes, 15\u00a0minutes" in page) == (True, True)


@pytest.mark.parametrize(
    "minutes, words",
    [(15, "15\u00a0minutes"), (60, "1\u00a0heure"), (90, "1\u00a0heure 30\u00a0minutes"), (20160, "14\u00a0jours")],
)
def test_time_is_told_in_words(minutes, words):
    assert time_in_words(minutes) == words
