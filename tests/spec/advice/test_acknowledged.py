QUESTIONS = """
    - {name: a, kind: text, label: Avis du COPIL}
    - {name: b, kind: text, label: Étiologie}
"""


def test_acknowledged_advice_is_set_apart_with_its_reason(reviewed):
    found = reviewed(QUESTIONS, "minutes: 1\nacknowledged: [{advice: jargon, of: b, reason: Mot de la source.}]\n")
    assert [(each.advice.code, each.advice.of, each.reason) for each in found.acknowledged] == [
        ("jargon", "b", "Mot de la source.")
    ]
    assert [each.code for each in found.advice] == ["reading_level", "time_to_fill", "unknown_acronym"]


def test_without_a_subject_all_of_a_code_is_left(told):
    assert told(QUESTIONS, "acknowledged: [{advice: unknown_acronym, reason: Connu.}]\n") == [(9, 38, "jargon", "b")]


def test_list_stands_for_its_choices(told):
    text = """form: demo
title: Démo
choices:
  instance: [{name: x, label: Le COPIL}]
sections:
  - {name: page, title: Page, questions: [{name: a, kind: select_one, label: A, choices: instance}]}
acknowledged: [{advice: unknown_acronym, of: instance, reason: Connu.}]
"""
    assert told(text) == []


def test_acknowledgement_of_nothing_is_told(told):
    assert told("- {name: a, kind: text, label: A}", "acknowledged: [{advice: jargon, of: a, reason: X.}]\n") == [
        (3, 16, "unused_acknowledgement", "demo")
    ]
