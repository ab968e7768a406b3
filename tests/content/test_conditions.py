"""Rules told in words where they are simple, and only then."""

import pytest

from questionnaire.content.conditions import ANY, said_condition
from questionnaire.expressions import parse
from questionnaire.spec.texts import Text
from tests.filling.building import a_form

FORM = a_form("""
    - name: role
      kind: select_one
      label: Votre rôle
      choices: [{name: pp, label: Patient}, {name: pro, label: Soignant}, {name: ru, label: Représentant}]
      may_decline: {name: nsp, label: Je ne sais pas}
    - {name: accord, kind: acknowledge, label: J'accepte}
    - {name: age, kind: integer, label: Âge}
    - {name: total, kind: calculate, label: Total, calculation: "'oui'"}
    - {name: cache, kind: calculate, appearance: hidden, label: Caché, calculation: "'oui'"}
""")


def say(text: Text | None) -> str:
    assert text is not None
    return text.plain or ""


def spaced(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "rule,words",
    [
        ("${role} = 'pp'", "Si vous avez répondu « Patient » à « Votre rôle »"),
        ("'pp' = ${role}", "Si vous avez répondu « Patient » à « Votre rôle »"),
        ("selected(${role}, 'ru')", "Si vous avez répondu « Représentant » à « Votre rôle »"),
        ("${role} = 'nsp'", "Si vous avez répondu « Je ne sais pas » à « Votre rôle »"),
        ("selected('pp pro', ${role})", "Si vous avez répondu « Patient » ou « Soignant » à « Votre rôle »"),
        (
            "${role} = 'pp' or ${role} = 'pro' or ${role} = 'ru'",
            "Si vous avez répondu « Patient », « Soignant » ou « Représentant » à « Votre rôle »",
        ),
        ("${role} != ''", "Si vous avez répondu à « Votre rôle »"),
        ("${role} != 'pp'", "Si vous avez répondu autre chose que « Patient » à « Votre rôle »"),
        ("${role} != '' and ${role} != 'pp'", "Si vous avez répondu autre chose que « Patient » à « Votre rôle »"),
        ("${accord} = 'OK'", "Si vous avez coché « J’accepte »"),
        ("${age} != ''", "Si vous avez répondu à « Âge »"),
    ],
)
def test_simple_rule_is_told_with_the_words_of_the_form(rule, words):
    assert spaced(said_condition(parse(rule), FORM, say)) == words


@pytest.mark.parametrize(
    "rule",
    [
        "${age} > 3",
        "${role} = ''",
        "${role} = 'inconnu'",
        "${total} = 'oui'",
        "${cache} = 'oui'",
        "${role} = 'pp' or ${age} != ''",
        "${role} = 'pp' and ${accord} = 'OK'",
        "${accord} != 'OK'",
        "not(${role} = 'pp')",
        "${absent} = 'pp'",
    ],
)
def test_other_rules_are_left_to_the_reader(rule):
    assert said_condition(parse(rule), FORM, say) == ANY
