"""What goes with a form that is answered blind, and what does not."""

from pathlib import Path

import pytest

from questionnaire.access.matrix import MATRIX, Condition
from questionnaire.spec import SpecError, check_folder, load, load_text
from questionnaire.spec.blind import AUTHOR_ALONE

SPEC = Path(__file__).parent / "blind.yaml"
FORM = load(SPEC)
OTHER = """form: autre
title: Autre
sections:
  - name: page
    title: Page
    questions:
      - {name: repris, kind: text, label: Repris, prefill: blind.dit}
"""


def test_every_answer_is_sensitive():
    assert (FORM.sensitive, FORM.is_sensitive("note"), FORM.is_sensitive("exemple[k].recit")) == (True, True, True)


@pytest.mark.parametrize(
    "old, new, code",
    [
        ("instances: free\n", "instances: person\n", "blind_read_by_others"),
        ("instances: free\n", "", "blind_read_by_others"),
        ("archive: none\n", "", "blind_keeps"),
        ("life: finished\n", "parties: {p: {role: qualite}}\n", "blind_keeps"),
        ("kind: text, appearance: multiline", "kind: file", "blind_file"),
        ("life: finished\n", "document: {subject: '${dit}'}\n", "sensitive_subject"),
    ],
)
def test_what_others_would_read_is_refused(old, new, code):
    with pytest.raises(SpecError) as caught:
        load_text(SPEC.read_text(encoding="utf-8").replace(old, new, 1), "blind/1")
    assert code in {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize("line", sorted(AUTHOR_ALONE))
def test_lines_of_blind_forms_let_their_author_alone_read(line):
    assert {grant.condition for cell in MATRIX[line] for grant in cell} == {Condition.OWN}


def test_answers_given_blind_go_into_no_other_form(tmp_path):
    for name, text in (("blind", SPEC.read_text(encoding="utf-8")), ("autre", OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.yaml").write_text(text, encoding="utf-8")
    assert [fault.code for fault in check_folder(tmp_path)] == ["blind_gives"]
