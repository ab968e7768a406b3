"""Where an expression may draw: only in a value that is kept, and that nothing draws again."""

import pytest

from questionnaire.expressions import Around, Shape, check, is_kept, parse
from questionnaire.expressions.errors import caret

ROOT = Shape("form")
NAMES = {"age": ROOT.grown("age")}


def faults(text, *, kept):
    found = check(parse(text), Around(ROOT.beside(), NAMES, kept=kept)).faults
    return [(fault.code, caret(text, fault.position).splitlines()[1].index("^")) for fault in found]


@pytest.mark.parametrize(
    "text",
    [
        "random()",
        "uuid(8)",
        "concat('P-', uuid(8))",
        "int(random() * 6) + 1",
        "once(today())",
        "once(if(${age} > 17, random(), ''))",
        "join(' ', randomize(${age}, 42))",
        "once(join(' ', randomize(${age})))",
    ],
)
def test_value_that_is_kept_may_be_drawn(text):
    assert faults(text, kept=True) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        ("${age} > random()", [("drawn_again", 9)]),
        ("if(${age} > 17, uuid(), '')", [("drawn_again", 16)]),
        ("join(' ', randomize(${age}))", [("drawn_again", 10)]),
        ("if(${age} > 17, once(random()), '')", [("once_inside", 16), ("drawn_again", 21)]),
        ("once(once(random()))", [("once_inside", 5)]),
    ],
)
def test_draw_that_would_come_again_is_told_with_its_place(text, expected):
    assert faults(text, kept=True) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("${age} > random()", [("drawn_in_rule", 9)]),
        ("uuid() != ''", [("drawn_in_rule", 0)]),
        ("once(${age})", [("drawn_in_rule", 0)]),
        ("count(randomize(${age}, 3)) = 1", [("drawn_in_rule", 6)]),
    ],
)
def test_rule_does_not_draw(text, expected):
    assert faults(text, kept=False) == expected


@pytest.mark.parametrize(
    "text, kept",
    [
        ("once(1)", True),
        ("1 + random()", True),
        ("concat(uuid())", True),
        ("join('', randomize(${age}))", True),
        ("join('', randomize(${age}, 3))", False),
        ("today()", False),
    ],
)
def test_value_is_kept_when_it_is_drawn(text, kept):
    assert is_kept(parse(text).tree) is kept
