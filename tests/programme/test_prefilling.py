"""What a new document takes from the one before it, and from what is known of its person."""

from datetime import UTC, datetime
from itertools import count

import pytest

from questionnaire.filling import Context, fill, from_sheet
from questionnaire.programme import Known, Prefilled, Source, prefill, who
from questionnaire.spec import load_text

ORIGIN = "«\u00a0Premier\u00a0», P-1, du 12/11/2026"
BEFORE = load_text(
    """
form: premier
title: Premier
people: {items: membre, first_name: prenom, last_name: nom, email: courriel, role: place}
sections:
  - name: page
    title: Page
    questions:
      - {name: titre, kind: text, label: Titre}
      - name: domaines
        kind: select_multiple
        label: Domaines
        choices: [{name: soins, label: Soins}, {name: autre, label: Autre chose}]
      - {name: debut, kind: date, label: Début}
      - {name: complet, kind: hidden, label: C, calculation: "concat(${titre}, ' !')"}
      - name: membre
        kind: repeat
        label: Membre
        questions:
          - {name: prenom, kind: text, label: Prénom}
          - {name: nom, kind: text, label: Nom}
          - {name: courriel, kind: email, label: Courriel}
          - {name: place, kind: select_one, label: Rôle, choices: [{name: a, label: A}, {name: b, label: B}]}
      - name: intervention
        kind: repeat
        label: Intervention
        questions:
          - {name: intitule, kind: text, label: Intitulé}
          - {name: acteurs, kind: text, label: Acteurs}
""",
    "premier/1",
)
SHEET = {
    "titre": "Le retour",
    "domaines": ["soins", "autre"],
    "debut": "2027-01-05",
    "membre": [
        {"_key": "k1", "prenom": "Odette", "nom": "Vasseur", "courriel": "odette@demo.example", "place": "a"},
        {"_key": "k2", "prenom": "Paul", "nom": "Arnoux", "place": "b"},
        {"_key": "k3", "prenom": "Paul", "nom": "Arnoux", "courriel": "paul2@demo.example"},
    ],
    "intervention": [
        {"_key": "i1", "intitule": "Relire", "acteurs": "k1"},
        {"_key": "i2", "intitule": "Animer", "acteurs": "k2"},
    ],
}
FILLED = fill(BEFORE, from_sheet(BEFORE, SHEET)[0], Context(datetime(2026, 11, 12, tzinfo=UTC), UTC))
ODETTE = Known("Odette", "Vasseur", "Odette@demo.example", {("person", "first_name"): "Odette"})


def after(*questions):
    lines = "".join(f"      - {line}\n" for line in questions)
    return load_text(f"form: second\ntitle: S\nsections:\n  - name: page\n    title: P\n    questions:\n{lines}", "s/1")


def given(*questions, known=ODETTE):
    keys = count(1)
    source = Source(FILLED, ORIGIN, who(FILLED, known), {"_reference": "P-1"})
    return prefill(after(*questions), {"premier": source}, known, lambda: f"n{next(keys)}")


def values(*questions, known=ODETTE):
    return {each.path: each.value for each in given(*questions, known=known)}


def test_answer_of_the_same_kind_comes_as_it_is_with_its_origin():
    assert given("{name: t, kind: text, label: T, prefill: premier.titre}") == (
        Prefilled("t", "Le retour", ORIGIN, document=True),
    )


@pytest.mark.parametrize(
    "question, value",
    [
        ("{name: d, kind: date, label: D, prefill: premier.debut}", "2027-01-05"),
        ("{name: d, kind: text, label: D, prefill: premier.debut}", "05/01/2027"),
        ("{name: d, kind: text, label: D, prefill: premier.domaines}", "Soins, Autre chose"),
        ("{name: d, kind: text, label: D, prefill: premier.complet}", "Le retour !"),
        ("{name: d, kind: text, label: D, prefill: premier._reference}", "P-1"),
        ("{name: d, kind: text, label: D, prefill: [premier.rien, premier.titre]}", "Le retour"),
    ],
)
def test_answer_comes_in_the_words_of_a_text(question, value):
    assert values(question) == {"d": value}


def test_options_that_the_new_list_lacks_leave_it_empty():
    listed = "choices: [{name: soins, label: Soins}]"
    assert values(f"{{name: d, kind: select_multiple, label: D, {listed}, prefill: premier.domaines}}") == {}


def test_answer_of_one_s_own_item_is_taken():
    place = "choices: [{name: a, label: A}, {name: b, label: B}]"
    assert values(f"{{name: r, kind: select_one, label: R, {place}, prefill: premier.place}}") == {"r": "a"}


def test_fact_about_the_person_is_no_document():
    assert given("{name: p, kind: text, label: P, prefill: person.first_name}") == (
        Prefilled("p", "Odette", "votre compte", document=False),
    )


def test_only_items_that_name_the_person_are_taken():
    own = (
        "{name: r, kind: repeat, label: R, prefill: premier.intervention, prefill_person: acteurs, "
        "questions: [{name: i, kind: text, label: I, prefill: premier.intitule}]}"
    )
    assert values(own) == {"r[n1]": 1, "r[n1].i": "Relire"}


def test_all_items_are_taken_without_a_person():
    everything = (
        "{name: r, kind: repeat, label: R, prefill: premier.intervention, "
        "questions: [{name: i, kind: text, label: I, prefill: premier.intitule}]}"
    )
    assert values(everything) == {"r[n1]": 1, "r[n1].i": "Relire", "r[n2]": 2, "r[n2].i": "Animer"}


def test_without_the_document_before_nothing_is_given():
    form = after("{name: t, kind: text, label: T, prefill: premier.titre}")
    assert prefill(form, {}, ODETTE, str) == ()


def test_person_is_known_by_address_then_by_name_where_only_one_has_it():
    assert who(FILLED, ODETTE) == "k1"
    assert who(FILLED, Known("odette", "VASSEUR", "", {})) == "k1"
    assert who(FILLED, Known("Paul", "Arnoux", "", {})) is None
    assert who(FILLED, Known("Paul", "Arnoux", "paul2@demo.example", {})) == "k3"
    assert who(FILLED, Known("Zoé", "Nil", "", {})) is None
