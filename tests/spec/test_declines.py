import pytest

from questionnaire.spec import load_text

LIST = "choices: [{name: nsp, label: N}, {name: a, label: A}]"


@pytest.mark.parametrize(
    "question",
    [
        f"{{name: q, kind: select_one, label: Q, {LIST}, may_decline: {{name: nsp, label: N}}}}",
        f"{{name: q, kind: select_multiple, label: Q, {LIST}, may_decline: {{name: nsp, label: N}}}}",
        "{name: q, kind: integer, label: Q, may_decline: {name: 99, label: N}}",
        "{name: q, kind: yes_no, label: Q, may_decline: {name: oui, label: N}}",
    ],
)
def test_name_that_is_an_answer_already_is_refused(faults_of, written, question):
    assert [code for _, _, code in faults_of(written(f"- {question}"))] == ["decline_clash"]


@pytest.mark.parametrize(
    "question,codes",
    [
        ("{name: q, kind: text, label: Q, may_decline: nsp}", ["expected_keys"]),
        ("{name: q, kind: text, label: Q, may_decline: {name: nsp}}", ["missing_key"]),
        ("{name: q, kind: text, label: Q, may_decline: {name: n s p, label: N}}", ["bad_choice_name"]),
        ("{name: q, kind: acknowledge, label: Q, may_decline: {name: nsp, label: N}}", ["key_not_for_kind"]),
        ("{name: q, kind: date, label: Q, default: nspp, may_decline: {name: nsp, label: N}}", ["bad_default"]),
    ],
)
def test_declining_ill_written_is_told(faults_of, written, question, codes):
    assert [code for _, _, code in faults_of(written(f"- {question}"))] == codes


def test_any_word_may_name_the_declining_of_a_text(written):
    form = load_text(written("- {name: q, kind: text, label: Q, may_decline: {name: non, label: N}}"))
    assert form.questions["q"].kind.name == "text"
