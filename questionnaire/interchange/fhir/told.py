"""What a declared form says, wherever it stands: two that say the same are equal."""

from dataclasses import fields, is_dataclass
from typing import Any, cast

from questionnaire.spec.nodes import Scalar

_PLACED = frozenset({"place"})


def told(value: object) -> object:
    """The content of a part of a declared form, without its places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, tuple):
        return tuple(map(told, value))
    if is_dataclass(value) and not isinstance(value, type):
        return tuple((name, told(one)) for name, one in parts(value))
    return value


def parts(spec: Any) -> list[tuple[str, Any]]:  # noqa: ANN401  # any declared spec
    """The keys that a part of a form has, and their values."""
    every = (
        (field.name, getattr(spec, field.name)) for field in fields(cast("Any", spec)) if field.name not in _PLACED
    )
    return [(name, value) for name, value in every if value is not None and value != ()]
