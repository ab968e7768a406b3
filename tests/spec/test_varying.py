"""Variants of texts: what chooses each is written for the author, and what is wrong is told where it stands."""

import pytest

from questionnaire.spec import load_text

TWO = '[{when: "${n} > 1", text: Des}, {text: Un}]'
NUMBER = "- {name: n, kind: integer, label: N}"


def question(label):
    return f"{NUMBER}\n- {{name: a, kind: text, label: {label}}}"


def test_variants_become_one_text_and_a_hidden_calculation(written):
    form = load_text(written(question(TWO)))
    chosen = form.questions["a_label_variant"]
    assert (list(form.questions), chosen.kind.name) == (["n", "a_label_variant", "a"], "hidden")
    assert form.questions["a"].label.answers == {"a_label_variant"}
    assert chosen.calculation is not None
    assert chosen.calculation.references == {"n"}


def test_calculation_is_asked_and_protected_as_its_question(written):
    kept = 'relevant: "${n} > 0", personal: sensitive'
    form = load_text(written(f"{NUMBER}\n- {{name: a, kind: text, label: {TWO}, {kept}}}"))
    chosen = form.questions["a_label_variant"]
    assert (chosen.relevant == form.questions["a"].relevant, chosen.personal) == (True, "sensitive")


@pytest.mark.parametrize(
    "label, column, code",
    [
        ('[{when: "${n} > 1", text: Des}]', 31, "variant_order"),
        ("[{text: Des}, {text: Un}]", 31, "variant_order"),
        ('[{when: "${n} > 1", text: Des}, {when: "${n} < 1", text: Un}]', 31, "variant_order"),
        ('[{when: "${n} > 1"}, {text: Un}]', 39, "variant_keys"),
        ('[{when: "${n} > 1", text: Des, hint: x}, {text: Un}]', 39, "variant_keys"),
        ("[Des, {text: Un}]", 39, "variant_keys"),
        ('[{when: "${m} > 1", text: Des}, {text: Un}]', 46, "unknown_name"),
        ('[{when: "${n} > 1", text: "${m}"}, {text: Un}]', 65, "unknown_answer"),
        ("[Des, Un]", 38, "expected_value"),
        ('"{n, plural, one {a}}"', 38, "bad_cases"),
        ('"{n, select, a {a} other {b}}"', 39, "not_chosen"),
        ('"{a, plural, other {b}}"', 39, "not_counted"),
        ('"{m, plural, other {b}}"', 39, "unknown_answer"),
    ],
)
def test_fault_is_told_where_it_stands(faults_of, written, label, column, code):
    ((line, found, said),) = faults_of(written(question(label)))
    assert (line, said) == (8, code)
    assert abs(found - column) <= 2, found


def test_case_of_no_option_is_told(faults_of, written):
    chosen = '- {name: b, kind: yes_no, label: B}\n- {name: a, kind: text, label: "{b, select, out {x} other {y}}"}'
    assert [code for _, _, code in faults_of(written(chosen))] == ["unknown_case"]


def test_text_of_the_form_itself_has_no_variants(faults_of, written):
    text = written(NUMBER).replace("title: Démo", f"title: {TWO}", 1)
    assert [code for _, _, code in faults_of(text)] == ["variant_place"]


def test_text_of_an_option_has_no_variants(faults_of, written):
    options = f"- {{name: b, kind: select_one, label: B, choices: [{{name: x, label: {TWO}}}]}}"
    assert [code for _, _, code in faults_of(written(f"{NUMBER}\n{options}"))] == ["variant_place"]
