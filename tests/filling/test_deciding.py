"""The answers because of which a question, a repeat or a section is asked."""

import pytest

from questionnaire.filling.veil import Veil
from questionnaire.filling.veiling import veiled
from tests.filling.building import a_form, filled

FORM = a_form(
    """
    - {name: mineurs, kind: yes_no, label: Mineurs}
    - {name: lieu, kind: text, label: Lieu}
    - {name: cache, kind: hidden, label: Caché, calculation: "${mineurs} = 'oui' and ${lieu} != ''"}
    - {name: total, kind: calculate, label: Total, calculation: "string-length(${lieu})"}
    - {name: accord, kind: text, label: Accord, relevant: "${mineurs} = 'oui' or ${lieu} = 'ici'"}
    - {name: suite, kind: text, label: Suite, relevant: "${cache} = true()"}
    - {name: long, kind: text, label: Long, relevant: "${total} > 2"}
    - {name: tard, kind: text, label: Tard, relevant: "${accord} = '' and today() > '2020-01-01'"}
    - name: visite
      kind: repeat
      label: Visites
      relevant: ${mineurs} = 'oui'
      questions:
        - {name: faite, kind: yes_no, label: Faite}
        - {name: avis, kind: text, label: Avis, relevant: "${faite} = 'oui'"}
        - {name: autour, kind: text, label: Autour, relevant: ../../lieu != ''}
    - {name: bilan, kind: text, label: Bilan, relevant: "count(${visite}) > 1"}
    - {name: bien, kind: text, label: Bien, relevant: "selected(join(' ', ${faite}), 'oui')"}
    """,
    sections="""
    - name: fin
      title: Fin
      relevant: ${mineurs} = 'oui'
      questions:
        - {name: mot, kind: text, label: Mot}
    """,
)
SHEET = {"mineurs": "oui", "lieu": "Paris", "visite": [{"faite": "oui"}, {"faite": "non"}]}


@pytest.mark.parametrize(
    "path, paths",
    [
        ("mineurs", ()),
        ("accord", ("mineurs",)),
        ("suite", ("mineurs", "lieu")),
        ("long", ("total",)),
        ("tard", ("accord",)),
        ("visite", ("mineurs",)),
        ("visite[k1].avis", ("visite[k1].faite",)),
        ("visite[k2].autour", ("lieu",)),
        ("bilan", ("visite",)),
        ("bien", ("visite[k1].faite", "visite[k2].faite")),
        ("mot", ()),
        ("fin", ("mineurs",)),
    ],
)
def test_answers_that_decided(path, paths):
    assert filled(FORM, SHEET).deciding(path) == paths


def test_answer_that_is_not_asked_decided_nothing():
    assert filled(FORM, {"lieu": "ici"}).deciding("tard") == ("accord",)
    assert filled(FORM, {}).deciding("tard") == ()


def test_reader_is_not_told_of_an_answer_that_they_do_not_see():
    assert veiled(filled(FORM, SHEET), Veil(frozenset({"mineurs"}))).deciding("accord") == ()
