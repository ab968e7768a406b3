"""Grids: rows that become questions of their own."""

import pytest

from questionnaire.spec import SpecError, load_text
from tests.filling.building import a_form, tiny

GRID = """
- name: g
  kind: grid
  label: G
  relevant: true()
  choices: [{{name: {first}, label: A}}, {{name: 1, label: B}}]
  personal: sensitive
  rows: [{{name: a, label: Un}}, {{name: b, label: Deux, relevant: "${{a}} = '1'"}}]
"""


def test_rows_are_questions_after_their_grid():
    form = tiny("grid")
    assert [question.name for question in form.sections[0].questions] == [
        "ressenti", "ecoute", "parole", "suite", "double",
    ]  # fmt: skip
    assert form.questions["ressenti"].rows == ("ecoute", "parole", "suite")


def test_row_takes_from_the_grid_what_it_does_not_say():
    form = tiny("grid")
    rows = [form.questions[name] for name in form.questions["ressenti"].rows]
    assert [row.required for row in rows] == [True, False, True]
    assert [row.may_decline.name for row in rows if row.may_decline] == ["nsp"] * 3


@pytest.mark.parametrize("first,kind", [("0", "rating"), ("01", "select_one"), ("non", "select_one")])
def test_rows_are_ratings_where_all_choices_are_marks(first, kind):
    form = a_form(GRID.format(first=first))
    assert [form.questions[name].kind.name for name in "ab"] == [kind, kind]


def test_conditions_of_the_grid_and_of_the_row_both_hold():
    form = a_form(GRID.format(first="0"))
    assert [rule.source for name in "ab" if (rule := form.questions[name].relevant)] == [
        "true()",
        "(true()) and (${a} = '1')",
    ]


def test_row_is_as_personal_as_its_grid():
    form = a_form(GRID.format(first="0"))
    assert {form.questions[name].personal for name in "ab"} == {"sensitive"}


def test_row_may_not_take_a_name_that_is_taken():
    with pytest.raises(SpecError) as caught:
        a_form(GRID.format(first="0").replace("name: b", "name: g"))
    assert [fault.code for fault in caught.value.faults] == ["duplicate_name"]


def test_grid_itself_has_no_answer():
    with pytest.raises(SpecError) as caught:
        a_form(GRID.format(first="0") + "- {name: n, kind: calculate, label: N, calculation: '${g} + 1'}\n")
    assert [fault.code for fault in caught.value.faults] == ["no_answer"]


def test_grid_in_a_repeat_is_refused():
    inside = GRID.format(first="0").replace("\n", "\n      ")
    head = "form: d\ntitle: D\nsections:\n  - name: p\n    title: P\n    questions:\n"
    repeat = "    - name: r\n      kind: repeat\n      label: R\n      questions:"
    with pytest.raises(SpecError) as caught:
        load_text(f"{head}{repeat}{inside}\n", "d/1")
    assert {fault.code for fault in caught.value.faults} == {"not_yet_supported"}
