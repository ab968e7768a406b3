import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from questionnaire.spec import load_text
from questionnaire.spec.declared import (
    ChoiceSpec,
    DeclineSpec,
    FormSpec,
    PaperSpec,
    PartySpec,
    QuestionSpec,
    SectionSpec,
    StepSpec,
)
from questionnaire.spec.keys import BY_KIND
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.roles import ROLES
from questionnaire.spec.terms import TERMS

GUIDE = (Path(__file__).parents[2] / "forms_spec" / "README.md").read_text(encoding="utf-8")
PLACES = {
    "the form": FormSpec,
    "a choice": ChoiceSpec,
    "`may_decline`": DeclineSpec,
    "a section": SectionSpec,
    "a question": QuestionSpec,
    "a party": PartySpec,
    "a step of the circuit": StepSpec,
    "the document": PaperSpec,
}


def rows(title):
    table = GUIDE.split(f"### Keys of {title}\n")[1].split("###")[0].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \| (yes)? *\|", table, re.MULTILINE)


@pytest.mark.parametrize("title", PLACES)
def test_guide_lists_the_keys_of_the_model(title):
    expected = [
        (field.name, "yes" if field.default is MISSING else "")
        for field in fields(PLACES[title])
        if field.name != "place"
    ]
    assert rows(title) == expected


def test_guide_lists_every_kind():
    assert re.findall(r"^\| `(\w+)` \| \D", GUIDE.split("## Kinds")[1].split("## Keys")[0], re.MULTILINE) == list(KINDS)


def test_guide_names_every_term_and_role():
    assert [name for name in (*ROLES, *(f"{{{term}}}" for term in TERMS)) if f"`{name}`" not in GUIDE] == []


def test_example_of_the_guide_is_a_form():
    assert load_text(GUIDE.split("```yaml\n")[1].split("```")[0], "visite/2026-1.yaml").name == "visite"


def test_fault_shown_by_the_guide_is_the_one_told(faults_of):
    example = GUIDE.split("```yaml\n")[1].split("```")[0]
    (fault,) = faults_of(example.replace("choices: oui_non", "choices: oui_nom"))
    assert f"{fault[0]}:{fault[1]}: {fault[2]} La liste" in GUIDE


def test_every_kind_says_which_keys_serve():
    assert list(BY_KIND) == list(KINDS)


@pytest.mark.parametrize(
    "question",
    [
        "{name: a, kind: text, label: A, image: x}",
        "{name: a, kind: text, label: A, ref: x}",
        "{name: a, kind: text, label: {fr: A, en: B}}",
        "{name: a, kind: image, label: A}",
    ],
)
def test_question_of_a_later_version_is_refused_by_name(faults_of, written, question):
    assert [code for _, _, code in faults_of(written(f"- {question}"))] == ["not_yet_supported"]


@pytest.mark.parametrize(
    "head",
    [
        "follow_up: {}",
        "life: living",
        "instances: pair",
        "circuit: [{party: a, optional: true}]",
        "document: {layout: letter}",
        "document: {annexes: [a]}",
    ],
)
def test_form_of_a_later_version_is_refused_by_name(faults_of, written, head):
    text = written("- {name: a, kind: text, label: A}", f"{head}\n")
    assert "not_yet_supported" in [code for _, _, code in faults_of(text)]
