from questionnaire.spec import load_text
from questionnaire.spec.differences import Change, Difference, Fate, Subject, compare, told
from questionnaire.spec.differences.telling import NOTHING, heading, line

ONE = """form: demo
title: Démo
sections:
  - name: p
    title: Page
    questions:
      - {name: a, kind: text, label: A}
      - {name: b, kind: text, label: B}
"""
TWO = ONE.replace("{name: a, kind: text, label: A}", "{name: a, kind: text, label: A, required: true}").replace(
    "{name: b, kind: text", "{name: c, kind: date"
)


def test_a_comparison_is_told_part_by_part():
    lines = told(compare(load_text(ONE, "demo/2026-1"), load_text(TWO, "demo/2026-2")))
    assert lines == (
        "demo\u00a0: de la version 2026-1 à la version 2026-2",
        "",
        "Les questions",
        "  Partie «\u00a0Page\u00a0»",
        "    ~ «\u00a0A\u00a0» (a)",
        "        obligatoire\u00a0: oui  (avant\u00a0: non)",
        "    + ajoutée\u00a0: «\u00a0B\u00a0» (c, date)",
        "    - retirée\u00a0: «\u00a0B\u00a0» (b, text)",
    )


def test_versions_that_ask_the_same_are_said_to():
    assert told(compare(load_text(ONE, "demo/1"), load_text(ONE, "demo/2")))[-1] == NOTHING


def test_moves_are_told_with_their_new_place():
    assert (
        line(Change("place", "la partie X", "la partie Y")) == "déplacée dans la partie Y  (avant\u00a0: la partie X)"
    )
    assert line(Change("order", None, "«\u00a0B\u00a0»")) == "déplacée\u00a0: après «\u00a0B\u00a0»"
    assert line(Change("choices_order", None, None, "x")) == "choix x déplacé\u00a0: en tête"


def test_options_are_told_with_their_name():
    assert line(Change("choices", "«\u00a0X\u00a0»", None, "x")) == "choix retiré\u00a0: «\u00a0X\u00a0» (x)"
    assert line(Change("label", "X", "Y", "x")) == "choix x, libellé\u00a0: Y  (avant\u00a0: X)"


def test_scores_agree_in_gender():
    assert heading(Difference(Subject.SCORE, Fate.ADDED, "s", "Soins")) == "ajouté\u00a0: «\u00a0Soins\u00a0» (s)"
    assert heading(Difference(Subject.SECTION, Fate.REMOVED, "p", "Page")) == "retirée\u00a0: «\u00a0Page\u00a0» (p)"
