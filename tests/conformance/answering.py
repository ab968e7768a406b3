"""Evaluate one case of a conformance file."""

import math
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from questionnaire.expressions import (
    NOT_YET,
    EvaluationError,
    Expression,
    Node,
    NodeSet,
    ParseError,
    Scope,
    World,
    parse,
)
from questionnaire.expressions.tree import Call, walk
from tests.conformance.judging import Case
from tests.conformance.tree import XmlNode, at, document


@dataclass(frozen=True, slots=True)
class Answer:
    """What the language says to a case; `served` is false for what it does not offer yet."""

    value: Any = None
    error: str | None = None
    served: bool = True

    def entry(self, identifier: str) -> dict[str, Any]:
        """Return the line of the answers file."""
        result = {"value": self.value} if self.error is None else {"error": self.error}
        return {"id": identifier, **result}


def answer(case: Case, now: datetime) -> Answer:
    """Answer a case at a moment, in the moment's zone."""
    try:
        expression = parse(case["expr"])
    except ParseError as error:
        return Answer(error=str(error), served=error.code != "path_not_supported")
    missing = [
        tree.function for tree, _ in walk(expression.tree) if isinstance(tree, Call) and tree.function in NOT_YET
    ]
    scope = scope_of(case, now)
    if missing or scope is None:
        return Answer(error=missing[0] if missing else "no such context", served=False)
    try:
        return Answer(_typed(expression, case["type"], scope))
    except EvaluationError as error:
        return Answer(error=str(error))


def scope_of(case: Case, now: datetime) -> Scope | None:
    """Where a case is evaluated at a moment: at its context, in its instance; None where that has no such place."""
    root = document(case.get("instance"))
    node = at(root, case.get("context"))
    return (
        None
        if node is None
        else Scope(node, World(_find, now, instance=_instances(root), draw=lambda _: secrets.randbits(128)))
    )


def _typed(expression: Expression, kind: str, scope: Scope) -> Any:
    match kind:
        case "number":
            return _plain(expression.number(scope))
        case "boolean":
            return expression.boolean(scope)
        case "string":
            return expression.text(scope)
    value = expression.evaluate(scope)
    return [_path(node) for node in value] if isinstance(value, tuple) else expression.text(scope)


def _plain(number: float) -> float | str:
    """JSON has no NaN nor infinity: they are written as words."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return number


def _path(node: Node) -> str:
    return node.path if isinstance(node, XmlNode) else ""


def _instances(root: XmlNode) -> Callable[[str], NodeSet]:
    """The `instance` elements by their id."""
    found = {one.value: node for node in root.walk() for one in node.attributes if one.name == "id"}
    return lambda name: (found[name],) if name in found and found[name].name == "instance" else ()


def _find(name: str, node: Node, _: NodeSet) -> NodeSet:
    """Find `${name}` anywhere in the instance, so that cases may use it too."""
    while node.parent is not None:
        node = node.parent
    found: list[Node] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        found.extend([current] if current.name == name else [])
        waiting.extend(reversed(current.children))
    return tuple(found)
