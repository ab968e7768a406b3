from pathlib import Path

import pytest

from questionnaire.spec import load, load_text
from questionnaire.spec.codebook import Entry, Option, codebook

FICHE = load(Path(__file__).parents[2] / "forms_spec" / "fiche_projet" / "2026-1.yaml")


@pytest.fixture
def entry_of(written):
    """The first entry of the codebook of these questions."""
    return lambda questions: codebook(load_text(written(questions)))[0]


def test_entry_says_what_was_asked_and_what_may_be_answered(entry_of):
    question = """
        - {name: a, kind: select_one, label: "Avis {du_pp} ?", required: true, choices: [{name: 01, label: L'un}]}
    """
    assert entry_of(question) == Entry(
        "a", "select_one", "Avis du patient partenaire\u00a0?", required=True, relevant=None,
        choices=(Option("01", "L’un"),),
    )  # fmt: skip


def test_conditions_are_told_in_the_words_of_the_author(entry_of):
    entry = entry_of("""
        - {name: a, kind: text, label: A, required: "${b}   = 'oui'", relevant: "not(${b} = '')"}
        - {name: b, kind: text, label: B}
    """)
    assert (entry.required, entry.relevant) == ("${b}   = 'oui'", "not(${b} = '')")


def test_answer_cited_by_a_label_is_not_known_yet(entry_of):
    entry = entry_of("""
        - {name: a, kind: text, label: "Rôle de ${b}"}
        - {name: b, kind: text, label: B}
    """)
    assert entry.label == "Rôle de …"


def test_answer_of_who_declines_is_told(entry_of):
    entry = entry_of("- {name: a, kind: integer, label: A, may_decline: {name: nsp, label: Sans avis}}")
    assert (entry.kind, entry.choices) == ("integer", (Option("nsp", "Sans avis"),))


def test_questions_of_a_repeat_come_after_it_under_its_path(written):
    book = codebook(
        load_text(
            written("""
                - name: membre
                  kind: repeat
                  label: Membre
                  questions:
                    - {name: m_nom, kind: text, label: Nom}
                - {name: fin, kind: note, label: Fin}
            """)
        )
    )
    assert [(entry.path, entry.kind) for entry in book] == [
        ("membre", "repeat"), ("membre.m_nom", "text"), ("fin", "note"),
    ]  # fmt: skip


def test_every_question_of_a_shipped_form_has_its_entry():
    assert [entry.path.split(".")[-1] for entry in codebook(FICHE)] == list(FICHE.questions)
