"""What the document says of each answer, in page order."""

from dataclasses import replace
from itertools import pairwise

import pytest

from questionnaire.content import Card, Clause, Heading, Paragraph, Reply, describe
from questionnaire.spec import Paper
from tests.filling.building import CONTEXT, FICHE, a_form, filled, tiny
from tests.journeys.house import example


def described(form, sheet, **settings):
    return describe(filled(form, sheet, replace(CONTEXT, settings=settings)))


def test_sections_are_headings_and_answers_are_replies():
    assert described(tiny("relevant"), {"suite": "oui", "rythme": "Chaque mois"}) == (
        Heading(2, "Page"),
        Reply("Continuer ensemble", ("Oui",)),
        Heading(2, "La suite"),
        Reply("À quel rythme", ("Chaque mois",)),
    )


def test_hidden_answers_and_sections_are_not_said():
    assert described(tiny("relevant"), {"suite": "non", "rythme": "Chaque mois"}) == (
        Heading(2, "Page"),
        Reply("Continuer ensemble", ("Non",)),
    )


def test_section_without_anything_to_say_has_no_heading():
    assert described(tiny("relevant"), {}) == ()


def test_unanswered_questions_are_left_out():
    assert described(tiny("text"), {"nom": "Ana"}) == (Heading(2, "Page"), Reply("Votre nom", ("Ana",)))


def test_unreadable_answer_is_not_said():
    assert described(tiny("integer"), {"age": "douze"}) == ()


@pytest.mark.parametrize("length,place", [(70, "beside"), (71, "below")])
def test_long_answer_stands_below_its_question(length, place):
    text = "m" * length
    assert described(tiny("text"), {"recit": text})[1] == Reply("Racontez", (text,), place)


def test_each_line_is_a_paragraph():
    assert described(tiny("text"), {"recit": "un\ndeux"})[1] == Reply("Racontez", ("un", "deux"))


def test_each_chosen_option_is_a_line():
    reply = described(tiny("select_multiple"), {"aides": ["ecriture", "lecture"]})[1]
    assert reply == Reply("Aides souhaitées", ("Lecture", "Écriture"), entries=True)


def test_one_chosen_option_is_no_list():
    assert described(tiny("select_multiple"), {"aides": ["lecture"]})[1] == Reply("Aides souhaitées", ("Lecture",))


def test_items_are_titled_cards_under_the_name_of_the_repeat():
    sheet = {"achat": [{"objet": "Lit", "prix": "1234,5"}, {}]}
    assert described(tiny("repeat"), sheet) == (
        Heading(2, "Page"),
        Heading(3, "Achat"),
        Card("Lit", (Reply("Prix", ("1\u00a0234,5",)),)),
        Card("Achat 2", ()),
        Reply("Nombre", ("2",)),
        Reply("Total", ("1\u00a0234,5",)),
    )


def test_first_answer_of_an_item_is_not_said_twice_unless_it_is_all():
    sheet = {"achat": [{"objet": "Lit"}]}
    assert described(tiny("repeat"), sheet)[2] == Card("Lit", (Reply("Objet", ("Lit",)),))


def test_signpost_is_for_those_who_fill():
    form = a_form("""
        - {name: plus, kind: note, appearance: signpost, label: Pour aller plus loin}
        - {name: suite, kind: text, label: Suite}
    """)
    assert described(form, {"suite": "b"})[1:] == (Reply("Suite", ("b",)),)


def test_repeat_without_items_is_not_said():
    assert described(tiny("repeat"), {}) == (Heading(2, "Page"), Reply("Nombre", ("0",)), Reply("Total", ("0",)))


@pytest.mark.parametrize(
    "sector,phrase", [("sanitaire", "au patient partenaire"), ("social", "à la personne accompagnée partenaire")]
)
def test_notes_are_paragraphs_in_the_words_of_the_house(sector, phrase):
    note = Paragraph(f"Merci {phrase}\u00a0: votre avis compte.", "note")
    assert described(tiny("note"), {}, secteur=sector) == (Heading(2, "Page"), note)


def test_what_is_only_computed_is_not_said():
    sheet = {"prenom": "Ana"}
    assert described(tiny("hidden"), sheet) == (Heading(2, "Page"), Reply("Prénom", ("Ana",)))


def test_hidden_appearance_is_not_said():
    form = a_form("- {name: x, kind: calculate, appearance: hidden, label: X, calculation: '1 + 1'}")
    assert described(form, {}) == ()


PAGE_WITH_MORE = """
    - {name: debut, kind: text, label: Début}
    - {name: plus, kind: note, label: Pour aller plus loin}
    - {name: suite, kind: text, label: Suite}
    - {name: r, kind: repeat, label: R, questions: [{name: nom, kind: text, label: Nom}]}
"""


@pytest.mark.parametrize(
    "sheet,notes",
    [
        ({"debut": "a"}, 0),
        ({"debut": "a", "suite": "b"}, 1),
        ({"debut": "a", "r": [{"nom": "c"}]}, 1),
        ({"suite": "b"}, 1),
        ({}, 1),
    ],
)
def test_note_that_announces_only_unanswered_questions_is_not_said(sheet, notes):
    blocks = described(a_form(PAGE_WITH_MORE), sheet)
    assert [type(block) for block in blocks].count(Paragraph) == notes


def test_note_at_the_end_of_a_page_is_said():
    form = a_form("""
        - {name: debut, kind: text, label: Début}
        - {name: fin, kind: note, label: Merci}
    """)
    assert described(form, {"debut": "a"})[-1] == Paragraph("Merci", "note")


def test_ticked_box_is_a_clause():
    assert described(tiny("acknowledge"), {"accord": True}) == (
        Heading(2, "Page"),
        Clause("", "J’ai lu ce document."),
    )


def test_label_of_a_box_with_its_own_words_is_the_text_of_the_clause():
    form = a_form("- {name: b1, kind: acknowledge, label: B1. Écouter., tick: Je m'y engage.}")
    assert described(form, {"b1": True})[1:] == (Clause("B1. Écouter.", "Je m’y engage."),)


def test_box_left_unticked_is_not_said():
    assert described(tiny("acknowledge"), {}) == ()


def test_notes_of_a_charter_are_running_text_and_always_said():
    form = a_form(PAGE_WITH_MORE, "")
    charter = replace(form, paper=Paper(layout="charter"))
    assert Paragraph("Pour aller plus loin", "body") in described(charter, {"debut": "a"})


def test_labels_quote_answers_of_their_item():
    form = a_form("""
        - name: r
          kind: repeat
          label: R
          questions: [{name: nom, kind: text, label: Nom}, {name: age, kind: integer, label: "Âge de ${nom}"}]
    """)
    cards = [block for block in described(form, {"r": [{"nom": "Ana", "age": 3}]}) if isinstance(block, Card)]
    assert cards[0].blocks == (Reply("Nom", ("Ana",)), Reply("Âge d’Ana", ("3",)))


@pytest.mark.parametrize("name", ["complete", "minimal"])
def test_headings_of_the_fiche_never_skip_a_level(name):
    levels = [block.level for block in described(FICHE, example(name)) if isinstance(block, Heading)]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_fiche_says_its_sections_in_order():
    titles = [block.text for block in described(FICHE, example("complete")) if isinstance(block, Heading)]
    assert [title for title in titles if title in {"Identité du projet", "Objectifs", "Équipe du projet"}] == [
        "Identité du projet",
        "Objectifs",
        "Équipe du projet",
    ]
