import pytest

from questionnaire.spec import Lexicon
from questionnaire.spec.lexicon import Term

LEXICON = Lexicon((Term("cdu", "Commission des usagers (CDU)", "Une instance.", "nous", ("gouvernance",)),))


def asking(*labels):
    return "\n".join(f'- {{name: q{rank}, kind: text, label: "{label}"}}' for rank, label in enumerate(labels))


def test_acronym_is_told_once_where_it_first_stands(reviewed):
    found = reviewed(asking("Avis du COPIL", "Date du COPIL et des COPILs")).advice
    assert [(each.line, each.column, each.of, each.message) for each in found if each.code == "unknown_acronym"] == [
        (
            7, 48, "q0",
            "Le sigle «\u00a0COPIL\u00a0» n’est expliqué ni dans ce formulaire ni dans le lexique (employé 3 fois).",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "labels",
    [
        ("Avis du comité de pilotage (COPIL)", "Date du COPIL"),
        ("Date du COPIL (comité de pilotage)",),
        ("Avis de la CDU",),
        ("Envoyer un SMS",),
        ("Titre II",),
        ("ATTENTION AUX CHUTES",),
    ],
)
def test_acronym_that_is_explained_is_not_told(told, labels):
    assert told(asking(*labels), "lexicon: true\n", LEXICON) == []


def test_hint_beside_a_choice_spells_its_acronym(told):
    question = """
        - name: a
          kind: select_one
          label: Instance
          choices:
            - {name: cme, label: CME, hint: Commission médicale d'établissement}
            - {name: crsa, label: CRSA, hint: Commission régionale}
    """
    assert told(question) == [(12, 33, "unknown_acronym", "a.crsa")]


def test_word_of_the_trade_is_told_with_a_plainer_one(reviewed):
    found = reviewed(asking("Étiologie de la céphalée", "Votre gouvernance"), lexicon=LEXICON).advice
    assert [(each.message, each.remedy) for each in found if each.code == "jargon"] == [
        (
            "«\u00a0étiologie\u00a0» est un mot de métier, que le lexique n’explique pas.",
            "Dites plutôt «\u00a0cause\u00a0», ou ajoutez-le à lexicon.yaml.",
        ),
        (
            "«\u00a0céphalée\u00a0» est un mot de métier, que le lexique n’explique pas.",
            "Dites plutôt «\u00a0mal de tête\u00a0», ou ajoutez-le à lexicon.yaml.",
        ),
    ]


def test_words_of_the_lexicon_are_to_be_explained(told):
    questions = asking("Votre gouvernance")
    assert told(questions, lexicon=LEXICON) == [(2, 8, "lexicon_off", "demo")]
    assert told(questions, "lexicon: true\n", LEXICON) == []
