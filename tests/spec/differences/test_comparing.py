import pytest

from questionnaire.spec import load, load_text
from questionnaire.spec.differences import Change, Fate, Subject, compare

HEAD = "form: demo\ntitle: Démo\n"
ONE = "sections:\n  - {name: p, title: Page, questions: [{name: a, kind: text, label: A}]}\n"


def page(*questions: str) -> str:
    """A form of one page."""
    lines = "".join(f"      - {each}\n" for each in questions)
    return f"{HEAD}sections:\n  - name: p\n    title: Page\n    questions:\n{lines}"


def found(before: str, after: str) -> list[tuple[Subject, Fate, str]]:
    """What differs, without its details."""
    comparison = compare(load_text(before), load_text(after))
    return [(each.subject, each.fate, each.name) for each in comparison.differences]


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The changes of the one thing that differs."""
    (difference,) = compare(load_text(before), load_text(after)).differences
    return difference.changes


@pytest.mark.parametrize("name", ["fiche_projet", "charte_partenariat", "barometre_soins", "barometre_etablissement"])
def test_a_form_does_not_differ_from_itself(name):
    form = load(f"forms_spec/{name}/2026-1.yaml")
    assert compare(form, form).differences == ()


def test_comments_are_no_difference():
    assert found(HEAD + ONE, f"# ici\n{HEAD}{ONE}") == []


def test_questions_added_and_removed_are_told_with_their_kind():
    before = page("{name: a, kind: text, label: A}", "{name: b, kind: date, label: B}")
    after = page("{name: c, kind: integer, label: C}", "{name: a, kind: text, label: A}")
    comparison = compare(load_text(before), load_text(after))
    told = [(each.fate, each.name, each.label, each.within, each.changes) for each in comparison.differences]
    assert told == [
        (Fate.ADDED, "c", "C", "Page", (Change("kind", None, "integer"),)),
        (Fate.REMOVED, "b", "B", "Page", (Change("kind", None, "date"),)),
    ]


def test_aspects_are_told_as_they_were_and_as_they_are():
    before = page("{name: a, kind: text, label: Nom}", "{name: b, kind: text, label: B}")
    after = page(
        "{name: a, kind: integer, label: Âge, required: \"${b} = 'x'\", relevant: \"${b} != ''\", max: 120}",
        "{name: b, kind: text, label: B}",
    )
    assert changes(before, after) == (
        Change("kind", "text", "integer"),
        Change("label", "«\u00a0Nom\u00a0»", "«\u00a0Âge\u00a0»"),
        Change("required", None, "${b} = 'x'"),
        Change("relevant", None, "${b} != ''"),
        Change("max", None, "120"),
    )


def test_a_rule_written_with_other_spaces_is_the_same():
    before = page("{name: a, kind: integer, label: A, constraint: '. >  3', constraint_message: Plus}")
    after = page("{name: a, kind: integer, label: A, constraint: '. > 3', constraint_message: Plus}")
    assert found(before, after) == []


def test_who_sees_an_answer_is_compared():
    parties = "parties: {porteur: {role: porteur_projet, label: P}}\n"
    before = page("{name: a, kind: text, label: A}").replace("sections", f"{parties}sections")
    after = before.replace("label: A}", "label: A, visible_to: [qualite, siege]}")
    assert changes(before, after) == (Change("visible_to", None, "qualite, siege"),)


def test_a_question_that_changes_page_or_joins_a_repeat_is_moved():
    before = page("{name: a, kind: text, label: A}", "{name: r, kind: repeat, label: Liste, questions: []}")
    before = before.replace("questions: []", "questions: [{name: b, kind: text, label: B}]")
    after = before.replace("- {name: a, kind: text, label: A}\n      ", "").replace(
        "[{name: b", "[{name: a, kind: text, label: A}, {name: b"
    )
    place = Change(
        "place", "la partie «\u00a0Page\u00a0»", "la répétition «\u00a0Liste\u00a0» (la partie «\u00a0Page\u00a0»)"
    )
    assert changes(before, after) == (place,)


def test_one_question_put_elsewhere_is_the_only_one_told():
    a, b, c, d = (f"{{name: {name}, kind: text, label: {name.upper()}}}" for name in "abcd")
    assert found(page(a, b, c, d), page(d, a, b, c)) == [(Subject.QUESTION, Fate.CHANGED, "d")]
    assert changes(page(a, b, c, d), page(d, a, b, c)) == (Change("order", None, None),)
    assert changes(page(a, b, c, d), page(a, c, d, b)) == (Change("order", None, "«\u00a0D\u00a0»"),)


def test_options_added_removed_renamed_and_moved():
    def asked(options: str) -> str:
        return page(f"{{name: a, kind: select_one, label: A, choices: [{options}]}}")

    x, y, z = (f"{{name: {name}, label: {name.upper()}}}" for name in "xyz")
    assert changes(asked(f"{x}, {y}"), asked(f"{x}, {z}")) == (
        Change("choices", None, "«\u00a0Z\u00a0»", "z"),
        Change("choices", "«\u00a0Y\u00a0»", None, "y"),
    )
    assert changes(asked(f"{x}, {y}"), asked(f"{x}, {y.replace('Y', 'Oui')}")) == (
        Change("label", "«\u00a0Y\u00a0»", "«\u00a0Oui\u00a0»", "y"),
    )
    assert changes(asked(f"{x}, {y}, {z}"), asked(f"{z}, {x}, {y}")) == (Change("choices_order", None, None, "z"),)


def test_a_list_that_several_questions_share_is_told_once():
    def shared(label: str) -> str:
        questions = page(
            *(f"{{name: {name}, kind: select_one, label: {name.upper()}, choices: avis}}" for name in "ab")
        )
        return questions.replace("sections:", f"choices: {{avis: [{{name: x, label: {label}}}]}}\nsections:")

    assert found(shared("X"), shared("Y")) == [(Subject.LIST, Fate.CHANGED, "a, b")]


def test_sections_and_the_form_itself():
    before = HEAD + ONE + "  - {name: q, title: Autre, questions: [{name: b, kind: text, label: B}]}\n"
    after = before.replace("title: Démo", "title: Démonstration").replace("title: Page", "title: Accueil")
    after = after.replace("name: q, title: Autre", "name: s, title: Autre")
    assert found(before, after) == [
        (Subject.FORM, Fate.CHANGED, "demo"),
        (Subject.SECTION, Fate.CHANGED, "p"),
        (Subject.SECTION, Fate.ADDED, "s"),
        (Subject.SECTION, Fate.REMOVED, "q"),
        (Subject.QUESTION, Fate.CHANGED, "b"),
    ]


def test_sections_in_another_order():
    two = "  - {name: q, title: Autre, questions: [{name: b, kind: text, label: B}]}\n"
    before = HEAD + ONE + two
    after = HEAD + ONE.replace("sections:\n", f"sections:\n{two}")
    assert changes(before, after) == (Change("order", None, None),)


def test_scores_signatures_and_parties_of_a_shipped_form():
    text = load("forms_spec/barometre_soins/2026-1.yaml").yaml
    assert "minimum:" in text
    after = text.replace("minimum: 2", "minimum: 1", 1)
    assert after != text
    comparison = compare(load_text(text), load_text(after))
    assert [(each.subject, [change.aspect for change in each.changes]) for each in comparison.differences] == [
        (Subject.SCORE, ["minimum"])
    ]
