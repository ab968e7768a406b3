"""French punctuation that YAML takes for its own, told as such, and what follows still checked."""

import pytest

PAGE = "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
QUESTION = "      - name: a\n        kind: text\n"


@pytest.mark.parametrize(
    "line, column, code",
    [
        ("label: Exemple : ceci", 24, "colon_in_text"),
        ("label: Deux : trois", 21, "colon_in_text"),
        ("label: 'C'est dit'", 19, "quote_in_text"),
        ('label: "Oui" ou non', 22, "quote_in_text"),
        ("label: 'Pas fini", 16, "unclosed_quote"),
        ("label: « Oui » : non", 24, "colon_in_text"),
        ("label: {du_pp} ici", 16, "brace_in_text"),
        ("label: {du_pp}", 16, "brace_in_text"),
        ("label: [Facultatif] Précisez", 16, "leading_character"),
        ("label: @contact", 16, "leading_character"),
        ("label: %", 16, "leading_character"),
        ("label: `code`", 16, "leading_character"),
        ("label: *important*", 16, "leading_character"),
        ("label: * important", 16, "leading_character"),
        ("label: &autres", 16, "leading_character"),
        ("label: & autres", 16, "leading_character"),
        ("label: !important", 16, "leading_character"),
        ("label: - tiret", 16, "leading_character"),
        ("label: > signe", 16, "leading_character"),
        ("label: |barre", 16, "leading_character"),
        ("label: Numéro # deux", 16, "hash_in_text"),
        ("label: #1 du classement", 15, "hash_in_text"),
        ("label", 9, "missing_colon"),
        ("label:Oui", 9, "missing_colon"),
        ("\tlabel: Oui", 9, "tab"),
    ],
)
def test_line_is_told_with_its_cause_and_place(faults_of, line, column, code):
    assert (9, column, code) in faults_of(f"{PAGE}{QUESTION}        {line}\n        max_length: 5\n")


@pytest.mark.parametrize(
    "entry, column, code",
    [
        ("{name: a, kind: text, label: Comment ?}", 38, "question_mark_in_text"),
        ("{name: a, kind: text, label: Comment ?, hint: x}", 38, "question_mark_in_text"),
        ("{name: a, kind: text, label: Exemple : ceci}", 46, "colon_in_text"),
        ("{name: a, kind: text, label: Le {du_pp} ici}", 41, "brace_in_text"),
        ("{name: a, kind: text, label: @a}", 38, "leading_character"),
        ('{name: a, kind: text, label: "a" b}', 42, "quote_in_text"),
        ("{name: a, kind: text, label: Oui, non}", 43, "comma_in_text"),
        ("{name: a, kind: text, label: Oui", 9, "unclosed_bracket"),
        ("\tname: a", 9, "tab"),
    ],
)
def test_entry_between_braces_is_told_with_its_cause_and_place(faults_of, entry, column, code):
    assert (7, column, code) in faults_of(f"{PAGE}      - {entry}\n")


def test_rest_of_the_file_is_checked_after_french_punctuation(faults_of):
    text = (
        f"{PAGE}      - {{name: a, kind: text, label: Exemple : ceci}}\n"
        "      - {name: b, kind: texte, label: B}\n"
        "      - name: c\n        kind: text\n        label: 'L'un'\n        titre: x\n"
    )
    assert faults_of(text) == [
        (7, 46, "colon_in_text"),
        (8, 25, "unknown_kind"),
        (11, 19, "quote_in_text"),
        (12, 9, "unknown_key"),
    ]


def test_rule_between_braces_without_quotes_is_told_once(faults_of):
    text = (
        f"{PAGE}      - {{name: a, kind: calculate, label: A, calculation: sum(${{b}})}}\n"
        "      - {name: b, kind: integer, label: B}\n"
    )
    assert faults_of(text) == [(7, 64, "brace_in_text")]


def test_colon_in_a_following_line_is_told(faults_of):
    text = PAGE.replace("title: Démo", "title: Démo\ndescription: Une phrase\n  puis : une autre")
    assert (4, 8, "colon_in_text") in faults_of(text)


def test_line_less_indented_than_its_text_is_told(faults_of):
    assert faults_of("form: demo\ntitle: |\n  un\n deux: trois\n")[-1] == (4, 2, "indentation")
