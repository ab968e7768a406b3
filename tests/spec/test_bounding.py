"""Texts that are matched with patterns are bounded."""

import pytest

from questionnaire.spec import SpecError
from tests.filling.building import a_form

OTHER = "- {{name: b, kind: text, label: B, relevant: \"regex(${{a}}, '[a-z]*')\"}}\n"
OWN = "- {{name: a, kind: {kind}, label: A{more}, warning: \"regex(., '[a-z]*')\", warning_message: Non}}\n"


@pytest.mark.parametrize("more", ["", ", max_length: 5001"])
def test_matched_text_without_a_bound_is_refused(more):
    with pytest.raises(SpecError) as caught:
        a_form(OWN.format(kind="text", more=more))
    (fault,) = caught.value.faults
    assert (fault.code, fault.remedy) == ("unbounded_regex", "Donnez à «\u00a0a\u00a0» un max_length de 5000 au plus.")


@pytest.mark.parametrize("kind,more", [("text", ", max_length: 5000"), ("tel", ""), ("email", "")])
def test_matched_text_with_a_bound_is_taken(kind, more):
    assert a_form(OWN.format(kind=kind, more=more)).questions["a"].kind.name == kind


def test_text_that_another_question_matches_is_bounded_too():
    with pytest.raises(SpecError) as caught:
        a_form("- {name: a, kind: text, label: A}\n" + OTHER.format())
    assert [(fault.code, fault.line) for fault in caught.value.faults] == [("unbounded_regex", 8)]
