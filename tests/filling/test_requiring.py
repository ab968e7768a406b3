"""How much of what must be answered is."""

import pytest

from tests.filling.building import a_form, codes, filled, tiny

TINY = tiny("completeness")
TWO = [{"nom": "Ana"}, {"nom": "Bo"}]


@pytest.mark.parametrize(
    "sheet, share",
    [
        ({}, 0),
        ({"titre": "A"}, 33),
        ({"remarque": "A", "aidant": "Léa"}, 0),
        ({"titre": "A", "aide": "non"}, 66),
        ({"titre": "A", "aide": "non", "personne": TWO[:1]}, 75),
        ({"titre": "A", "aide": "non", "personne": TWO}, 100),
        ({"titre": "A", "aide": "non", "personne": [*TWO, {"age": 3}]}, 83),
        ({"titre": "A", "aide": "oui", "personne": TWO}, 83),
        ({"aide": "oui", "personne": TWO}, 80),
        ({"titre": "A", "aide": "oui", "aidant": "Léa", "personne": TWO}, 100),
    ],
)
def test_share_counts_what_is_asked_and_required(sheet, share):
    assert filled(TINY, sheet).values["taux"] == share


def test_reserved_answer_does_not_move_the_share():
    assert filled(TINY, {"interne": "A"}).values["taux"] == filled(TINY, {}).values["taux"]


@pytest.mark.parametrize("aide, shown", [("non", True), ("oui", False)])
def test_rule_may_wait_for_the_whole_form(aide, shown):
    assert filled(TINY, {"titre": "A", "aide": aide, "personne": TWO}).is_relevant("suite") is shown


def test_form_that_requires_nothing_is_complete():
    form = a_form("- {name: taux, kind: calculate, label: T, calculation: completeness()}")
    assert filled(form, {}).values["taux"] == 100


def test_declined_answer_is_given_and_one_no_longer_offered_is_not():
    form = a_form("""
        - {name: taux, kind: calculate, label: T, calculation: completeness()}
        - {name: note, kind: integer, label: N, required: true, may_decline: {name: nsp, label: Je ne sais pas}}
        - {name: a, kind: yes_no, label: A}
        - name: ville
          kind: select_one
          label: V
          required: true
          choices: [{name: lyon, label: Lyon}, {name: nice, label: Nice}]
          choice_filter: . != 'nice' or ${a} = 'oui'
    """)
    shares = [filled(form, {"note": "nsp", "ville": "nice", "a": a}).values["taux"] for a in ("oui", "non")]
    assert shares == [100, 50]


def test_items_are_not_awaited_of_a_repeat_that_is_not_asked():
    form = a_form("""
        - {name: taux, kind: calculate, label: T, calculation: completeness()}
        - {name: a, kind: yes_no, label: A, required: true}
        - name: personne
          kind: repeat
          label: P
          relevant: ${a} = 'oui'
          required: true
          questions: [{name: nom, kind: text, label: N, required: true}]
    """)
    assert [filled(form, {"a": a}).values["taux"] for a in ("oui", "non")] == [50, 100]


PAIR = tiny("person")


@pytest.mark.parametrize(
    "sheet, problems, steps, share",
    [
        ({"a_deux": "oui"}, [("choisie", "required")], ["signature_porteur", "signature_binome"], 50),
        ({"a_deux": "oui", "choisie": "m1"}, [], ["signature_porteur", "signature_binome"], 100),
        ({"a_deux": "oui", "visa": "non"}, [], ["signature_porteur"], 100),
        ({"a_deux": "non", "choisie": "m1"}, [], ["signature_porteur"], 100),
    ],
)
def test_whoever_signs_must_be_chosen_while_their_step_is_called_for(sheet, problems, steps, share):
    form = filled(PAIR, {"membre": [{"_key": "m1", "prenom": "Ana", "nom": "Bellec"}], **sheet})
    assert (codes(form), [step.name for step in form.circuit], form.values["taux"]) == (problems, steps, share)
