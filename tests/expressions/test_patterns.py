"""Patterns match what Python's own engine matches, and never take long."""

import re
import time
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions import EvaluationError
from questionnaire.expressions.patterns import MAX_PATTERN, MAX_SUBJECT, machine_of_pattern, matches

BEYOND = (
    "Le motif de regex emploie une construction non admise"
    " (rappel, condition avant ou arrière, \\b, option, répétition possessive)."
)
MAIL = r"^[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$"


@pytest.mark.parametrize(
    "pattern, text, expected",
    [
        ("", "", True),
        ("", "a", False),
        ("[0-9]{5}", "75013", True),
        ("[0-9]{5}", "750131", False),
        ("^0[1-9]( ?[0-9]{2}){4}$", "01 23 45 67 89", True),
        (MAIL, "ada@chu.example.fr", True),
        (MAIL, "ada@chu", False),
        ("a|bc?", "b", True),
        ("(?:ab)+", "ababa", False),
        ("a{2,}", "aaaa", True),
        ("a{,2}", "aaa", False),
        ("a{x}", "a{x}", True),
        ("a.c", "a\nc", False),
        (r"\d+\.\d+", "1.5", True),
        (r"[^\]]+", "]", False),
        (r"[]a]+", "a]", True),
        (r"\\", "\\", True),
        ("a$b", "ab", False),
        ("$^", "", True),
        ("é+?", "éé", True),
        (r"[\w '-]+", "Anne-Sophie d'Été", True),
    ],
)
def test_pattern_matches_the_whole_text(pattern, text, expected):
    assert matches(pattern, text) is expected


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a|a)*b", "(a|aa)+$", "(.*)*x", "a*a*a*a*a*a*a*a*b", "(a?){30}a{30}b", "(([a-z])+.)+[A-Z]"],
)
def test_treacherous_pattern_is_matched_at_once(pattern):
    machine_of_pattern.cache_clear()
    before = time.thread_time()  # a busy machine is no fault of the pattern
    assert matches(pattern, "a" * (MAX_SUBJECT - 1) + "!") is False
    assert time.thread_time() - before < 1


@pytest.mark.parametrize(
    "pattern, message",
    [
        ("(", "Le motif de regex est fautif (caractère 1)."),
        ("a**", "Le motif de regex est fautif (caractère 3)."),
        ("a" * (MAX_PATTERN + 1), "Le motif de regex dépasse 500 caractères."),
        (
            "(a{900}){900}",
            "Le motif de regex répète trop\u00a0; pour une longueur, employez string-length().",
        ),
        *[(pattern, BEYOND) for pattern in [r"(a)\1", "(?=a)a", "(?<!a)b", r"\ba", "(?i)a", "a*+", "(?P<x>a)"]],
    ],
)
def test_pattern_that_cannot_be_used_is_refused(pattern, message):
    with pytest.raises(EvaluationError) as caught:
        matches(pattern, "a")
    assert str(caught.value) == message


@pytest.mark.parametrize("length,expected", [(MAX_SUBJECT, True), (MAX_SUBJECT + 1, False)])
def test_text_too_long_matches_nothing(length, expected):
    assert matches("a*", "a" * length) is expected


ATOMS = st.sampled_from(["a", "b", ".", r"\d", "[ab]", "[^a]", r"\.", "(^)", "($)", "1"])
COUNTS = st.sampled_from(["", "*", "+", "?", "{2}", "{1,2}", "{,2}", "{,}", "{0,}", "*?"])


def _with_count(pair):
    atom, count = pair
    return atom + count


def _grown(patterns):
    group = patterns.map("({})".format) | patterns.map("(?:{})".format)
    return (
        st.lists(patterns, min_size=1, max_size=3).map("".join)
        | st.lists(patterns, min_size=2, max_size=3).map("|".join)
        | st.tuples(group, COUNTS).map(_with_count)
    )


PATTERNS = st.recursive(st.tuples(ATOMS, COUNTS).map(_with_count), _grown, max_leaves=5)


@given(PATTERNS, st.text("ab1.", max_size=6))
def test_same_answer_as_python(pattern, text):
    assert matches(pattern, text) is (re.fullmatch(pattern, text) is not None)


@given(st.text(max_size=20) | st.text(r"ab()[]{}*+?|^$\.,-0d", max_size=12), st.text("ab0", max_size=5))
def test_any_pattern_is_answered_as_by_python_or_refused(pattern, text):
    try:
        answer = matches(pattern, text)
    except EvaluationError:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert answer is (re.fullmatch(pattern, text) is not None)
