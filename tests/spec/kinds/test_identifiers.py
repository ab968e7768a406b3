"""National numbers: their shapes, their keys, how they are read and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from questionnaire.spec.kinds.identifiers import SCHEMES
from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked


def read(scheme, typed):
    question = asked("identifier", scheme=scheme)
    return question.kind.read([typed], question)


@pytest.mark.parametrize(
    "scheme, typed, value",
    [
        ("finess", "75 071 218 4", "750712184"),
        ("finess", "750712184", "750712184"),
        ("finess", "2a 000 038 6", "2A0000386"),
        ("siren", "267.500.452", "267500452"),
        ("siret", "267 500 452 00011", "26750045200011"),
        ("siret", "356 000 000 00048", "35600000000048"),
        ("rpps", "10-003-456-786", "10003456786"),
    ],
)
def test_number_is_kept_without_its_spaces(scheme, typed, value):
    assert read(scheme, typed) == value


@pytest.mark.parametrize(
    "scheme, typed, code",
    [
        ("finess", "75071218", "not_an_identifier"),
        ("finess", "2C0000386", "not_an_identifier"),
        ("finess", "750712185", "wrong_key"),
        ("siren", "267500453", "wrong_key"),
        ("siret", "26750045200012", "wrong_key"),
        ("siret", "267500452", "not_an_identifier"),
        ("rpps", "1000345678O", "not_an_identifier"),
        ("rpps", "10003456787", "wrong_key"),
    ],
)
def test_what_is_no_number_is_kept_as_typed_with_why(scheme, typed, code):
    answer = read(scheme, typed)
    assert isinstance(answer, Unreadable)
    assert (answer.text, answer.code, SCHEMES[scheme].title in answer.message) == (typed, code, True)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_example_is_one_and_is_shown_as_it_is_written(scheme):
    question, example = asked("identifier", scheme=scheme), SCHEMES[scheme].example
    value = read(scheme, example)
    assert not isinstance(value, Unreadable)
    assert question.kind.show(value, question, LABELS) == (example.replace(" ", "\u00a0"),)
    assert read(scheme, question.kind.typed(value)) == value


@given(st.from_regex("[0-9]{10}", fullmatch=True), st.integers(0, 9))
def test_one_wrong_figure_never_passes(number, wrong):
    right = luhn.calc_check_digit(number)
    assert isinstance(read("rpps", f"{number}{wrong}"), Unreadable) is (str(wrong) != right)


@given(st.sampled_from(sorted(SCHEMES)), st.text(max_size=20))
def test_any_text_is_read(scheme, typed):
    answer = read(scheme, typed)
    assert answer is None or isinstance(answer, str | Unreadable)
