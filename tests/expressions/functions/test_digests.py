"""Digests and base 64, by values that any other tool gives."""

import pytest

from questionnaire.expressions import EvaluationError
from tests.expressions.answers import value


@pytest.mark.parametrize(
    "text, expected",
    [
        ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
        ("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("digest('abc', 'SHA-256')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        ("digest('abc', 'SHA-256', 'base64')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        ("string-length(digest('été', 'SHA-512', 'hex'))", 128.0),
        ("string-length(digest('été', 'SHA-384', 'hex'))", 96.0),
        ("base64-decode('w6l0w6k=')", "été"),
        ("base64-decode('é')", ""),
        ("base64-decode('/w==')", ""),
    ],
)
def test_code(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize("text", ["digest('abc', 'MD4')", "digest('abc', 'MD5', 'octal')"])
def test_unknown_algorithm_or_writing_is_told(text):
    with pytest.raises(EvaluationError, match=r"digest\(\)"):
        value(text)
