"""What paths read, known before any answer: nothing else may change what an expression gives."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from questionnaire.expressions import Around, EvaluationError, Shape, check, parse
from tests.expressions.answers import Answer, scope_of

ROOT = Shape("form")
NAMES = {name: ROOT.grown(name) for name in ("a", "b")}
NAMES["r"] = ROOT.grown("r", repeated=True)
NAMES |= {name: NAMES["r"].grown(name) for name in ("x", "y")}
NAMES["s"] = ROOT.grown("s", repeated=True)
NAMES |= {"z": NAMES["s"].grown("z"), "c": ROOT.grown("c")}


def read(text, place="c"):
    return set(check(parse(text), Around(NAMES[place], NAMES)).names)


@pytest.mark.parametrize(
    "text, names",
    [
        ("${a} + 1", {"a"}),
        (".", set()),
        ("..", set()),
        ("../a = 1", {"a"}),
        ("/b", {"b"}),
        ("${r}/x", {"r", "x"}),
        ("count(${r})", {"r"}),
        ("count(../r[y > 2])", {"r", "y"}),
        ("../r[../a = y]/x", {"a", "r", "x", "y"}),
        ("//z", {"s", "z"}),
        ("../*", {"a", "b", "r", "s", "c"}),
        ("../r[1]/following-sibling::s/z", {"r", "s", "z"} - {"r"}),
        ("../r/*", {"r", "x", "y"}),
        ("current()/../a | ../b", {"a", "b"}),
        ("if(../a = 1, ../r/x, ../b)", {"a", "b", "r", "x"}),
        ("indexed-repeat(${x}, ${r}, 2)", {"r", "x"}),
    ],
)
def test_names_that_a_path_reads(text, names):
    assert read(text) == names


@pytest.mark.parametrize(
    "text, names",
    [("../y", {"r", "y"}), ("../../a", {"a"}), ("position(..)", set()), ("../preceding-sibling::r/x", {"r", "x"})],
)
def test_names_that_a_path_reads_inside_an_item(text, names):
    assert read(text, "x") == names


AXES = st.sampled_from(
    ["", "", "", "descendant::", "descendant-or-self::", "parent::", "self::", "ancestor::", "ancestor-or-self::",
     "following-sibling::", "preceding-sibling::", "following::", "preceding::"]
)  # fmt: skip
STEPS = st.builds("{}{}".format, AXES, st.sampled_from([*NAMES, "*", "node()"]))
STARTS = st.sampled_from(["..", "/.", "../..", ".", "current()/..", *(f"${{{name}}}" for name in NAMES)])


def conditions(inside):
    ranks = st.sampled_from(["1", "2", "last()", "position() > 1"])
    return st.just("") | st.builds("[{}]".format, ranks | st.builds("{} != ''".format, inside))


def paths(inside):
    steps = st.lists(st.builds("{}{}".format, STEPS, conditions(inside)), max_size=3)
    return st.builds(lambda start, steps: "/".join([start, *steps]), STARTS, steps)


EXPRESSIONS = st.builds(
    "{}({})".format, st.sampled_from(["count", "join", "count-non-empty"]), paths(paths(st.just(".")))
).map(lambda text: text.replace("join(", "join('-', "))


class Answers:
    """Answers of the form of this file; the question `c` is where the expression stands."""

    def __init__(self, values, first, second):
        self.values, self.items = values, {"r": first, "s": second}

    def tree(self, place):
        """The place of the expression: `c`, or `x` in the first item."""
        inside = {"r": ("x", "y"), "s": ("z",)}
        children = []
        for shape in ROOT.children:
            items = self.items.get(shape.name)
            if items is None:
                children.append(Answer(shape.name, self.values[shape.name]))
                continue
            for item in items:
                leaves = [Answer(name, value) for name, value in zip(inside[shape.name], item, strict=True)]
                children.append(Answer(shape.name, "", leaves))
        root = Answer("form", children=children)
        return next(one for one in root.walk() if one.name == place)


WORDS = st.sampled_from(["", "1", "2"])
PAIRS = st.tuples(WORDS, WORDS)
ANSWERS = st.builds(
    Answers,
    st.fixed_dictionaries(dict.fromkeys(("a", "b", "c"), WORDS)),
    st.lists(PAIRS, min_size=1, max_size=3),
    st.lists(st.tuples(WORDS), max_size=2),
)


def changed(answers, other, kept):
    """The first answers where they are read, others elsewhere."""
    values = {name: (answers if name in kept else other).values[name] for name in answers.values}
    return Answers(values, _items(answers, other, kept, "r", "xy"), _items(answers, other, kept, "s", "z"))


def _items(answers, other, kept, repeat, inside):
    if repeat not in kept:
        return other.items[repeat]
    news = other.items[repeat]
    return [
        tuple(
            value if name in kept or rank >= len(news) else news[rank][column]
            for column, (name, value) in enumerate(zip(inside, item, strict=True))
        )
        for rank, item in enumerate(answers.items[repeat])
    ]


def result(text, answers, place):
    try:
        return parse(text).atom(scope_of(answers.tree(place)))
    except EvaluationError as error:
        return str(error)


@given(EXPRESSIONS, ANSWERS, ANSWERS, st.sampled_from(["c", "x"]))
def test_nothing_that_is_not_read_decides(text, answers, other, place):
    checked = check(parse(text), Around(NAMES[place], NAMES))
    assume(not checked.faults)
    own = {"c": {"c"}, "x": {"x", "r"}}[place]
    assert result(text, answers, place) == result(text, changed(answers, other, checked.names | own), place)
