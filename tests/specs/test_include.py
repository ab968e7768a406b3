"""Questions written once and asked twice: each inclusion has its names, its words, its conditions."""

import pytest

from questionnaire.spec import load_text
from questionnaire.spec.codebook import codebook
from tests.filling.building import codes, filled, tiny

FORM = tiny("include")


def relevant(name):
    rule = FORM.questions[name].relevant
    return rule.source if rule else None


def test_block_is_asked_under_its_own_names_and_under_those_of_its_prefix():
    assert [entry.path for entry in codebook(FORM)] == [
        "a_un_referent",
        "nom", "canal", "courriel", "proche", "proche.prenom", "prevenir", "prevenir_autre",
        "ref_nom", "ref_canal", "ref_courriel", "ref_proche", "ref_proche.ref_prenom", "ref_prevenir",
        "ref_prevenir_autre",
    ]  # fmt: skip


def test_rules_of_each_inclusion_read_its_own_answers():
    done = filled(FORM, {"a_un_referent": "oui", "canal": "telephone", "nom": "Ana", "ref_canal": "mail"})
    assert (done.is_relevant("courriel"), done.is_relevant("ref_canal"), done.is_relevant("ref_courriel")) == (
        False, True, False,
    )  # fmt: skip
    assert done.wording.say(FORM.questions["canal"].label) == "Comment joindre Ana\u00a0?"
    assert done.wording.say(FORM.questions["ref_canal"].label) == "Comment joindre \u00a0?"


def test_lists_and_filters_of_each_inclusion_look_in_its_own_items():
    people = [{"_key": "a", "ref_prenom": "Ana"}, {"_key": "b", "ref_prenom": "Ben"}]
    done = filled(FORM, {"a_un_referent": "oui", "ref_nom": "Ana", "ref_proche": people})
    assert [choice.name for choice in done.offered["ref_prevenir"]] == ["b", "autre"]
    assert [choice.name for choice in done.offered["prevenir"]] == ["autre"]


def test_condition_of_the_inclusion_goes_with_those_of_the_block():
    assert relevant("ref_nom") == "${a_un_referent} = 'oui'"
    assert relevant("ref_courriel") == "(${a_un_referent} = 'oui') and (${ref_nom} != '')"
    assert codes(filled(FORM, {"nom": "Ana"})) == []


def test_form_says_otherwise_what_it_must():
    nom = FORM.questions["ref_nom"]
    assert (nom.label.plain, nom.required, nom.easy) == ("Nom du référent", False, None)
    assert (FORM.questions["nom"].label.plain, FORM.questions["nom"].required) == ("Nom", True)


def test_text_of_the_form_is_enough_to_read_it_back():
    again = load_text(FORM.yaml, "specs/include")
    assert (again.digest, list(again.questions)) == (FORM.digest, list(FORM.questions))
    assert codebook(again) == codebook(FORM)


@pytest.mark.parametrize("name", ["ref_nom", "ref_prevenir"])
def test_nothing_is_asked_of_an_inclusion_whose_condition_does_not_hold(name):
    assert not filled(FORM, {"a_un_referent": "non"}).is_relevant(name)
