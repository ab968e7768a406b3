import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.expressions import parse
from questionnaire.filling import fill, from_sheet
from questionnaire.filling.samples import Goal, goals_of, walk
from questionnaire.filling.samples.goals import seen
from questionnaire.spec import load
from tests.filling.building import CONTEXT, a_form, tiny
from tests.filling.every_kind import FORM

SPECS = sorted(path.stem for path in Path("tests/specs").glob("*.yaml"))
SHIPPED = sorted(Path("forms_spec").glob("*/2026-1.yaml"))
UNFINISHED = {
    # False only while an answer that must be given is missing.
    "completeness": {Goal("suite", "relevant", truth=False), Goal("aidant", "required", truth=False)},
    "relevant": {Goal("rythme", "required", truth=False)},
    "repeat": {Goal("prix", "relevant", truth=False)},
    "visible_to": {Goal("suite", "relevant", truth=False)},
}


def missed(questions, sections=""):
    return set(walk(a_form(questions, sections), CONTEXT).missed)


@pytest.mark.parametrize("name", SPECS)
def test_whatever_can_be_seen_of_a_small_form_is_seen(name):
    walked = walk(tiny(name), CONTEXT)
    assert (set(walked.missed), walked.failures) == (UNFINISHED.get(name, set()), ())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_question_of_a_shipped_form_is_reached(path):
    walked = walk(load(path), CONTEXT)
    same = {Goal("categorie_usager", "required", truth=False)} if path.parent.name.startswith("barometre") else set()
    assert (set(walked.missed), walked.failures) == (same, ())


@pytest.mark.parametrize("form", [*map(load, SHIPPED), FORM], ids=lambda form: form.name)
def test_samples_are_files_without_anything_to_correct(form):
    walked = walk(form, CONTEXT, seed=7)
    for sample in walked.samples:
        answers, problems = from_sheet(form, json.loads(json.dumps(sample.sheet)))
        filled = fill(form, answers, CONTEXT)
        assert (sample.name, problems, filled.problems) == (sample.name, (), ())
        assert set(sample.shows) <= seen(filled)


def test_same_number_gives_the_same_samples():
    form = tiny("for_each")
    assert walk(form, CONTEXT, seed=3) == walk(form, CONTEXT, seed=3)
    assert walk(form, CONTEXT, seed=3).samples != walk(form, CONTEXT, seed=4).samples


def test_each_sample_shows_something_new():
    walked = walk(load(SHIPPED[-1]), CONTEXT)
    shown = [goal for sample in walked.samples for goal in sample.shows]
    assert [sample.name for sample in walked.samples][:3] == ["complet", "minimal", "chemin-03"]
    assert (len(shown), set(shown)) == (len(set(shown)), set(walked.goals))


@pytest.mark.parametrize(
    "rule",
    [
        "${a} = 'oui'",
        "not(${a} = 'oui')",
        "${n} > 41 and ${n} < 43",
        "${n} * 2 = 84",
        "${n} + 5 > 90000",
        "${t} + 1 = 7",
        "count(${r}) = 'x' or ${a} = 'oui'",
        "${a} = 'non' or ${n} = 12345",
        "selected(${m}, 'rare') and not(selected(${m}, 'x'))",
        "count-selected(${m}) > 1",
        "${t} = 'sésame'",
        "string-length(${t}) > 0",
        "${c} = 'grand'",
        "if(${a} = 'oui', ${n} > 99000, ${t} != '')",
        "count(${r}) >= 5",
        "count(${r}[${r_k} = 'chef']) = 2",
        "${d} > date('2030-01-01')",
        "${s} = ${a}",
        "boolean(${t})",
    ],
)
def test_condition_is_seen_both_ways(rule):
    form = a_form(f"""
        - {{name: a, kind: yes_no, label: A}}
        - {{name: n, kind: integer, label: N, max: 100000}}
        - {{name: t, kind: text, label: T}}
        - {{name: d, kind: date, label: D}}
        - {{name: s, kind: yes_no, label: S}}
        - name: m
          kind: select_multiple
          label: M
          choices: [{{name: x, label: X}}, {{name: y, label: Y}}, {{name: rare, label: R}}]
        - {{name: c, kind: calculate, label: C, calculation: "if(${{n}} > 5000, 'grand', 'petit')"}}
        - name: r
          kind: repeat
          label: R
          questions:
            - {{name: r_k, kind: select_one, label: K, choices: [{{name: chef, label: C}}, {{name: autre, label: A}}]}}
        - {{name: fin, kind: text, label: Fin, relevant: "{rule}"}}
    """)
    assert parse(rule).references
    assert walk(form, CONTEXT).missed == ()


def test_what_no_answer_reaches_is_named():
    assert missed("""
        - {name: n, kind: integer, label: N, min: 0, max: 10}
        - {name: a, kind: text, label: A, relevant: "${n} > 10"}
        - {name: b, kind: text, label: B, relevant: "${n} = '' or ${n} < 11"}
    """) == {
        Goal("a", "asked", truth=True),
        Goal("a", "relevant", truth=True),
        Goal("b", "relevant", truth=False),
    }  # fmt: skip


def test_page_that_is_never_asked_hides_what_it_holds():
    page = """
        - name: suite
          title: Suite
          relevant: ${n} > 10
          questions: [{name: a, kind: yes_no, label: A}]
    """
    assert missed("- {name: n, kind: integer, label: N, max: 10}", page) == {
        Goal("suite", "relevant", truth=True), Goal("a", "asked", truth=True),
    }  # fmt: skip


def test_rule_that_cannot_be_computed_is_told():
    form = a_form("""
        - {name: n, kind: integer, label: N}
        - {name: d, kind: date, label: D, default: "concat(${n}, 'x')"}
    """)
    walked = walk(form, CONTEXT)
    assert len(walked.failures) == 1
    assert "«\u00a0d\u00a0», default" in walked.failures[0]
    assert not walked.is_whole


def test_goals_are_questions_then_conditions_both_ways():
    form = a_form("""
        - {name: a, kind: yes_no, label: A, required: true}
        - {name: b, kind: text, label: B, relevant: "${a} = 'oui'", required: "true()"}
    """)
    assert goals_of(form) == (
        Goal("a", "asked", truth=True), Goal("b", "asked", truth=True),
        Goal("b", "relevant", truth=True), Goal("b", "relevant", truth=False),
    )  # fmt: skip


@pytest.mark.parametrize("pattern", ["[A-Z]{2}-[0-9]{3}", "(oui|non)", r"\\d{5}", "^[^@ ]+@[a-z]+\\\\.fr$"])
def test_text_that_must_match_a_pattern_is_written(pattern):
    question = f"""
        - name: t
          kind: text
          label: T
          max_length: 20
          required: true
          constraint: regex(., '{pattern}')
          constraint_message: Non
    """.replace("\\\\", "\\")
    walked = walk(a_form(question), CONTEXT)
    (sample, *_) = walked.samples
    assert re.search(pattern.replace("\\\\", "\\"), sample.sheet["t"])


@settings(max_examples=20, deadline=None)
@given(st.integers(min_value=0, max_value=10**6))
def test_any_number_gives_sound_samples(seed):
    walked = walk(FORM, CONTEXT, seed)
    for sample in walked.samples:
        answers, problems = from_sheet(FORM, sample.sheet)
        assert (problems, fill(FORM, answers, CONTEXT).problems) == ((), ())
