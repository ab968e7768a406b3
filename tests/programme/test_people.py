"""Which person of a team an item of a form is."""

import pytest

from questionnaire.programme.people import Teammate, which
from tests.filling.building import filled, tiny

TEAM = (
    Teammate("1", "Ana", "Bellec", "ana@demo.example"),
    Teammate("2", "Luc", "Marin", "Luc.Marin@demo.example"),
    Teammate("3", "Luc", "Marin", ""),
    Teammate("4", "Éva", "Du Pont", ""),
)


@pytest.mark.parametrize(
    "item, person",
    [
        ({"prenom": "Nom changé", "courriel": "luc.marin@DEMO.example"}, "2"),
        ({"prenom": "Ana", "nom": "Bellec", "courriel": "ana@ailleurs.example"}, "1"),
        ({"prenom": "éva", "nom": "du  pont"}, "4"),
        ({"prenom": "Luc", "nom": "Marin"}, None),
        ({"prenom": "Zoé", "nom": "Roux", "courriel": "zoe@demo.example"}, None),
        ({}, None),
    ],
)
def test_item_is_known_by_its_address_then_by_a_name_that_one_person_bears(item, person):
    form = filled(tiny("person"), {"membre": [{"_key": "m1", **item}]})
    found = which(form, "m1", TEAM)
    assert (found and found.id) == person


def test_form_without_people_names_nobody():
    assert which(filled(tiny("circuit"), {}), "m1", TEAM) is None
