import pytest

from questionnaire.spec import load_text


def question(written, keys, kind="text"):
    more = ", choices: [{name: oui, label: O}, {name: non, label: N}]" if kind.startswith("select") else ""
    form = load_text(
        written(f"- {{name: b, kind: text, label: B}}\n- {{name: a, kind: {kind}, label: A, {keys}{more}}}")
    )
    return form.questions["a"]


@pytest.mark.parametrize(
    "kind, default, source",
    [
        ("select_one", "non", "'non'"),
        ("select_multiple", "oui non", "'oui non'"),
        ("text", "Salle de réunion", "'Salle de réunion'"),
        ("text", "\"'L’un'\"", "'L’un'"),
        ("integer", "3", "'3'"),
        ("date", "2026-01-31", "'2026-01-31'"),
        ("date", "today()", "today()"),
        ("text", '"${b}"', "${b}"),
    ],
)
def test_default_is_a_plain_value_or_a_rule(written, kind, default, source):
    assert str(question(written, f"default: {default}", kind).default) == source


def test_default_outside_of_the_choices_is_told(faults_of, written):
    text = written("- {name: a, kind: select_one, label: A, default: no, choices: [{name: non, label: N}]}")
    assert faults_of(text) == [(7, 56, "bad_default")]


def test_bound_of_a_date_is_a_day_and_no_subtraction(written):
    assert str(question(written, "min: 2026-01-31", "date").min) == "date('2026-01-31')"


def test_bound_may_be_a_rule(written):
    assert str(question(written, 'max: "${b} + 1"', "integer").max) == "${b} + 1"


@pytest.mark.parametrize(
    "kind, bound",
    [
        ("date", "12"),
        ("integer", "2026-01-31"),
        ("repeat", "1.5"),
        ("repeat", "-1"),
        ("repeat", "2026-01-31"),
        ("range", "today()"),
    ],
)
def test_bound_of_another_sort_is_told(faults_of, written, kind, bound):
    inside = {"repeat": ", questions: [{name: c, kind: text, label: C}]", "range": ", max: 3"}.get(kind, "")
    text = written(f"- {{name: a, kind: {kind}, label: A, min: {bound}{inside}}}")
    assert [code for _, _, code in faults_of(text)] == ["bad_bound"]


def test_day_that_does_not_exist_is_told(faults_of, written):
    text = written("- {name: a, kind: date, label: A, min: 2026-02-31}")
    assert [code for _, _, code in faults_of(text)] == ["bad_bound"]


@pytest.mark.parametrize("kind, default", [("integer", "trois"), ("date", "2026-02-31"), ("decimal", "1,2,3")])
def test_default_that_its_kind_cannot_read_is_told(faults_of, written, kind, default):
    text = written(f'- {{name: a, kind: {kind}, label: A, default: "{default}"}}')
    assert [code for _, _, code in faults_of(text)] == ["bad_default"]


@pytest.mark.parametrize("step", ["0", "-1", "un", "0.1234567", "1e3"])
def test_step_that_cannot_be_is_told(faults_of, written, step):
    text = written(f"- {{name: a, kind: range, label: A, min: 0, max: 3, step: {step}}}")
    assert [code for _, _, code in faults_of(text)] == ["bad_bound"]
