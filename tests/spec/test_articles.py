"""A name within a French sentence."""

import pytest

from questionnaire.spec.articles import within_a_sentence


@pytest.mark.parametrize(
    "name,said",
    [
        ("Hôpital des Deux-Rives", "l’Hôpital des Deux-Rives"),
        ("AP-HP", "l’AP-HP"),
        ("Établissement des Aulnes", "l’Établissement des Aulnes"),
        ("Centre hospitalier de Valmont", "l’établissement Centre hospitalier de Valmont"),
        ("Clinique des Aulnes", "l’établissement Clinique des Aulnes"),
        ("l'Hôpital Nord", "l'Hôpital Nord"),
        ("L’Embellie", "L’Embellie"),
        ("", "l’établissement"),
    ],
)
def test_name_has_an_article_that_fits_everywhere(name, said):
    assert within_a_sentence(name) == said
