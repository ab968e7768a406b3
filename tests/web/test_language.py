"""Sentences of templates, as Jinja's own translation writes them."""

import pytest

from questionnaire import create_app
from questionnaire.config import Settings


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return create_app(Settings.read({"DEMO": "1", "DATA_DIR": str(tmp_path_factory.mktemp("web"))}))


@pytest.mark.parametrize(
    "source, values, said",
    [
        ("Aller au contenu", {}, "Aller au contenu"),
        ("100 %% sûr", {}, "100 % sûr"),
        ("%(number)s caractères", {"number": 12}, "12 caractères"),
        ("Bonjour %(name)s", {"name": "<b>"}, "Bonjour &lt;b&gt;"),
    ],
)
def test_sentence_is_written(app, source, values, said):
    with app.test_request_context("/"):
        template = app.jinja_env.from_string("{{ _(source, **values) }} {{ gettext(source, **values) }}")
        assert template.render(source=source, values=values) == f"{said} {said}"
