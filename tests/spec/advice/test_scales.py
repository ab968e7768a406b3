import pytest


def grid(label, choices):
    return f"""
        - name: g
          kind: grid
          label: {label}
          choices: [{choices}]
          rows: [{{name: r, label: L'accueil}}]
    """


WORDED = "{name: 0, label: Pas du tout}, {name: 1, label: Tout à fait}"


@pytest.mark.parametrize(
    "label, codes",
    [("Tableau", ["unlabelled_grid"]), ("Grille 1", ["unlabelled_grid"]), ("Êtes-vous satisfait de…", [])],
)
def test_grid_asks_something(told, label, codes):
    assert told(grid(label, WORDED)) == [(9, 16, code, "g") for code in codes]


@pytest.mark.parametrize(
    "choices, expected",
    [
        ("{name: 0, label: 0}, {name: 1, label: Tout à fait}", [(10, 19, "bare_scale", "g")]),
        ("{name: 0, label: Jamais}, {name: 1, label: 1}, {name: 2, label: Toujours}", []),
        ("{name: 0, label: 0, hint: Jamais}, {name: 1, label: Toujours}", []),
        ("{name: v, label: Vert}, {name: r, label: Rouge}", [(10, 19, "colour_only_scale", "g")]),
        (
            "{name: v, label: '🟢'}, {name: r, label: '🔴 rouge vif'}",
            [(10, 19, "bare_scale", "g"), (10, 19, "colour_only_scale", "g")],
        ),
        ("{name: v, label: 'Vert : tout va bien'}, {name: r, label: 'Rouge : cela presse'}", []),
        ("{name: v, label: Vert, hint: Tout va bien}, {name: r, label: Rouge, hint: Cela presse}", []),
        ("{name: v, label: Vert}, {name: r, label: Autre}", []),
    ],
)  # fmt: skip
def test_answers_are_told_apart_by_words(told, choices, expected):
    assert sorted(told(grid("Êtes-vous satisfait de", choices))) == expected


def test_shared_list_is_told_once(told):
    text = """form: demo
title: Démo
choices:
  feu: [{name: v, label: Vert}, {name: r, label: Rouge}]
sections:
  - name: page
    title: Page
    questions:
      - {name: a, kind: select_one, label: État, choices: feu}
      - {name: b, kind: select_one, label: Suite, choices: feu}
"""
    assert told(text) == [(4, 9, "colour_only_scale", "feu")]


def test_favourite_colours_of_a_hint_are_said_in_the_message(reviewed):
    found = reviewed(grid("Êtes-vous satisfait de", "{name: v, label: Vert}, {name: r, label: Rouge}")).advice
    assert [each.message for each in found if each.code == "colour_only_scale"] == [
        "Les réponses de «\u00a0g\u00a0» ne disent qu’une couleur\u00a0: «\u00a0Vert\u00a0», «\u00a0Rouge\u00a0»."
    ]
