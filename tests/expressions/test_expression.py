"""An expression in a scope: what it reads, what it gives, how it fails."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions import Atom, EvaluationError, parse
from questionnaire.expressions.printing import unparse
from questionnaire.expressions.tree import Tree
from tests.expressions.answers import Answer, form, scope_of, value
from tests.expressions.trees import TREES


def test_references_are_known_without_answers():
    expression = parse("${a} + sum(${b}) > ${a}")
    assert (expression.references, expression.uses_self) == (frozenset({"a", "b"}), False)


@pytest.mark.parametrize("text", [". > 1", "position(..)", "if(true(), 1, .)", "string-length()", "number()"])
def test_reading_the_context_is_known(text):
    assert parse(text).uses_self is True


def test_same_text_is_read_once():
    assert parse("1 + 1") is parse("1 + 1")


def test_expressions_of_one_tree_are_equal():
    assert parse("1+1") == parse(" 1 + 1 ")


def test_answer_keeps_its_type():
    assert value("${debut}", debut=date(2026, 7, 1)) == date(2026, 7, 1)


def test_self_is_the_context():
    assert parse(". * 2").number(scope_of(Answer("age", 21.0))) == 42.0


def test_parent_of_the_root_is_empty():
    assert parse("..").evaluate(scope_of(Answer("form"))) == ()


def repeat():
    hours: dict[str, Atom] = {"Ada": 3.0, "Bob": "", "Cléo": 4.0}
    items = [Answer("membre", children=[Answer("nom", name), Answer("heures", spent)]) for name, spent in hours.items()]
    return Answer("form", children=[Answer("seul", "oui"), *items])


@pytest.mark.parametrize(
    "text, expected",
    [
        ("count(${membre})", 3.0),
        ("count(${nom})", 3.0),
        ("sum(${heures})", 7.0),
        ("join(', ', ${nom})", "Ada, Bob, Cléo"),
        ("concat(${nom})", "AdaBobCléo"),
        ("${nom} = 'Bob'", True),
        ("${nom} != 'Bob'", True),
        ("${heures} > 3", True),
        ("${nom} = true()", True),
        ("${heures} > 4", False),
        ("boolean(${heures})", True),
        ("string(${nom})", "Ada"),
        ("${seul}", "oui"),
    ],
)
def test_repeat_seen_from_outside_is_all_its_items(text, expected):
    assert parse(text).atom(scope_of(repeat())) == expected


def test_one_blank_leaves_no_greatest():
    assert parse("max(${heures})").text(scope_of(repeat())) == "NaN"


@pytest.mark.parametrize("text, expected", [("${nom}", "Cléo"), ("position(..)", "3"), ("${seul}", "oui")])
def test_repeat_seen_from_inside_is_one_item(text, expected):
    hours = repeat().children[3].children[1]
    assert parse(text).text(scope_of(hours)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "rond(1)",
        "pulldata('a')",
        "round()",
        "count(1)",
        "sum('a')",
        "position(1)",
        "position(..)",
        "position(.)",
        "regex('a', '(')",
        "false(1)",
    ],
)
def test_faulty_call_fails_when_reached(text):
    with pytest.raises(EvaluationError):
        value(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("if(true(), 'a', rond(1))", "a"),
        ("if(false(), rond(1), 'b')", "b"),
        ("true() or rond(1)", True),
        ("false() and rond(1)", False),
        ("coalesce('a', rond(1))", "a"),
    ],
)
def test_part_not_needed_is_not_evaluated(text, expected):
    assert value(text) == expected


MOMENTS = st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=-11)))) | st.dates()
ATOMS = st.text(max_size=5) | st.floats() | st.booleans() | MOMENTS | st.just("")


@given(TREES, ATOMS, ATOMS, st.datetimes(timezones=st.just(UTC)))
def test_any_tree_is_computed_or_fails_as_said(tree: Tree, first, second, now):
    root = Answer("form", children=[Answer("a", first), Answer("b", second), Answer("a", second)])
    scope = scope_of(root.children[0], now)
    expression = parse(unparse(tree))
    for compute in (expression.evaluate, expression.boolean, expression.number, expression.text):
        with suppress(EvaluationError):  # any other error fails the test
            compute(scope)


def test_clock_is_the_scope_s():
    scope = form()
    assert (parse("today()").text(scope), parse("now()").text(scope)) == (
        "2026-07-14",
        "2026-07-14T00:30:00.000+02:00",
    )


def test_now_of_an_instant_without_zone_is_not_invented():
    assert parse("now()").evaluate(scope_of(Answer("f"), datetime(2026, 1, 1, tzinfo=UTC))) == datetime(
        2026, 1, 1, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        ("join(' ', ${nom}[. != 'Bob'])", "Ada Cléo"),
        ("join(' ', ${nom}[2])", "Bob"),
        ("join(' ', ${nom}[. != 'Ada'][2])", "Cléo"),
        ("count(${membre}[${heures} > 3])", "1"),
        ("count(${membre}[${seul} = 'oui'])", "3"),
        ("count(${nom}[false()])", "0"),
        ("${nom}[4]", ""),
        ("count(${membre}[count(${nom}[. = 'Ada']) > 0])", "1"),
    ],
)
def test_condition_between_brackets_keeps_some_answers(text, expected):
    assert parse(text).text(scope_of(repeat())) == expected


def test_condition_stands_in_the_item_and_sees_around_it():
    form_ = repeat()
    asked = Answer("action", children=[Answer("qui", "Ada Cléo"), Answer("total")])
    form_.children = [*form_.children, asked]
    asked.parent = form_
    text = "join(', ', ${nom}[selected(${qui}, .)])"
    assert parse(text).text(scope_of(asked.children[1])) == "Ada, Cléo"


def test_column_is_what_the_list_says_of_the_choice():
    option = Answer("choix", "h1", children=[Answer("ghu", "nord")])
    holds = parse("ghu = ${ghu}")
    assert holds.boolean(scope_of(Answer("form", children=[Answer("ghu", "nord"), option]).children[1])) is True


def test_name_alone_is_written_as_it_is_and_names_no_answer():
    assert (str(parse("ghu")), parse("ghu").references) == ("ghu", frozenset())
