"""What reads as which tree, and what is refused where."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions import ParseError, parse
from questionnaire.expressions.axes import Axis
from questionnaire.expressions.parser import MAX_DEPTH, MAX_LENGTH
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Negation,
    Number,
    Operation,
    Parent,
    Path,
    Reference,
    Root,
    Self,
    Step,
    Text,
    Union,
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


A, B = Step(Axis.CHILD, "a"), Step(Axis.CHILD, "b")
UP, INNER = Step(Axis.PARENT, "node()"), Step(Axis.DESCENDANT_OR_SELF, "node()")


@pytest.mark.parametrize(
    "text, tree",
    [
        ("age", Column("age")),
        ("./age", Column("age")),
        ("child::age", Column("age")),
        ("/", Root()),
        ("/a/b", Path(Root(), (A, B))),
        ("//a", Path(Root(), (INNER, A))),
        (".//a", Path(Self(), (INNER, A))),
        ("../a", Path(Parent(), (A,))),
        ("../..", Path(Parent(), (UP,))),
        ("a/b", Path(Self(), (A, B))),
        ("${r}/a", Path(Reference("r"), (A,))),
        ("@id", Path(Self(), (Step(Axis.ATTRIBUTE, "id"),))),
        ("*", Path(Self(), (Step(Axis.CHILD, "*"),))),
        ("ancestor::a/text()", Path(Self(), (Step(Axis.ANCESTOR, "a"), Step(Axis.CHILD, "text()")))),
        ("a[1][b]", Path(Self(), (Step(Axis.CHILD, "a", (ONE, Column("b"))),))),
        ("(a)[1]", Kept(Column("a"), ONE)),
        ("(//a)[1]/b", Path(Kept(Path(Root(), (INNER, A)), ONE), (B,))),
        ("a | /b", Union((Column("a"), Path(Root(), (B,))))),
        ("-a | b", Negation(Union((Column("a"), Column("b"))))),
        ("instance('l')/root", Path(Call("instance", (Text("l"),)), (Step(Axis.CHILD, "root"),))),
        ("* * *", Operation("*", (Path(Self(), (Step(Axis.CHILD, "*"),)),) * 2)),
        ("a -b", Operation("-", (Column("a"), Column("b")))),
        ("a-b", Column("a-b")),
        ("div div mod", Operation("div", (Column("div"), Column("mod")))),
    ],
)
def test_path_reads_as_tree(text, tree):
    assert parse(text).tree == tree


@pytest.mark.parametrize(
    "text, position, message",
    [
        ("/a/", 3, "Un nom est attendu dans ce chemin, au lieu de la fin de l’expression."),
        ("a/1", 2, "Un nom est attendu dans ce chemin, au lieu de «\u00a01\u00a0»."),
        ("a/round()", 2, "Un nom est attendu dans ce chemin, au lieu de «\u00a0round()\u00a0»."),
        ("@", 1, "Un nom est attendu dans ce chemin, au lieu de la fin de l’expression."),
        ("above::a", 0, "«\u00a0above::\u00a0» n’est pas une direction de chemin."),
        ("a |", 3, "Il manque une valeur à la fin de l’expression."),
        (".[1]", 1, "«\u00a0[\u00a0» est de trop ici."),
        ("text(1)", 5, "«\u00a01\u00a0» est de trop ici."),
    ],
)
def test_mistake_in_a_path_is_refused_at_its_place(text, position, message):
    error = refused(text)
    assert (error.code, error.position, error.message) == ("syntax", position, message)


def test_answers_as_they_were_last_saved_are_not_supported_yet():
    assert (refused("${last-saved#a}").code, refused("${last-saved#a}").position) == ("path_not_supported", 0)


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
