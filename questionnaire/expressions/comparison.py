"""The six comparisons, on values of any two types."""

import operator
from collections.abc import Callable
from datetime import date, tzinfo
from typing import Any

from questionnaire.expressions.moments import instant_of
from questionnaire.expressions.scope import Atom, Value
from questionnaire.expressions.values import atoms_of, boolean_of, moment_of, number_of

Relation = Callable[[Atom, Atom, tzinfo], bool]


def holds(relation: Relation, left: Value, right: Value, zone: tzinfo) -> bool:
    """A node-set holds when one of its nodes does; against a truth it counts as one truth."""
    if not isinstance(left, tuple) and not isinstance(right, tuple):
        return relation(left, right, zone)
    if isinstance(left, bool) or isinstance(right, bool):
        return relation(boolean_of(left), boolean_of(right), zone)
    if isinstance(left, tuple) and len(left) == 1 and not isinstance(right, tuple):
        return relation(left[0].value, right, zone)  # one answer beside one value: what nearly every rule compares
    lefts, rights = atoms_of((left,)), tuple(atoms_of((right,)))
    return any(relation(one, other, zone) for one in lefts for other in rights)


def equal(left: Atom, right: Atom, zone: tzinfo) -> bool:
    """Two texts compare as texts; a truth makes both truths; a moment makes both moments; else as numbers."""
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return boolean_of(left) is boolean_of(right)
    return _compared(operator.eq, left, right, zone)


def different(left: Atom, right: Atom, zone: tzinfo) -> bool:
    """The contrary of `equal` on two atoms; so NaN differs from everything."""
    return not equal(left, right, zone)


def _compared(compare: Callable[[Any, Any], bool], left: Atom, right: Atom, zone: tzinfo) -> bool:
    """Compare two moments as moments, anything else as numbers; NaN is never equal, less nor more."""
    if not isinstance(left, float) and not isinstance(right, float):
        first, second = moment_of(left, zone), moment_of(right, zone)
        if first is not None and second is not None:
            return compare(*_alike(first, second, zone))
    return compare(number_of(left, zone), number_of(right, zone))


def _alike(first: date, second: date, zone: tzinfo) -> tuple[date, date]:
    """Two dates stay dates; a date beside a time becomes its first instant."""
    if first.__class__ is second.__class__:
        return first, second
    return instant_of(first, zone), instant_of(second, zone)


def _ordering(compare: Callable[[Any, Any], bool]) -> Relation:
    """Order is between moments or numbers, never between texts: 'abc' < 'abcd' is false."""

    def relation(left: Atom, right: Atom, zone: tzinfo) -> bool:
        return _compared(compare, left, right, zone)

    return relation


RELATIONS: dict[str, Relation] = {
    "=": equal,
    "!=": different,
    "<": _ordering(operator.lt),
    "<=": _ordering(operator.le),
    ">": _ordering(operator.gt),
    ">=": _ordering(operator.ge),
}
