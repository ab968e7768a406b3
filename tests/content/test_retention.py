"""The table of retention: the page is what the code and the settings say."""

from pathlib import Path

import pytest

from questionnaire.cli.retention import retentions_of
from questionnaire.config import Settings
from questionnaire.content.retention import of_form, retention_page, time_in_words
from questionnaire.spec import load_text

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
    "active, told",
    [
        ("end + P1Y", "1\u00a0an après la fin du projet ou du document, puis 18\u00a0mois"),
        ("freeze + P2Y6M", "2\u00a0ans 6\u00a0mois après sa finalisation"),
        ("${fin} + P90D", "90\u00a0jours après la date «\u00a0Fin\u00a0»"),
    ],
)
def test_retention_of_a_form_is_told_with_its_reason(active, told):
    form = load_text(
        "form: f\ntitle: F\nsections: [{name: s, title: S, questions: [{name: fin, kind: date, label: Fin}]}]\n"
        f'retention: {{active: "{active}", archive: P18M, then: transfer, reason: Loi.}}\n'
    )
    row = of_form(form)
    assert row is not None
    assert (told in row.how_long, row.how_long.endswith("versement proposé à l’archiviste. Loi.")) == (True, True)


@pytest.mark.parametrize(
    "minutes, words",
    [(15, "15\u00a0minutes"), (60, "1\u00a0heure"), (90, "1\u00a0heure 30\u00a0minutes"), (20160, "14\u00a0jours")],
)
def test_time_is_told_in_words(minutes, words):
    assert time_in_words(minutes) == words
