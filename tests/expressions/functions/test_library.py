"""The declarations of the library hold together, and each function does what it says."""

import inspect

import pytest

from questionnaire.expressions import LIBRARY, NOT_YET
from tests.expressions.answers import value

SERVED = (
    "if coalesce selected count-selected intersects sum min max round int number string boolean not true false"
    " string-length concat join contains starts-with regex today now date count position completeness"
    " abs floor ceiling sqrt exp exp10 log log10 pow pi sin cos tan asin acos atan atan2"
    " substr substring substring-before substring-after ends-with translate normalize-space digest base64-decode"
    " boolean-from-string checklist weighted-checklist selected-at"
    " current indexed-repeat instance pulldata jr:choice-name"
    " name local-name last count-non-empty randomize random uuid once"
    " date-time decimal-date-time decimal-time format-date format-date-time distance area geofence"
    " period-start period-end period-days"
)


@pytest.mark.parametrize("other, common", [("b", True), ("c b", True), ("c", False), ("", False)])
def test_intersects_tells_whether_a_choice_is_common(other, common):
    assert value("intersects('a b', ${other})", other=other) is common


def test_library_serves_what_it_must():
    assert set(LIBRARY) == set(SERVED.split())


def test_no_function_is_both_served_and_to_come():
    assert set(LIBRARY) & NOT_YET == set()


@pytest.mark.parametrize("function", LIBRARY.values(), ids=LIBRARY)
def test_body_takes_the_declared_arguments(function):
    most = len(function.parameters) if function.most is None else function.most
    for count in {max(1, function.fewest) if function.of_self else function.fewest, most}:
        inspect.signature(function.body).bind("scope", *[None] * count)


@pytest.mark.parametrize("function", LIBRARY.values(), ids=LIBRARY)
def test_summary_is_a_sentence(function):
    assert function.summary[0].isupper()
    assert function.summary[-1] == "."


@pytest.mark.parametrize(
    "text, expected",
    [
        ("if('', 1, 2)", 2.0),
        ("if(${age} > 18, 'majeur', 'mineur')", "majeur"),
        ("coalesce(${vide}, 'x')", "x"),
        ("coalesce(1 * ${vide}, 'x')", "x"),
        ("coalesce(${age}, 'x')", 21.0),
        ("not(${vide})", True),
        ("boolean(${age} - 21)", False),
        ("number('2026-07-14') - number('2026-07-13')", 1.0),
        ("int(-1.9)", -1.0),
        ("int(${jour})", 20648.0),
        ("round(2.5)", 3.0),
        ("round(${age} div 4, 1)", 5.3),
        ("min(3, '1', 2)", 1.0),
        ("max(${age}, 3)", 21.0),
        ("sum(${vide})", 0.0),
        ("string-length('été')", 3.0),
        ("string(1 div 3)", "0.3333333333333333"),
        ("concat('a', 1, true())", "a1true"),
        ("join('-', 'a', 'b')", "a-b"),
        ("contains('abc', '')", True),
        ("starts-with('abc', 'ab')", True),
        ("regex('75013', '[0-9]{5}')", True),
        ("regex('75013 Paris', '[0-9]{5}')", False),
        ("selected(${choix}, ' b ')", True),
        ("selected(${choix}, 'bab')", False),
        ("selected('', '')", True),
        ("selected(${choix}, '')", False),
        ("count-selected(${choix})", 3.0),
        ("count-selected(' ')", 0.0),
        ("count(${vide})", 1.0),
        ("date('')", ""),
        ("date('demain')", ""),
        ("date(true())", ""),
        ("date(1 div 0)", ""),
        ("string(date(today() + 10))", "2026-07-24"),
        ("string(date('2026-03-20' + 20))", "2026-04-09"),
        ("string(date('2026-10-20' + 20))", "2026-11-09"),
        ("date('2026-07-14T00:00:00Z') = '2026-07-14'", True),
        ("${jour} + 180 > today()", True),
    ],
)
def test_function_gives(text, expected):
    assert value(text, age=21.0, vide="", choix="a b\tcc", jour="2026-07-14") == expected


@pytest.mark.parametrize("text", ["min(${vide})", "max(1, ${vide})", "sum(${mot})", "number('')", "int('x')"])
def test_missing_number_gives_nan(text):
    assert repr(value(text, vide="", mot="x")) == "nan"
