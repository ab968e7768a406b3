"""Parties that are an answer: who may be named, and what such a party may do."""

import pytest

from questionnaire.spec import load_text

PEOPLE = "people: {items: membre, first_name: prenom, last_name: nom}\n"
LISTS = 'choices:\n  equipe: {from: membre, label: "${prenom}"}\n  autres: {from: autre, label: "${quoi}"}\n'
PARTY = 'parties:\n  copilote: {person: "${choisie}"}\n  porteur: {role: porteur_projet}\n'
HEAD = PEOPLE + LISTS + PARTY
ASKED = """
    - name: membre
      kind: repeat
      label: M
      questions:
        - {name: prenom, kind: text, label: P}
        - {name: nom, kind: text, label: N}
        - {name: voisin, kind: select_one, label: V, choices: equipe}
    - {name: autre, kind: repeat, label: A, questions: [{name: quoi, kind: text, label: Q}]}
    - {name: choisie, kind: select_one, label: C, choices: equipe}
    - {name: ailleurs, kind: select_one, label: C, choices: autres}
    - {name: plusieurs, kind: select_multiple, label: C, choices: equipe}
    - {name: reservee, kind: select_one, label: C, choices: equipe, visible_to: [qualite]}
    - {name: declinee, kind: select_one, label: C, choices: equipe, may_decline: {name: nsp, label: Je ne sais pas}}
    - {name: ouverte, kind: select_one, label: C, choices: equipe, other: true}
"""


def test_party_is_the_answer_of_its_question(written):
    form = load_text(written(ASKED, HEAD + "circuit:\n  - {party: copilote}\n"))
    party = form.parties["copilote"]
    assert (party.person, party.roles, party.label.plain, form.signer(form.circuit[0])) == (
        "choisie",
        (),
        "La personne choisie",
        "choisie",
    )


def test_role_of_such_a_party_is_the_capacity_in_which_it_signs(written):
    form = load_text(written(ASKED, HEAD.replace('"${choisie}"', '"${choisie}", role: copilote')))
    assert (form.parties["copilote"].roles, form.parties["copilote"].label.plain) == (("copilote",), "Co-pilote")


@pytest.mark.parametrize(
    "rule, code",
    [
        ("${ailleurs}", "not_a_person"),
        ("${plusieurs}", "not_a_person"),
        ("${voisin}", "not_a_person"),
        ("${reservee}", "not_a_person"),
        ("${declinee}", "not_a_person"),
        ("${ouverte}", "not_a_person"),
        ("concat(${choisie})", "not_a_person"),
        ("${absente}", "unknown_name"),
        ("${choisie} +", "syntax"),
    ],
)
def test_what_names_no_person_is_told_at_its_place(written, faults_of, rule, code):
    assert [found for _, _, found in faults_of(written(ASKED, HEAD.replace("${choisie}", rule)))] == [code]


@pytest.mark.parametrize(
    "change, code",
    [
        (lambda head: head.replace(PEOPLE, ""), "person_without_people"),
        (lambda head: head.replace('"${choisie}"', '"${choisie}", instance: person'), "person_or_instance"),
        (lambda head: head.replace('"${choisie}"', '"${choisie}", role: [copilote, qualite]'), "several_capacities"),
        (lambda head: head.replace('{person: "${choisie}"}', "{label: Personne}"), "missing_key"),
        (lambda head: head + "instances: person\n", "person_of_a_project"),
        (lambda head: head + "stages: [{name: s, by: copilote, sections: page}]\n", "person_only_signs"),
    ],
)
def test_party_that_makes_no_sense_is_told(written, faults_of, change, code):
    assert [found for _, _, found in faults_of(written(ASKED, change(HEAD)))] == [code]


def test_party_that_only_signs_reads_no_reserved_answer(written, faults_of):
    asked = ASKED.replace("visible_to: [qualite]", "visible_to: [copilote_choisi]")
    head = HEAD.replace("  copilote:", "  copilote_choisi:")
    assert [code for _, _, code in faults_of(written(asked, head))] == ["unknown_reader"]
