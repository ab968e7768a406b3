import pytest

from questionnaire.spec import load_text
from questionnaire.spec.advice.minutes import Estimate, estimate

WORDS = "un deux trois quatre cinq six sept huit neuf dix "


def test_reading_and_answering_are_added_up(written):
    # 2 words of titles, 180 of a note, 1 of a label: 183 words in 61 s; a text of several lines in 60 s: 121 s.
    form = load_text(
        written(f"""
            - {{name: a, kind: note, label: {WORDS * 18}}}
            - {{name: b, kind: text, appearance: multiline, label: B}}
        """)
    )
    assert estimate(form) == Estimate(shortest=3, longest=3, words=183, answers=1, open=1)


def test_longest_counts_what_is_asked_under_a_condition(written):
    form = load_text(
        written(f"""
            - {{name: a, kind: yes_no, label: A}}
            - {{name: b, kind: note, label: {WORDS * 36}, relevant: "${{a}} = 'oui'"}}
            - name: c
              kind: repeat
              label: C
              relevant: "${{a}} = 'oui'"
              questions: [{{name: d, kind: file, label: D}}]
        """)
    )
    # Longest: 2 + 1 + 360 + 2 + words of « Oui » and « Non »: 367 words in 122 s, 3 s and 60 s: 186 s.
    assert estimate(form) == Estimate(shortest=1, longest=4, words=367, answers=2, open=0)


def test_shared_choices_are_read_once(written):
    choices = ", ".join(f"{{name: c{rank}, label: Mot}}" for rank in range(30))
    head = f"choices: {{l: [{choices}]}}\n"
    form = load_text(
        written(
            "- {name: a, kind: select_one, label: A, choices: l}\n- {name: b, kind: select_one, label: B, choices: l}",
            head,
        )
    )
    assert estimate(form).words == 14


@pytest.mark.parametrize(
    "head, codes",
    [("", ["minutes_missing"]), ("minutes: 1\n", []), ("minutes: 2\n", ["minutes_off"])],
)
def test_announced_minutes_are_compared(reviewed, head, codes):
    found = [each.code for each in reviewed("- {name: a, kind: text, label: A}", head).advice]
    assert sorted(found) == sorted(["reading_level", "time_to_fill", *codes])


def test_estimate_is_told_as_one(reviewed):
    found = reviewed("- {name: a, kind: text, label: A}", "minutes: 2\n").advice
    assert [(each.line, each.message) for each in found if each.code != "reading_level"] == [
        (3, "Temps estimé\u00a0: 1 minute (3 mots à lire, 1 réponses, 0 à rédiger)."),
        (3, "Le formulaire annonce 2 minutes\u00a0; l’estimation est de 1 minute."),
    ]
