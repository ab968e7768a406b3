"""Texts as one reader sees them."""

from dataclasses import replace

import pytest

from tests.filling.building import CONTEXT, FICHE, a_form, filled, tiny

FORM = a_form("""
    - {name: chef, kind: text, label: "Qui mène le projet ?"}
    - {name: lieux, kind: select_multiple, label: "Où, ${chef} ?", choices: [{name: a, label: "À l'hôpital"}, {name: b, label: "Chez {le_pp}"}]}
    - {name: jour, kind: date, label: "Jour à {etablissement}"}
    - {name: texte, kind: text, appearance: multiline, label: T}
    - {name: phrase, kind: note, label: "${chef}, le ${jour} : ${lieux}. ${texte}"}
    - name: membre
      kind: repeat
      label: Membre
      item_label: ${prenom} ${nom}
      questions:
        - {name: prenom, kind: text, label: Prénom}
        - {name: nom, kind: text, label: "Nom de ${prenom}"}
    - {name: tous, kind: note, label: "Avec ${prenom}"}
""")  # noqa: E501  # one question a line reads best
TEAM = {"membre": [{"prenom": "Ana", "nom": "Bellec"}, {"prenom": "Bo"}, {}]}


def said(sheet, name, group=None, key=None, **settings):
    form = filled(FORM, sheet, replace(CONTEXT, settings=settings))
    return form.wording.say(FORM.questions[name].label, group, key)


def test_answers_are_quoted_as_people_read_them():
    sheet = {"chef": "Ana", "jour": "2026-03-04", "lieux": ["b", "a"], "texte": "un\ndeux"}
    assert said(sheet, "phrase") == "Ana, le 04/03/2026\u00a0: À l’hôpital, Chez le patient partenaire. un, deux"


def test_blank_answer_leaves_nothing_in_the_text():
    assert said({}, "lieux") == "Où, \u00a0?"


def test_marks_in_an_answer_are_plain_text():
    assert said({"chef": "{le_pp} ${jour}"}, "lieux") == "Où, {le_pp} ${jour}\u00a0?"


def test_hidden_answer_is_not_quoted():
    form = a_form("""
        - {name: a, kind: yes_no, label: A}
        - {name: b, kind: text, label: B, relevant: "${a} = 'oui'"}
        - {name: n, kind: note, label: "Alors ${b}"}
    """)
    done = filled(form, {"a": "non", "b": "caché"})
    assert done.wording.say(form.questions["n"].label) == "Alors"


def test_unreadable_answer_is_not_quoted():
    assert said({"jour": "demain"}, "phrase") == ", le \u00a0: ."


@pytest.mark.parametrize(
    "sector,phrase",
    [
        ("sanitaire", "Chez le patient partenaire"),
        ("medico_social", "Chez la personne accompagnée partenaire"),
        ("social", "Chez la personne accompagnée partenaire"),
        ("", "Chez le patient partenaire"),
    ],
)
def test_terms_follow_the_sector(sector, phrase):
    form = filled(FORM, {"lieux": ["b"]}, replace(CONTEXT, settings={"secteur": sector}))
    assert form.wording.shown("lieux") == (phrase,)


def test_terms_of_the_fiche_in_both_columns():
    label = FICHE.questions["recherche_pp"].label
    texts = [
        filled(FICHE, {}, replace(CONTEXT, settings={"secteur": sector})).wording.say(label)
        for sector in ("sanitaire", "medico_social")
    ]
    assert texts == [
        "Cherchez-vous un ou plusieurs patients partenaires\u00a0?",
        "Cherchez-vous un ou plusieurs personnes accompagnées partenaires\u00a0?",
    ]


def test_setting_of_the_establishment():
    assert (said({}, "jour", etablissement="Lens"), said({}, "jour")) == ("Jour à Lens", "Jour à [etablissement]")


def test_text_in_an_item_quotes_that_item():
    assert [said(TEAM, "nom", "membre", key) for key in ("k1", "k2")] == ["Nom d’Ana", "Nom de Bo"]


def test_text_outside_of_the_items_quotes_them_all():
    assert said(TEAM, "tous") == "Avec Ana, Bo"


def test_items_are_called_by_their_answers_else_by_their_rank():
    wording = filled(FORM, TEAM).wording
    titles = [wording.item_title("membre", f"k{rank}", rank) for rank in (1, 2, 3)]
    assert titles == ["Ana Bellec", "Bo", "Membre 3"]


def test_item_of_a_repeat_without_title_has_its_rank():
    form = a_form("- {name: r, kind: repeat, label: Objectif, questions: [{name: x, kind: text, label: X}]}")
    done = filled(form, {"r": [{"x": "a"}]})
    assert done.wording.item_title("r", "k1", 1) == "Objectif 1"


@pytest.mark.parametrize("name,label", [("a", "À l’hôpital"), ("disparu", "disparu")])
def test_option_has_its_label_else_its_name(name, label):
    assert filled(FORM, {}).wording.option(FORM.questions["lieux"], name) == label


@pytest.mark.parametrize("path,lines", [("age", ("1\u00a0234\u00a0ans",)), ("inconnu", ())])
def test_value_is_shown_with_its_unit(path, lines):
    form = filled(tiny("integer"), {"age": 1234 if path == "age" else None})
    assert form.wording.shown("age") == lines


def test_no_text_says_nothing():
    assert filled(FORM, {}).wording.say(None) == ""
