"""Where paths lead: axes, tests, conditions and ranks, on answers and beside them."""

from collections import Counter
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.expressions import EvaluationError, NodeKind, parse
from questionnaire.expressions.axes import AXES, Axis, in_document_order
from tests.expressions.answers import Answer, scope_of


def text(value):
    return Answer("", value, kind=NodeKind.TEXT)


def attribute(name, value):
    return Answer(name, value, kind=NodeKind.ATTRIBUTE)


def forest():
    """A form with two actions of two tasks each, and a list beside it."""
    actions = [
        Answer(
            "action",
            children=[
                Answer("nom", name),
                Answer("tache", f"{name}1", attributes=[attribute("etat", "fait")]),
                Answer("tache", f"{name}2", attributes=[attribute("etat", "prevu")]),
            ],
        )
        for name in "ab"
    ]
    return Answer("form", kind=NodeKind.ROOT, children=[Answer("titre", "T"), *actions, Answer("fin", "F")])


ENTRIES = Answer(
    "instance",
    kind=NodeKind.ROOT,
    children=[
        Answer(
            "liste",
            children=[
                Answer("item", children=[Answer("name", name), Answer("ghu", ghu)])
                for name, ghu in (("h1", "nord"), ("h2", "sud"), ("h3", "nord"))
            ],
        )
    ],
)


def scope(*path):
    """At the form, or at a place inside it, by its ranks."""
    node = forest()
    for rank in path:
        node = node.children[rank]
    here = scope_of(node)
    world = replace(here.world, instance=lambda name: (ENTRIES,) if name == "lieux" else ())
    return replace(here, world=world)


def ends(expression, scope):
    return cast("Any", parse(expression).evaluate(scope))


def found(expression, *path):
    return "".join(str(node.value) or node.name[0] for node in ends(expression, scope(*path)))


@pytest.mark.parametrize(
    "expression, at, expected",
    [
        ("titre", (), "T"),
        ("/titre", (1, 1), "T"),
        ("action/tache", (), "a1a2b1b2"),
        ("//tache", (1, 0), "a1a2b1b2"),
        (".//tache", (1,), "a1a2"),
        ("../nom", (1, 1), "a"),
        ("../../titre", (1, 1), "T"),
        ("action[2]/tache[1]", (), "b1"),
        ("//tache[2]", (), "a2b2"),
        ("(//tache)[2]", (), "a2"),
        ("action/tache[last()]", (), "a2b2"),
        ("action[nom = 'b']/tache", (), "b1b2"),
        ("//tache[@etat = 'prevu']", (), "a2b2"),
        ("//tache[@etat][1]", (), "a1b1"),
        ("//tache/@etat", (), "faitprevufaitprevu"),
        ("//@etat[. = 'fait']", (), "faitfait"),
        ("*[2]/*[1]", (), "a"),
        ("//tache/..", (), "aa"),
        ("//tache/../nom", (), "ab"),
        ("tache[1]/following-sibling::*", (1,), "a2"),
        ("tache[2]/preceding-sibling::*", (1,), "aa1"),
        ("tache[2]/preceding-sibling::*[1]", (1,), "a1"),
        ("ancestor::*", (1, 0), "a"),
        ("ancestor-or-self::node()", (1, 0), "faa"),
        ("following::node()", (1, 1), "a2abb1b2F"),
        ("preceding::*[1]", (2, 0), "a2"),
        ("preceding::tache", (2, 0), "a1a2"),
        ("descendant-or-self::*[self::nom or self::fin]", (), "abF"),
        ("titre | fin | //nom", (), "TabF"),
        ("fin | titre | fin", (), "TF"),
        ("text()", (0,), ""),
        ("current()/nom", (1,), "a"),
        ("//tache[. = concat(current()/nom, '1')]", (1,), "a1"),
        ("instance('lieux')/liste/item[ghu = 'nord']/name", (), "h1h3"),
        ("instance('lieux')/liste/item[starts-with(/titre, 'T')][2]/name", (), "h2"),
        ("${nom}[1]/../tache", (), "a1a2"),
        ("nothing/at/all", (), ""),
    ],
)
def test_path_leads_there(expression, at, expected):
    assert found(expression, *at) == expected


@pytest.mark.parametrize(
    "expression, at, expected",
    [
        ("position(..)", (2, 0), "2"),
        ("count(//tache)", (), "4"),
        ("name(..)", (2, 0), "action"),
        ("local-name(//@etat)", (), "etat"),
        ("name(/nothing)", (), ""),
        ("indexed-repeat(//tache, /action, 2)", (), "b1"),
        ("indexed-repeat(//tache, /action, 2, //tache, 2)", (), "b2"),
        ("indexed-repeat(${nom}, ${action}, 2)", (1, 1), "b"),
        ("indexed-repeat(${nom}, ${action}, '')", (2, 1), "a"),
        ("indexed-repeat(${nom}, ${action}, 3)", (), ""),
        ("count-non-empty(//nom | /nothing)", (), "2"),
        ("once('x')", (0,), "T"),
        ("once('x')", (), "x"),
        ("sum(//tache[position() = 1]) = sum(//tache[1])", (), "false"),
    ],
)
def test_functions_tell_of_places(expression, at, expected):
    assert parse(expression).text(scope(*at)) == expected


@pytest.mark.parametrize(
    "expression",
    ["('a')/b", "1 | titre", "(1 + 1)[1]", "instance('autres')/liste", "randomize(//nom, 'a')", "uuid(-1)"],
)
def test_path_from_what_is_no_place_is_told(expression):
    with pytest.raises(EvaluationError):
        parse(expression).evaluate(scope())


@given(st.integers(-(2**40), 2**40))
def test_seed_decides_an_order_and_loses_nothing(seed):
    letters = Answer("form", children=[Answer("x", letter) for letter in "ABCDEF"])
    shuffled = parse(f"join('', randomize(x, {seed}))").text(scope_of(letters))
    assert sorted(shuffled) == sorted("ABCDEF")
    assert parse(f"join('', randomize(x, {seed}))").text(scope_of(letters)) == shuffled


SEEDS = range(1, 2**31, 3_500_017)


def test_seeds_give_every_order_about_as_often():
    letters = Answer("form", children=[Answer("x", letter) for letter in "ABC"])
    orders = Counter(parse(f"join('', randomize(x, {seed}))").text(scope_of(letters)) for seed in SEEDS)
    assert len(orders) == 6
    assert max(orders.values()) < 2 * min(orders.values())


@st.composite
def documents(draw):
    """A tree of any shape, and all its nodes in document order."""
    root = Answer("r", kind=NodeKind.ROOT)
    nodes = [root]
    for _ in range(draw(st.integers(0, 12))):
        parent = draw(st.sampled_from(nodes))
        child = Answer(draw(st.sampled_from("ab")), parent=parent)
        parent.children = [*parent.children, child]
        nodes.append(child)
    return root, list(root.walk())


@given(documents(), st.data())
def test_five_axes_part_a_document(document, data):
    """XPath 1.0 §2.2: ancestor, descendant, following, preceding and self hold each node once."""
    _, nodes = document
    node = data.draw(st.sampled_from(nodes))
    axes = (Axis.ANCESTOR, Axis.DESCENDANT, Axis.FOLLOWING, Axis.PRECEDING, Axis.SELF)
    held = [id(other) for axis in axes for other in AXES[axis](node)]
    assert (len(held), set(held)) == (len(nodes), set(map(id, nodes)))


@given(documents(), st.data())
def test_order_is_that_of_the_document(document, data):
    _, nodes = document
    mixed = data.draw(st.lists(st.sampled_from(nodes)))
    kept = {id(node) for node in mixed}
    assert [id(node) for node in in_document_order(mixed)] == [id(node) for node in nodes if id(node) in kept]


def places(nodes):
    return {id(node): rank for rank, node in enumerate(nodes)}


@given(documents(), st.sampled_from(["//a", "//a/b", "//*/..", ".//a[1]", "//b/ancestor::a", "//a | //b//a"]))
def test_nodes_come_once_in_document_order(document, expression):
    root, nodes = document
    ranks = [places(nodes)[id(node)] for node in ends(expression, scope_of(root))]
    assert ranks == sorted(set(ranks))
