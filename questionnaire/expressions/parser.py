"""Turn tokens into a tree by precedence, refusing what is wrong and naming what is not served yet."""

import math

from questionnaire.expressions import complaints
from questionnaire.expressions.lexer import Kind, Token, tokens
from questionnaire.expressions.tree import (
    Call,
    Column,
    Kept,
    Negation,
    Number,
    Operation,
    Parent,
    Reference,
    Self,
    Text,
    Tree,
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

NODE_TESTS = ("node", "text", "comment", "processing-instruction")


def read_tree(text: str, *, columns: bool = False) -> Tree:
    """Return the tree of `text`; raise ParseError, with its position, for anything else.

    With `columns`, a name alone is what a list says of a choice.
    """
    if len(text) > MAX_LENGTH:
        raise complaints.too_long(MAX_LENGTH)
    parser = _Parser(text, columns=columns)
    tree = parser.whole()
    if any(depth > MAX_DEPTH for _, depth in walk(tree)):
        raise complaints.too_deep(0)
    return tree


class _Parser:
    """Recursive descent over the tokens of one text, one token ahead."""

    def __init__(self, text: str, *, columns: bool) -> None:
        self._columns = columns
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
        tree = self._value()
        for _ in range(signs):
            tree = Negation(tree)
        return tree

    def _value(self) -> Tree:
        token = self._take()
        match token.kind, token.text:
            case Kind.NUMBER, digits:
                return _number(digits, token.position)
            case Kind.TEXT, content:
                return Text(content, token.position)
            case Kind.REFERENCE, name:
                return self._kept(Reference(name, token.position))
            case Kind.NAME, _:
                return self._call(token)
            case Kind.SYMBOL, ".":
                return Self(token.position)
            case Kind.SYMBOL, "..":
                return Parent(token.position)
            case Kind.SYMBOL, "(":
                return self._group(token)
            case Kind.PATH, step:
                raise complaints.path(step, token.position)
        raise complaints.operand_expected(token.text, token.position)

    def _kept(self, nodes: Tree) -> Tree:
        """Read the conditions between brackets that follow answers."""
        while self._is("["):
            opening = self._take()
            self._enter(opening)
            nodes = Kept(nodes, self._operation(1))
            if self._next.kind is Kind.END:
                raise complaints.open_bracket(opening.position)
            if not self._is("]"):
                raise _misplaced(self._next)
            self._take()
            self._nesting -= 1
        return nodes

    def _group(self, opening: Token) -> Tree:
        self._enter(opening)
        tree = self._operation(1)
        self._close(opening)
        return tree

    def _call(self, name: Token) -> Tree:
        if not self._is("("):
            if self._columns:
                return Column(name.text, name.position)
            raise complaints.bare_name(name.text, name.position)
        if name.text in NODE_TESTS:
            raise complaints.path(f"{name.text}()", name.position)
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


def _misplaced(token: Token) -> Exception:
    if token.kind is Kind.PATH:
        return complaints.path(token.text, token.position)
    return complaints.unexpected(token.text, token.position)
