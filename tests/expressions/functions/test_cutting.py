"""Texts cut and written otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.answers import value


@pytest.mark.parametrize(
    "text, expected",
    [
        ("substr('hello', 1, 4)", "ell"),
        ("substr('hello', 0, -1)", "hell"),
        ("substr('hello', -2)", "lo"),
        ("substr('hello', 9)", ""),
        ("substr('hello', 0 div 0)", ""),
        ("substr('hello', -1 div 0, 1 div 0)", "hello"),
        ("substring('12345', 2, 3)", "234"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0, 3)", "12"),
        ("substring('12345', 0 div 0, 3)", ""),
        ("substring('12345', -42)", "12345"),
        ("substring-before('2026-07-14', '-')", "2026"),
        ("substring-before('abc', '')", ""),
        ("substring-before('abc', 'x')", ""),
        ("substring-after('2026-07-14', '-')", "07-14"),
        ("substring-after('abc', '')", "abc"),
        ("substring-after('abc', 'x')", ""),
        ("ends-with('abc', 'bc')", True),
        ("ends-with('abc', 'b')", False),
        ("translate('été', 'é', 'e')", "ete"),
        ("translate('12 34', ' ', '')", "1234"),
        ("translate('aa', 'aa', 'bc')", "bb"),
        ("normalize-space('  deux   mots\u00a0:  ')", "deux mots\u00a0:"),
    ],
)
def test_text(text, expected):
    assert value(text) == expected


@given(text=st.text(), start=st.integers(-9, 9), end=st.integers(-9, 9))
def test_substr_is_a_slice(text, start, end):
    assert value("substr(${t}, ${a}, ${b})", t=text, a=float(start), b=float(end)) == text[start:end]


@given(text=st.text(), part=st.text(min_size=1))
def test_what_comes_before_and_after_make_the_text_again(text, part):
    whole = value("concat(substring-before(${t}, ${p}), ${p}, substring-after(${t}, ${p}))", t=text, p=part)
    assert (whole == text) == (part in text or text == part)
