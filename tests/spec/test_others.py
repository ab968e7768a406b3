import pytest

from questionnaire.spec import load_text

LIST = "choices: [{name: a, label: A}]"


def test_companion_takes_what_protects_its_question(written):
    form = load_text(
        written(f"- {{name: q, kind: select_one, label: Q, {LIST}, other: true, personal: sensitive, read_only: true}}")
    )
    companion = form.questions["q_autre"]
    assert (companion.personal, companion.read_only, companion.required) == ("sensitive", True, True)


def test_shared_list_is_left_as_it_is(written):
    head = "choices: {l: [{name: a, label: A}]}\n"
    form = load_text(
        written(
            "- {name: p, kind: select_one, label: P, choices: l, other: true}\n"
            "- {name: q, kind: select_one, label: Q, choices: l}",
            head,
        )
    )
    assert [len(form.questions[name].choices) for name in ("p", "q")] == [2, 1]


def test_other_may_be_declared_false(written):
    form = load_text(written(f"- {{name: q, kind: select_one, label: Q, {LIST}, other: false}}"))
    assert (list(form.questions), len(form.questions["q"].choices)) == (["q"], 1)


def test_name_of_the_companion_may_be_taken(faults_of, written):
    text = written(
        f"- {{name: q, kind: select_one, label: Q, {LIST}, other: true}}\n- {{name: q_autre, kind: text, label: A}}"
    )
    assert [code for _, _, code in faults_of(text)] == ["duplicate_name"]


@pytest.mark.parametrize(
    "question,code",
    [
        (f"{{name: q, kind: select_one, label: Q, {LIST}, other: oui}}", "bad_boolean"),
        ("{name: q, kind: text, label: Q, other: true}", "key_not_for_kind"),
        (f"{{name: q, kind: rating, label: Q, {LIST.replace('name: a', 'name: 0')}, other: true}}", "key_not_for_kind"),
    ],
)
def test_other_where_it_does_not_serve_is_told(faults_of, written, question, code):
    assert [found for _, _, found in faults_of(written(f"- {question}"))] == [code]
