"""Repeats inside repeats, told where they go too deep or ask for what they cannot have."""

import pytest

from questionnaire.spec import SpecError, check_folder, load_text

HEAD = "form: demo\ntitle: Démo\n%ssections:\n  - name: page\n    title: Page\n    questions: [%s]\n"
Q = "{name: q, kind: text, label: Q}"


def repeat(name: str, inside: str, more: str = "") -> str:
    return f"{{name: {name}, kind: repeat, label: R, {more}questions: [{inside}]}}"


def codes(questions: str, head: str = "") -> list[tuple[str, str]]:
    """(code, message) of every fault."""
    with pytest.raises(SpecError) as caught:
        load_text(HEAD % (head, questions))
    return [(fault.code, fault.message) for fault in caught.value.faults]


def test_three_repeats_stand_one_in_another():
    form = load_text(HEAD % ("", repeat("a", repeat("b", repeat("c", Q)))))
    assert form.around(form.questions["q"]) == ("a", "b", "c")
    assert [question.name for question in form.questions["a"].whole()] == ["a", "b", "c", "q"]
    assert list(form.questions) == ["a", "b", "c", "q"]


def test_fourth_repeat_is_too_deep():
    found = codes(repeat("a", repeat("b", repeat("c", repeat("d", Q)))))
    assert found == [
        ("too_nested", "«\u00a0d\u00a0» est une répétition dans 3 autres\u00a0: personne ne s’y retrouve.")
    ]


def test_section_for_each_counts_as_one():
    section = "  - {name: s, title: S, for_each: x, questions: [%s]}\n"
    told = HEAD % ("", repeat("x", Q)) + section
    inside = repeat("b", repeat("c", Q.replace("q", "r")))
    assert load_text(told % inside).questions["r"].group == "c"
    with pytest.raises(SpecError) as caught:
        load_text(told % repeat("a", inside))
    assert [fault.code for fault in caught.value.faults] == ["too_nested"]


@pytest.mark.parametrize(
    "inner, head, code",
    [
        (repeat("b", Q, "for_each: a, "), "", "each_inside"),
        (repeat("b", Q, "prefill: autre.b, "), "", "prefill_inside"),
        (repeat("b", Q), "choices: {l: {from: b}}\n", "items_inside"),
        ("{name: g, kind: grid, label: G, choices: [{name: x, label: X}], rows: [{name: y, label: Y}]}", "",
         "not_yet_supported"),
        ("{name: ok, kind: consent, label: OK}", "", "consent_in_repeat"),
    ],
)  # fmt: skip
def test_what_an_inner_repeat_cannot_have_is_told(inner, head, code):
    wrapped = inner if inner.startswith("{name: b") else repeat("b", inner)
    assert code in [each for each, _ in codes(repeat("a", wrapped), head)]


def test_table_holds_no_repeat():
    assert [code for code, _ in codes(repeat("a", repeat("b", Q), "appearance: table, "))] == ["table_child"]


def test_inner_repeat_may_be_a_table():
    form = load_text(HEAD % ("", repeat("a", repeat("b", Q, "appearance: table, "))))
    assert form.questions["b"].is_table


def test_names_so_long_that_no_path_holds_them_are_told():
    names = ["a" * 64, "b" * 64, "q" * 64]
    questions = repeat(names[0], repeat(names[1], Q.replace("name: q", f"name: {names[2]}")))
    (told,) = codes(questions)
    assert told[0] == "long_path"
    assert told[1].endswith("sont trop longs\u00a0: 192 caractères en tout, pour 169 au plus.")


def test_items_of_an_inner_repeat_are_not_taken_from_another_document(tmp_path):
    first = HEAD % ("", repeat("a", repeat("b", Q)))
    second = HEAD % ("after: [{form: demo}]\n", repeat("z", Q, "prefill: demo.b, "))
    for name, text in (("demo", first), ("suite", second.replace("form: demo\n", "form: suite\n", 1))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.yaml").write_text(text, encoding="utf-8")
    assert [fault.code for fault in check_folder(tmp_path)] == ["prefill_from_inside"]
