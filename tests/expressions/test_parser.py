"""What reads as which tree, and what is refused where."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions import ParseError, parse
from questionnaire.expressions.parser import MAX_DEPTH, MAX_LENGTH
from questionnaire.expressions.tree import (
    Call,
    Negation,
    Number,
    Operation,
    Parent,
    Reference,
    Self,
    Text,
    parts,
)

ONE, TWO, THREE = Number(1.0), Number(2.0), Number(3.0)


def refused(text):
    with pytest.raises(ParseError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    "text, tree",
    [
        ("1", ONE),
        (" 1 ", ONE),
        ("1.", ONE),
        (".5", Number(0.5)),
        ("'a'", Text("a")),
        ('"l\'été"', Text("l'été")),
        ("${nom}", Reference("nom")),
        ("${ date-fin.2 }", Reference("date-fin.2")),
        (".", Self()),
        ("..", Parent()),
        ("-1", Negation(ONE)),
        ("--1", Negation(Negation(ONE))),
        ("1 - 2 - 3", Operation("-", (ONE, TWO, THREE))),
        ("1 - (2 - 3)", Operation("-", (ONE, Operation("-", (TWO, THREE))))),
        ("1 + 2 * 3", Operation("+", (ONE, Operation("*", (TWO, THREE))))),
        ("(1 + 2) * 3", Operation("*", (Operation("+", (ONE, TWO)), THREE))),
        ("1 or 2 and 3", Operation("or", (ONE, Operation("and", (TWO, THREE))))),
        ("1 = 2 < 3", Operation("=", (ONE, Operation("<", (TWO, THREE))))),
        ("-1 * 2", Operation("*", (Negation(ONE), TWO))),
        ("1-1", Operation("-", (ONE, ONE))),
        ("1div 2", Operation("div", (ONE, TWO))),
        ("1 mod2", Operation("mod", (ONE, TWO))),
        ("'a'and'b'", Operation("and", (Text("a"), Text("b")))),
        (".>=1", Operation(">=", (Self(), ONE))),
        ("true()", Call("true", ())),
        ("jr:choice-name(${a}, 'b')", Call("jr:choice-name", (Reference("a"), Text("b")))),
        ("div(1)", Call("div", (ONE,))),
        ("count-selected(.)", Call("count-selected", (Self(),))),
        ("1\u00a0+\u00a02", Operation("+", (ONE, TWO))),
    ],
)
def test_text_reads_as_tree(text, tree):
    assert parse(text).tree == tree


@pytest.mark.parametrize(
    "text, position, message",
    [
        ("", 0, "Il manque une valeur à la fin de l’expression."),
        ("1 +", 3, "Il manque une valeur à la fin de l’expression."),
        ("1 + + 2", 4, "Il manque une valeur avant «\u00a0+\u00a0»."),
        ("${a} == 2", 6, "Il manque une valeur avant «\u00a0=\u00a0»."),
        ("if(, 1)", 3, "Il manque une valeur avant «\u00a0,\u00a0»."),
        ("1 2", 2, "Un opérateur est attendu ici."),
        ("1 And 1", 2, "Un opérateur est attendu ici."),
        ("${a} 'b'", 5, "Un opérateur est attendu ici."),
        ("'abc", 0, "Ce texte s’ouvre par un guillemet et ne se referme pas."),
        ("${a} = «oui»", 7, "Le guillemet « n’est pas admis dans une expression."),
        ("${a} = ’oui’", 7, "Le guillemet ’ n’est pas admis dans une expression."),
        ("${a", 0, "L’accolade de ${ n’est pas refermée."),
        ("${date de fin}", 0, "«\u00a0date de fin\u00a0» n’est pas un nom de question."),
        ("1 & 2", 2, "Le caractère «\u00a0&\u00a0» n’a pas de sens ici."),
        ("(1 + 2", 0, "Cette parenthèse n’est pas refermée."),
        ("1 + 2)", 5, "«\u00a0)\u00a0» est de trop ici."),
        ("round(1 2)", 8, "Un opérateur est attendu ici."),
        ("round(1,", 8, "Il manque une valeur à la fin de l’expression."),
        ("9" * 400, 0, "Ce nombre est trop grand."),
    ],
)
def test_mistake_is_refused_at_its_place(text, position, message):
    error = refused(text)
    assert (error.code, error.position, error.message) == ("syntax", position, message)


@pytest.mark.parametrize("text, position", [("${a}[1", 4), ("${a}[${b}[1]", 4), ("count(${a}[1)", 12)])
def test_condition_between_brackets_ends(text, position):
    error = refused(text)
    assert (error.code, error.position) == ("syntax", position)


@pytest.mark.parametrize(
    "text, position",
    [
        ("age", 0),
        ("1 + age", 4),
        ("/data/a", 0),
        ("../a", 2),
        ("//a", 0),
        ("(${a})[1]", 6),
        ("${a}/b", 4),
        ("@id", 0),
        ("child::a", 0),
        ("${a} | ${b}", 5),
        ("* = 1", 0),
        ("self::node()", 0),
        ("text()", 0),
        ("${last-saved#a}", 0),
        ("position(../..)", 11),
    ],
)
def test_path_is_refused_as_not_supported_yet(text, position):
    error = refused(text)
    assert (error.code, error.position) == ("path_not_supported", position)


def test_bare_name_is_told_to_be_written_as_reference():
    assert refused("age > 3").remedy == "Pour désigner une réponse, écrivez ${age}\u00a0; pour un texte, 'age'."


@pytest.mark.parametrize(
    "text, code",
    [
        ("(" * 5000 + "1" + ")" * 5000, "too_deep"),
        ("-" * 5000 + "1", "too_deep"),
        ("not(" * 5000, "too_deep"),
        ("1" + " + 1 - 1" * 2000, "too_deep"),
        ("1" * (MAX_LENGTH + 1), "too_long"),
    ],
)
def test_hostile_size_is_refused(text, code):
    assert refused(text).code == code


def test_long_chain_of_one_operator_is_read():
    names = [f"${{a}} = '{index}'" for index in range(500)]
    tree = parse(" or ".join(names)).tree
    assert len(parts(tree)) == 500


def test_nesting_up_to_the_limit_is_read():
    depth = MAX_DEPTH - 1
    assert parse("(" * depth + "1" + ")" * depth).tree == ONE


WORDS = "1 2.5 .5 'a' \"b\" ${a} ${b.c} ${ . .. ( ) , + - * / // = != < <= > >= or and div mod"
ODDITIES = "not( if( sum( nom [ ] @ | :: $ ' \" é \u00a0 \n"
PIECES = st.sampled_from(f"{WORDS} {ODDITIES}".split(" "))


@given(st.text() | st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_or_refused_at_a_place_of_it(text):
    position = 0
    with suppress(ParseError):
        try:
            parse(text)
        except ParseError as error:
            position = error.position
            raise
    assert 0 <= position <= len(text)
