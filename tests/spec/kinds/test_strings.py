import unicodedata

import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from questionnaire.spec.kinds.strings import cleaned, given, on_one_line


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("un\r\ndeux\rtrois", "un\ndeux\ntrois"),
        ("un\x0bdeux\u2028trois", "un\ndeux\ntrois"),
        ("a\tb", "a b"),
        ("a\x00\x08\x1bb\x7f", "ab"),
        ("a\ud800b\uffff", "ab"),
        ("e\u0301te\u0301", "été"),
        (" \u00a0\u200b\ufeffmot\u202f\n", "mot"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
    ],
)
def test_cleaned_keeps_what_people_see(typed, kept):
    assert cleaned(typed) == kept


@forall(st.text())
def test_cleaned_twice_changes_nothing(text):
    assert cleaned(cleaned(text)) == cleaned(text)


@forall(st.text())
def test_cleaned_text_can_be_stored_and_compared(text):
    kept = cleaned(text)
    assert unicodedata.normalize("NFC", kept.encode().decode()) == kept


def test_cleaning_a_very_long_text_is_quick():
    assert len(cleaned("a" + " " * 300_000 + "b\n" * 300_000)) == 900_000


@pytest.mark.parametrize("typed,line", [("un\n\n  deux ", "un deux"), ("un  deux", "un  deux"), ("", "")])
def test_lines_are_joined_by_one_space(typed, line):
    assert on_one_line(typed) == line


def test_given_drops_blanks_and_repetitions():
    assert given(["b", "", " a ", "b", "\u200b"]) == ["b", "a"]
