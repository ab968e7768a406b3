import pytest

from questionnaire.spec.terms import resolve_term


@pytest.mark.parametrize(
    "secteur, phrase",
    [
        ("sanitaire", "du patient partenaire"),
        ("medico_social", "de la personne accompagnée partenaire"),
        ("social", "de la personne accompagnée partenaire"),
    ],
)
def test_phrase_follows_the_sector(secteur, phrase):
    assert resolve_term("du_pp", {"secteur": secteur}) == phrase


def test_sector_unknown_means_sanitaire():
    assert resolve_term("Le_pp", {}) == "Le patient partenaire"


def test_establishment_has_its_own_words():
    assert resolve_term("cdu", {"cdu": "Comité"}) == "Comité"


def test_setting_is_given_as_it_is():
    assert resolve_term("etablissement", {"etablissement": "Clinique des Aulnes"}) == "Clinique des Aulnes"


def test_setting_left_empty_is_seen():
    assert resolve_term("document_valeurs", {}) == "[document_valeurs]"
