"""The plain values of a row: truths, first values, bounds, parameters."""

import re
from decimal import Decimal, InvalidOperation

from questionnaire.expressions import ParseError, unparse
from questionnaire.expressions.parser import read_tree
from questionnaire.expressions.tree import Negation, Number, Operation, Self, Tree
from questionnaire.spec.nodes import Scalar

YES = frozenset({"yes", "true", "true()", "oui", "1"})
NO = frozenset({"no", "false", "false()", "non", "0", ""})
_DYNAMIC = re.compile(r"\$\{|[A-Za-z][\w:-]*\(.*\)", re.DOTALL)
_QUOTED = re.compile(r"['\"]")
_PARAMETER = re.compile(r"([A-Za-z-]+)\s*=\s*(\S+)")
_BOUNDS = {">=": "min", "<=": "max"}


def truth(cell: Scalar) -> bool | None:
    """What « yes », « no » or « true() » say; None for an expression."""
    word = cell.text.lower()
    return True if word in YES else False if word in NO else None


def is_dynamic(text: str) -> bool:
    """Whether a first value is computed: it names a question or calls a function."""
    return _DYNAMIC.search(text) is not None


def literal(text: str) -> str | None:
    """A first value as our language writes it: as it is, or between quotes where it holds some; None if it cannot."""
    if not _QUOTED.search(text) and not re.search(r"[a-z-]+\(.*\)$", text):
        return text
    quote = next((one for one in "'\"" if one not in text), None)
    return None if quote is None else f"{quote}{text}{quote}"


def parameters(cell: Scalar | None) -> dict[str, str]:
    """``start=0 end=10 step=1`` by name, in small letters."""
    if cell is None:
        return {}
    return {name.lower(): value for name, value in _PARAMETER.findall(cell.text.replace(",", " ").replace(";", " "))}


def decimal(text: str) -> Decimal | None:
    """A finite number; None for anything else."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def bounds(rule: Scalar) -> dict[str, Scalar]:
    """``min`` and ``max`` where a constraint says only that: ``. >= 0 and . <= 120``; empty otherwise."""
    try:
        tree = read_tree(rule.text)
    except ParseError:
        return {}
    parts = tree.operands if isinstance(tree, Operation) and tree.operator == "and" else (tree,)
    found = [_bound(part) for part in parts]
    names = [one[0] for one in found if one is not None]
    if len(names) != len(parts) or len(set(names)) != len(names):
        return {}
    return {one[0]: Scalar(one[1], rule.place) for one in found if one is not None}


def _bound(tree: Tree) -> tuple[str, str] | None:
    match tree:
        case Operation(operator, (Self(), Number() | Negation(Number()) as number)) if operator in _BOUNDS:
            return _BOUNDS[operator], unparse(number)
        case _:
            return None
