"""What is looked for in each text alone: negations, endings, colours, length, ease."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.advice.endings import look_for_endings
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.advice.negation import look_for_negation
from questionnaire.spec.advice.passages import Passage
from questionnaire.spec.advice.scales import look_for_colours
from questionnaire.spec.nodes import START, Scalar


@pytest.mark.parametrize(
    "label, column",
    [
        ("Ce n'est pas inutile.", 42),
        ("Vous ne pensez pas que ce n'est pas utile ?", 44),
        ("Il ne faut jamais partir sans prévenir.", 42),
        ("Rien n’est impossible.", None),
        ("Vous ne venez pas et ne téléphonez pas.", None),
        ("N'oubliez pas votre carte. Sans elle, rien ne marche pas.", None),
        ("Je ne vois que cela.", None),
        ("Vous n'êtes pas seul, ni sans soutien.", None),
    ],
)
def test_double_negative_is_told_where_it_begins(told, label, column):
    expected = [] if column is None else [(7, column, "double_negative", "a")]
    assert told(f'- {{name: a, kind: text, label: "{label}"}}') == expected


def test_double_negative_is_quoted_whole(reviewed):
    found = reviewed('- {name: a, kind: text, label: "Ce n\'est vraiment pas du tout inutile ?"}').advice
    assert [each.message for each in found if each.code == "double_negative"] == [
        "Double négation\u00a0: «\u00a0n’est vraiment pas du tout inutile\u00a0»."
    ]


def test_question_by_no_that_takes_a_yes_is_told(told):
    questions = """
        - {name: a, kind: yes_no, label: "N'avez-vous pas mal ?", hint: Ne répondez pas pour un autre.}
        - {name: b, kind: text, label: "N'avez-vous pas mal ?"}
    """
    assert told(questions) == [(7, 41, "negative_question", "a")]


@pytest.mark.parametrize(
    "text, words",
    [
        ("Les patient·e·s", ["patient·e·s"]),
        ("Un soignant.e ou un infirmier(ère)", ["soignant.e", "infirmier(ère)"]),
        ("tous les usagers.es ici", ["usagers.es"]),
        ("Écrivez à a.b@hopital.fr. Et voilà : 3.5 km (environ), etc.", []),
        ("le(s) membre(s)", []),
    ],
)
def test_packed_endings_are_told(text, words):
    gathering = Gathering("f")
    look_for_endings(Passage("a", "text", "label", Scalar(text, START)), gathering)
    assert [advice.message.split("»")[0].strip("«\u00a0") for advice in gathering.found] == words


@pytest.mark.parametrize(
    "text, told_of",
    [
        ("Remplissez les cases rouges", True),
        ("Les champs en vert sont obligatoires", True),
        ("Ce qui est écrit en rouge est obligatoire", True),
        ("Carte verte de mutuelle", False),
        ("Avez-vous vu la fleur bleue ?", False),
    ],
)
def test_text_that_points_by_a_colour_is_told(text, told_of):
    gathering = Gathering("f")
    look_for_colours(Passage("a", "note", "label", Scalar(text, START)), gathering)
    assert [advice.code for advice in gathering.found] == ["colour_in_text"] * told_of


def test_label_of_more_than_twenty_words_is_told(told):
    twenty = "un deux trois quatre cinq six sept huit neuf dix " * 2
    questions = f"""
        - {{name: a, kind: text, label: {twenty}}}
        - {{name: b, kind: text, label: {twenty}fin}}
        - {{name: c, kind: note, label: {twenty}fin}}
        - {{name: d, kind: acknowledge, label: {twenty}fin}}
        - {{name: e, kind: select_one, label: E, choices: [{{name: x, label: {twenty}fin}}]}}
        - {{name: f, kind: grid, label: Que pensez-vous, choices: [{{name: 0, label: Non}}], rows: [{{name: g, label: {twenty}fin}}]}}
    """  # noqa: E501  # a row of a grid on one line
    assert [(line, of) for line, _, code, of in told(questions) if code == "long_label"] == [
        (8, "b"), (11, "e.x"), (12, "g"),
    ]  # fmt: skip


def test_long_text_that_is_very_hard_is_told(reviewed):
    hard = "L'institutionnalisation organisationnelle des responsabilités interprofessionnelles " * 6
    review = reviewed(f"- {{name: a, kind: note, label: {hard}}}\n- {{name: b, kind: note, label: Le chat dort.}}")
    assert [(each.of, each.message) for each in review.advice if each.code == "hard_text"] == []
    review = reviewed(f"- {{name: a, kind: note, label: {hard * 2}}}")
    assert [(each.of, each.message) for each in review.advice if each.code == "hard_text"] == [
        ("a", "Texte très difficile à lire\u00a0: 0 sur 100 (Kandel et Moles), 60 mots.")
    ]


@given(st.text(alphabet="anepsio'’ .,·(){}$ \nNÉ", max_size=80))
def test_any_text_is_read_without_fault(text):
    passage, gathering = Passage("a", "yes_no", "label", Scalar(text, START)), Gathering("f")
    for look in (look_for_negation, look_for_endings, look_for_colours):
        look(passage, gathering)
    assert all(advice.line >= 1 and advice.column >= 1 for advice in gathering.found)
