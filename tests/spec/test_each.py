"""Sections for each of several things, told wrong where they cannot be."""

import pytest

from questionnaire.spec import load_text

HEAD = "form: demo\ntitle: Démo\nsections:\n  - {name: p, title: P, questions: [%s]}\n"
EACH = "  - {name: e, title: E, for_each: %s, questions: [%s]}\n"
A = "{name: a, kind: select_multiple, label: A, choices: [{name: %s, label: X}]}"
B = "{name: b, kind: text, label: B}"
R = "{name: r, kind: repeat, label: R, questions: [%s]}"


@pytest.mark.parametrize(
    "asked, name, inside, fault",
    [
        (A % "x", "c", B, (5, 35, "each_of_what")),
        ("{name: c, kind: text, label: C}", "c", B, (5, 35, "each_of_what")),
        (R % (A % "x"), "a", B, (5, 35, "each_of_what")),
        (A % "x", "e", B, (5, 35, "each_of_what")),
        (A % "x.y", "a", B, (5, 35, "each_option")),
        (R % "{name: c, kind: text, label: C}" + ", {name: a, kind: select_multiple, label: A, choices: l}", "a", B,
         (5, 35, "each_of_unknown")),
        (R % "{name: s, kind: repeat, label: S, questions: [{name: c, kind: text, label: C}]}", "s", B,
         (5, 35, "each_of_what")),
        (A % "x", "a", "{name: a, kind: text, label: B}", (5, 57, "duplicate_name")),
        (A % "x", "a", "{name: e, kind: text, label: B}", (5, 57, "duplicate_name")),
    ],
)  # fmt: skip
def test_section_that_cannot_be_is_told(faults_of, asked, name, inside, fault):
    lists = "choices: {l: {from: r}}\n" if "choices: l" in asked else ""
    assert fault in faults_of(HEAD % asked + EACH % (name, inside) + lists)


def test_section_may_not_tell_what_only_some_read(faults_of):
    asked = (A % "x").replace("label: A,", "label: A, visible_to: qualite,")
    assert "reserved_reading" in [code for _, _, code in faults_of(HEAD % asked + EACH % ("a", B))]


def test_section_of_a_question_that_it_decides_is_told(faults_of):
    asked = (A % "x").replace("label: A,", "label: A, relevant: \"${b} = ''\",")
    assert "circular_dependency" in [code for _, _, code in faults_of(HEAD % asked + EACH % ("a", B))]


def test_section_is_read_from_its_text():
    section = load_text(HEAD % (A % "x") + EACH % ("a", B)).section("e")
    assert section is not None
    assert section.each == "a"


@pytest.mark.parametrize("key", ["min: 1", "required: true", "prefill: person.role"])
def test_key_that_an_item_cannot_have_is_told(faults_of, key):
    repeat = "{name: r, kind: repeat, label: R, for_each: a, %s, questions: [%s]}" % (key, B)  # noqa: UP031  # braces
    assert "each_has_its_items" in [code for _, _, code in faults_of(HEAD % f"{A % 'x'}, {repeat}")]


def test_key_serves_only_repeats(faults_of):
    asked = f"{A % 'x'}, {{name: c, kind: text, label: C, for_each: a}}"
    assert [code for _, _, code in faults_of(HEAD % asked)] == ["key_not_for_kind"]
