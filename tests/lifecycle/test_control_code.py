import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.lifecycle import BadControlCode, make_control_code, parse_control_code
from questionnaire.lifecycle.control_code import ALPHABET

ENTROPY = st.binary(min_size=10, max_size=10)


@given(ENTROPY)
def test_code_has_four_groups_of_the_alphabet(entropy):
    assert re.fullmatch(f"[{ALPHABET}]{{4}}(-[{ALPHABET}]{{4}}){{3}}", make_control_code(entropy))


@given(ENTROPY, ENTROPY)
def test_codes_keep_75_bits(one, other):
    same_start = int.from_bytes(one) >> 5 == int.from_bytes(other) >> 5
    assert (make_control_code(one) == make_control_code(other)) is same_start


@given(ENTROPY)
def test_code_is_read_as_people_type_it(entropy):
    code = make_control_code(entropy)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert parse_control_code(typed) == code


@given(ENTROPY, st.integers(0, 15), st.integers(1, 31))
def test_one_wrong_letter_shows(entropy, place, shift):
    letters = list(make_control_code(entropy).replace("-", ""))
    letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + shift) % 32]
    with pytest.raises(BadControlCode):
        parse_control_code("".join(letters))


@pytest.mark.parametrize("typed", ["", "ABCD", "UUUU-UUUU-UUUU-UUUU", "0000-0000-0000-0000-0", "é" * 16])
def test_other_texts_are_refused(typed):
    with pytest.raises(BadControlCode):
        parse_control_code(typed)


def test_code_takes_ten_random_bytes():
    with pytest.raises(ValueError, match="10 random bytes"):
        make_control_code(b"short")
