"""How far a form is."""

import pytest

from questionnaire.filling import Problem, State, hinders, section_problems, section_progress
from tests.filling.building import a_form, codes, filled, tiny

FORM = a_form(
    """
    - {name: a, kind: text, label: A, required: true}
    - {name: b, kind: integer, label: B}
    - {name: c, kind: calculate, label: C, calculation: "1"}
    - name: r
      kind: repeat
      label: R
      min: 1
      questions: [{name: x, kind: integer, label: X, required: true}]
    """,
    """
    - name: libre
      title: Libre
      questions: [{name: d, kind: text, label: D, default: Ici}, {name: n, kind: note, label: N}]
    - name: sautee
      title: Sautée
      relevant: ${b} = 99
      questions: [{name: e, kind: text, label: E, required: true}]
    """,
)


SECTIONS = {section.name: section for section in FORM.sections}


def of(sheet, section="page"):
    found = section_progress(filled(FORM, sheet), SECTIONS[section])
    return found.state, found.answered, found.missing, found.mistakes


@pytest.mark.parametrize(
    "sheet,expected",
    [
        pytest.param({}, (State.TODO, 0, 2, 0), id="nothing answered"),
        pytest.param({"a": "x"}, (State.PARTIAL, 1, 1, 0), id="an item misses"),
        pytest.param({"a": "x", "r": [{}]}, (State.PARTIAL, 1, 1, 0), id="the answer of an item misses"),
        pytest.param({"a": "x", "r": [{"x": 1}, {"x": 0}]}, (State.DONE, 3, 0, 0), id="all that is required"),
        pytest.param({"b": 1}, (State.PARTIAL, 1, 2, 0), id="only what is optional"),
        pytest.param({"a": "x", "b": "deux", "r": [{"x": 1}]}, (State.ERROR, 3, 0, 1), id="a mistake"),
        pytest.param({"b": "deux"}, (State.ERROR, 1, 2, 1), id="a mistake comes first"),
    ],
)
def test_state_of_a_section(sheet, expected):
    assert of(sheet) == expected


def test_first_values_are_not_answers_given():
    assert (of({}, "libre"), of({"d": "Là"}, "libre")) == ((State.TODO, 0, 0, 0), (State.DONE, 1, 0, 0))


@pytest.mark.parametrize("section,optional", [("page", False), ("libre", True)])
def test_section_is_optional_when_nothing_in_it_is_required(section, optional):
    full = {"a": "x", "r": [{"x": 1}]}
    assert section_progress(filled(FORM, full), SECTIONS[section]).optional is optional


def test_progress_adds_up_the_sections_on_the_path():
    progress = filled(FORM, {"b": "deux", "d": "Là"}).progress
    names = [section.section.name for section in progress.sections]
    assert (names, progress.answered, progress.missing, progress.mistakes) == (["page", "libre"], 2, 2, 1)


def test_progress_counts_a_section_as_soon_as_it_is_asked():
    assert filled(FORM, {"b": 99}).progress.missing == 3


def test_hidden_answer_does_not_count():
    progress = filled(tiny("relevant"), {"suite": "oui", "motif": "caché"}).progress
    assert (progress.answered, progress.missing) == (1, 1)


def test_problems_of_a_section_are_its_own():
    done = filled(FORM, {"b": 99, "r": [{"x": "un"}]})
    found = {section.name: [problem.path for problem in section_problems(done, section)] for section in FORM.sections}
    assert found == {"page": ["a", "r[k1].x"], "libre": [], "sautee": ["e"]}


def test_every_problem_belongs_to_a_section():
    done = filled(FORM, {"b": 99, "r": [{"x": "un"}]})
    assert [p for section in FORM.sections for p in section_problems(done, section)] == list(done.problems)
    assert len(codes(done)) == done.progress.missing + done.progress.mistakes


@pytest.mark.parametrize("code,expected", [("required", False), ("too_few_items", False), ("too_long", True)])
def test_answer_still_to_come_is_no_mistake(code, expected):
    assert hinders(Problem("a", code, "")) is expected
