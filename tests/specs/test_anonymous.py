"""What a form may not ask when nobody may know who answers."""

from pathlib import Path

import pytest

from questionnaire.spec import SpecError, load, load_text

SPEC = Path(__file__).parent / "anonymous.yaml"
FORM = load(SPEC)
AT = "  - name: avis"


def codes(text):
    with pytest.raises(SpecError) as caught:
        load_text(text, "anonymous/1")
    return {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize(
    "question",
    [
        "{name: x, kind: email, label: X}",
        "{name: x, kind: tel, label: X}",
        "{name: x, kind: file, label: X}",
        "{name: x, kind: text, label: X, personal: personal}",
        "{name: x, kind: text, label: X, prefill: person.last_name}",
        "{name: x, kind: text, label: X, visible_to: qualite}",
        "{name: x, kind: consent, label: X}",
        "{name: x, kind: repeat, label: X, questions: [{name: y, kind: text, label: Y}]}",
        "{name: x, kind: select_one, label: X, choices: gens}",
    ],
)
def test_question_that_would_tell_who_answers_is_refused(question):
    text = SPEC.read_text(encoding="utf-8").replace(AT, f"      - {question}\n{AT}")
    text = text.replace("sections:", "choices: {gens: {from: directory.people}}\nsections:", 1)
    assert "anonymous_asks" in codes(text)


@pytest.mark.parametrize(
    "question",
    [
        "{name: x, kind: calculate, label: X, calculation: now()}",
        "{name: x, kind: calculate, label: X, calculation: 'concat(1, today())'}",
        "{name: x, kind: date, label: X, default: today()}",
    ],
)
def test_what_would_keep_the_hour_of_an_answer_is_refused(question):
    text = SPEC.read_text(encoding="utf-8").replace(AT, f"      - {question}\n{AT}")
    assert codes(text) == {"anonymous_tells_when"}


@pytest.mark.parametrize(
    "question",
    [
        "{name: x, kind: hidden, label: X, calculation: uuid()}",
        "{name: x, kind: calculate, label: X, calculation: once(today())}",
        "{name: x, kind: decimal, label: X, default: random()}",
        '{name: x, kind: calculate, label: X, calculation: "string(randomize(//node(), 3))"}',
        "{name: x, kind: select_one, label: X, shuffle: true, choices: [{name: a, label: A}]}",
    ],
)
def test_question_that_would_be_drawn_for_one_person_is_refused(question):
    assert "anonymous_draws" in codes(SPEC.read_text(encoding="utf-8").replace(AT, f"      - {question}\n{AT}"))


@pytest.mark.parametrize(
    "old, new, code",
    [
        ("instances: free\n", "", "anonymous_of_others"),
        ("archive: none\n", "", "anonymous_keeps"),
        ("minutes: 3\n", "parties: {p: {role: qualite}}\n", "anonymous_keeps"),
    ],
)
def test_anonymous_form_is_no_document(old, new, code):
    assert code in codes(SPEC.read_text(encoding="utf-8").replace(old, new, 1))


def test_form_is_anonymous():
    assert FORM.privacy == "anonymous"
