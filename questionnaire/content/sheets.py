"""Tables of data on their way out: typed cells, before they are written in any format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Cell: TypeAlias = str | int | float | Decimal | date | None
"""None is an empty cell; a text is never a formula, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; every row has as many cells as there are ``columns``."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
