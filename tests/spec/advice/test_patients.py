import pytest

from questionnaire.spec import load, load_text
from questionnaire.spec.advice.patients import patient_facing

LONG = "Comment avez-vous vécu les explications de votre équipe ?"
PARTY = "parties: {p: {role: patient_partenaire}}\n"
STAGED = """form: demo
title: Démo
parties: {p: {role: patient_partenaire}, q: {role: qualite}}
stages:
  - {name: un, by: p, sections: [avis]}
  - {name: deux, by: q, sections: [suite]}
sections:
  - {name: avis, title: Avis, questions: [{name: a, kind: text, label: A}]}
  - {name: suite, title: Suite, questions: [{name: b, kind: text, label: B}]}
"""


@pytest.mark.parametrize(
    "head, sections",
    [
        ("", set()),
        (PARTY, set()),
        (PARTY + "instances: free\n", {"page"}),
        ("audience: Les familles des résidents.\n", {"page"}),
        ("audience: Le service qualité.\n", set()),
        ("privacy: anonymous\ninstances: free\narchive: none\nlife: finished\n", {"page"}),
    ],
)
def test_form_is_made_for_patients_when_it_says_so(written, head, sections):
    assert patient_facing(load_text(written("- {name: a, kind: text, label: A}", head))) == sections


def test_sections_of_their_stages_are_theirs():
    assert patient_facing(load_text(STAGED)) == {"avis"}


def test_question_of_some_words_without_easier_ones_is_told(told):
    questions = f"""
        - {{name: a, kind: text, label: "{LONG}"}}
        - {{name: b, kind: text, label: Prénom}}
        - {{name: c, kind: text, label: "{LONG}", easy: {{label: Votre avis}}}}
        - {{name: d, kind: note, label: "{LONG}"}}
        - {{name: e, kind: text, label: Suite, hint: "{LONG}"}}
        - {{name: f, kind: repeat, label: Visite, questions: [{{name: g, kind: text, label: "{LONG}"}}]}}
    """
    assert told(questions, "audience: Patients.\n") == [
        (8, 38, "missing_easy", "a"), (12, 38, "missing_easy", "e"), (13, 89, "missing_easy", "g"),
    ]  # fmt: skip


def test_shipped_barometer_is_answered_by_patients():
    form = load("forms_spec/barometre_soins/2026-1.yaml")
    assert patient_facing(form) == {section.name for section in form.sections}
