"""How a value of one type becomes another; each conversion rule of the dialect is one function."""

import math
import re
from collections.abc import Iterator
from datetime import date, tzinfo
from decimal import Decimal

from questionnaire.expressions.moments import days_of_moment, moment_of_text, text_of_moment
from questionnaire.expressions.scope import Atom, Node, Value

NAN = math.nan

_DECIMAL = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_XML_SPACE = " \t\r\n"
_LARGEST_PLAIN = 1e15
"""Below it a whole float prints exactly as an int."""


def text_of(value: Value) -> str:
    """A node-set is the text of its first node, blank when empty; the other types print as said below."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return text_of(value[0].value) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return text_of_moment(value)
    return number_text(float(value))


def number_text(value: float) -> str:
    """A number prints without exponent nor trailing zeros; no number is NaN, minus zero is 0."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value.is_integer() and abs(value) < _LARGEST_PLAIN:
        return str(int(value))
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_of(value: Value, zone: tzinfo) -> float:
    """A node-set is the number of its first node; a truth is 1 or 0; a moment is its days since 1970."""
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        return number_of_text(value, zone)
    if isinstance(value, tuple):
        return number_of(value[0].value, zone) if value else NAN
    if isinstance(value, date):
        return days_of_moment(value)
    return float(value)


def number_of_text(text: str, zone: tzinfo) -> float:
    """Digits with an optional minus and point; else a moment in ISO form; else, and for a blank, NaN."""
    stripped = text.strip(_XML_SPACE)
    if _DECIMAL.fullmatch(stripped):
        return float(stripped)
    moment = moment_of_text(stripped, zone)
    return NAN if moment is None else days_of_moment(moment)


def boolean_of(value: Value) -> bool:
    """Blank, 0 and NaN are false, any other text is true; a node-set is true when one node is."""
    if isinstance(value, tuple):
        return any(node_is_true(node) for node in value)
    if isinstance(value, float):
        return bool(value) and not math.isnan(value)
    return bool(value)


def node_is_true(node: Node) -> bool:
    """A blank answer is false although it exists; a group that holds something is true."""
    return boolean_of(node.value) or bool(node.children)


def atom_of(value: Value) -> Atom:
    """A node-set is the typed value of its first node, blank when empty."""
    if isinstance(value, tuple):
        return value[0].value if value else ""
    return value


def atoms_of(values: tuple[Value, ...]) -> Iterator[Atom]:
    """Node-sets among arguments count as one argument for each of their nodes."""
    for value in values:
        if isinstance(value, tuple):
            yield from (node.value for node in value)
        else:
            yield value


def moment_of(value: Atom, zone: tzinfo) -> date | None:
    """A moment, or a text that looks like one; None for anything else."""
    if isinstance(value, str):
        return moment_of_text(value, zone)
    return value if isinstance(value, date) else None
