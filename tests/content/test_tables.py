"""Grids and tables on paper: marks under the answers, items as rows."""

from questionnaire.content import Card, Heading, Reply, Table, describe
from tests.filling.building import filled, tiny

HEADS = (
    "Diriez-vous que…",
    "0\u00a0– Pas du tout",
    "1\u00a0– Plutôt non",
    "2\u00a0– Tout à fait",
    "Je ne me prononce pas",
)


def test_rows_answered_have_a_mark_under_the_answer():
    said = describe(filled(tiny("grid"), {"ecoute": 2, "parole": "nsp"}))
    assert said == (
        Heading(2, "Page"),
        Table(HEADS, (("on vous a écouté", "", "", "2", ""), ("vous avez pu parler", "", "", "", "×"))),
        Reply("Double", ("4",)),
    )


def test_grid_without_any_answer_is_left_out():
    assert describe(filled(tiny("grid"), {})) == ()


def test_items_of_a_table_are_its_rows_without_the_columns_left_blank():
    items = [{"quoi": "Papier", "montant": 12.5}, {"quoi": "Salle", "montant": None}]
    assert describe(filled(tiny("table"), {"depense": items})) == (
        Heading(2, "Page"),
        Heading(3, "Dépense"),
        Table(("Intitulé", "Montant"), (("Papier", "12,5\u00a0€"), ("Salle", ""))),
    )


def test_items_too_long_for_a_row_are_cards():
    said = describe(filled(tiny("table"), {"depense": [{"quoi": "m" * 61}]}))
    assert [type(block) for block in said] == [Heading, Heading, Card]
