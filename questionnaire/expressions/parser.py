"""Turn tokens into a tree by precedence, refusing what is wrong."""

import math

from questionnaire.expressions import complaints
from questionnaire.expressions.axes import ANY_NODE, KINDS, Axis
from questionnaire.expressions.lexer import Kind, Token, tokens
from questionnaire.expressions.tree import (
    DEEPER,
    Call,
    Kept,
    Negation,
    Number,
    Operation,
    Parent,
    Reference,
    Root,
    Self,
    Step,
    Text,
    Tree,
    Union,
    along,
    walk,
)

MAX_LENGTH = 20_000
"""Characters of one expression."""

MAX_DEPTH = 64
"""Levels of the tree, and of nested parentheses: far below Python's own limit on recursion."""

LEVELS = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}
"""How tightly each operator binds; at one level the leftmost comes first."""

NODE_TESTS = frozenset(test.removesuffix("()") for test in (ANY_NODE, *KINDS))
AXES = {axis.value: axis for axis in Axis}
SLASHES: dict[str, tuple[Step, ...]] = {"/": (), "//": (DEEPER,)}
DOTS = {".": Axis.SELF, "..": Axis.PARENT}


def read_tree(text: str) -> Tree:
    """Return the tree of `text`; raise ParseError, with its position, for anything else."""
    if len(text) > MAX_LENGTH:
        raise complaints.too_long(MAX_LENGTH)
    parser = _Parser(text)
    tree = parser.whole()
    if any(depth > MAX_DEPTH for _, depth in walk(tree)):
        raise complaints.too_deep(0)
    return tree


class _Parser:
    """Recursive descent over the tokens of one text, one token ahead."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._next = next(self._tokens)
        self._nesting = 0

    def whole(self) -> Tree:
        tree = self._operation(1)
        if self._next.kind is not Kind.END:
            raise _misplaced(self._next)
        return tree

    def _take(self) -> Token:
        token, self._next = self._next, next(self._tokens, self._next)
        return token

    def _is(self, sign: str) -> bool:
        return self._next.kind in (Kind.SYMBOL, Kind.PATH) and self._next.text == sign

    def _operation(self, level: int) -> Tree:
        """Read operands joined by operators that bind at `level` or tighter."""
        left = self._signed()
        while self._next.kind is Kind.OPERATOR and LEVELS[self._next.text] >= level:
            operator = self._take().text
            left = _joined(operator, left, self._operation(LEVELS[operator] + 1))
        return left

    def _signed(self) -> Tree:
        signs = 0
        while self._is("-"):
            signs += 1
            if signs > MAX_DEPTH:
                raise complaints.too_deep(self._next.position)
            self._take()
        tree = self._union()
        for _ in range(signs):
            tree = Negation(tree)
        return tree

    def _union(self) -> Tree:
        operands = [self._value()]
        while self._is("|"):
            self._take()
            operands.append(self._value())
        return Union(tuple(operands)) if len(operands) > 1 else operands[0]

    def _value(self) -> Tree:
        token = self._take()
        match token.kind, token.text:
            case Kind.NUMBER, digits:
                return _number(digits, token.position)
            case Kind.TEXT, content:
                return Text(content, token.position)
            case Kind.PATH, "/" | "//":
                return self._from_root(token)
        return self._steps(self._start(token))

    def _start(self, token: Token) -> Tree:
        """Read what a path may start from."""
        match token.kind, token.text:
            case Kind.REFERENCE, name:
                return self._kept(Reference(name, token.position))
            case Kind.NAME, name if self._is("(") and name not in NODE_TESTS:
                return self._kept(self._call(token))
            case Kind.SYMBOL, ".":
                return Self(token.position)
            case Kind.SYMBOL, "..":
                return Parent(token.position)
            case Kind.SYMBOL, "(":
                return self._kept(self._group(token))
            case (Kind.NAME, _) | (Kind.PATH, "*" | "@"):
                return along(Self(token.position), (self._step(token),))
        raise complaints.operand_expected(token.text, token.position)

    def _kept(self, nodes: Tree) -> Tree:
        for condition in self._conditions():
            nodes = Kept(nodes, condition)
        return nodes

    def _conditions(self) -> tuple[Tree, ...]:
        """Read what stands between brackets after nodes."""
        conditions: list[Tree] = []
        while self._is("["):
            opening = self._take()
            self._enter(opening)
            conditions.append(self._operation(1))
            if self._next.kind is Kind.END:
                raise complaints.open_bracket(opening.position)
            if not self._is("]"):
                raise _misplaced(self._next)
            self._take()
            self._nesting -= 1
        return tuple(conditions)

    def _from_root(self, slash: Token) -> Tree:
        root = Root(slash.position)
        if slash.text == "/" and not self._begins_a_step():
            return root
        return self._steps(along(root, (*SLASHES[slash.text], self._step(self._take()))))

    def _steps(self, start: Tree) -> Tree:
        """Read the steps that follow a start; one of a path with nothing before it may have been read."""
        while self._is("/") or self._is("//"):
            slash = self._take()
            start = along(start, (*SLASHES[slash.text], self._step(self._take())))
        return start

    def _begins_a_step(self) -> bool:
        return self._next.kind is Kind.NAME or any(map(self._is, (".", "..", "@", "*")))

    def _step(self, token: Token) -> Step:
        """Read a step that begins with `token`."""
        if token.kind is Kind.SYMBOL and token.text in DOTS:
            return Step(DOTS[token.text], ANY_NODE, (), token.position)
        axis, first = Axis.CHILD, token
        if token.kind is Kind.PATH and token.text == "@":
            axis, token = Axis.ATTRIBUTE, self._take()
        elif token.kind is Kind.NAME and self._is("::"):
            axis = _axis(token)
            self._take()
            token = self._take()
        return Step(axis, self._test(token), self._conditions(), first.position)

    def _test(self, token: Token) -> str:
        if token.kind is Kind.PATH and token.text == "*":
            return "*"
        if token.kind is not Kind.NAME:
            raise complaints.step_expected(token.text, token.position)
        if not self._is("("):
            return token.text
        if token.text not in NODE_TESTS:
            raise complaints.step_expected(f"{token.text}()", token.position)
        self._close_at_once(self._take())
        return f"{token.text}()"

    def _close_at_once(self, opening: Token) -> None:
        self._enter(opening)
        self._close(opening)

    def _group(self, opening: Token) -> Tree:
        self._enter(opening)
        tree = self._operation(1)
        self._close(opening)
        return tree

    def _call(self, name: Token) -> Tree:
        opening = self._take()
        self._enter(opening)
        arguments: list[Tree] = []
        while not self._is(")"):
            if arguments:
                self._comma(opening)
            arguments.append(self._operation(1))
        self._close(opening)
        return Call(name.text, tuple(arguments), name.position)

    def _comma(self, opening: Token) -> None:
        if not self._is(","):
            raise _unclosed(self._next, opening)
        self._take()

    def _enter(self, opening: Token) -> None:
        self._nesting += 1
        if self._nesting > MAX_DEPTH:
            raise complaints.too_deep(opening.position)

    def _close(self, opening: Token) -> None:
        if not self._is(")"):
            raise _unclosed(self._next, opening)
        self._take()
        self._nesting -= 1


def _number(digits: str, position: int) -> Tree:
    value = float(digits)
    if math.isinf(value):
        raise complaints.number_too_big(position)
    return Number(value, position)


def _joined(operator: str, left: Tree, right: Tree) -> Tree:
    """Put `right` after `left`; a chain of one operator stays one flat operation however long it is."""
    if isinstance(left, Operation) and left.operator == operator:
        return Operation(operator, (*left.operands, right))
    return Operation(operator, (left, right))


def _unclosed(found: Token, opening: Token) -> Exception:
    return complaints.open_parenthesis(opening.position) if found.kind is Kind.END else _misplaced(found)


def _axis(name: Token) -> Axis:
    if name.text not in AXES:
        raise complaints.unknown_axis(name.text, name.position)
    return AXES[name.text]


def _misplaced(token: Token) -> Exception:
    return complaints.unexpected(token.text, token.position)
