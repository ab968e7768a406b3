"""Names of places in a filled form: ``titre``, ``membre[k3]``, ``membre[k3].m_nom``."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from questionnaire.errors import QuestionnaireError

_KEY = "[A-Za-z0-9_-]{1,40}"
_PATH = re.compile(rf"(?P<head>[A-Za-z_][\w-]*)(?:\[(?P<key>{_KEY})\](?:\.(?P<leaf>[A-Za-z_][\w-]*))?)?")


class BadPath(QuestionnaireError):
    """A text that names no place of any form."""


@dataclass(frozen=True, slots=True)
class Path:
    """``name`` alone for a question of the form; with ``group`` and ``key`` for a question of an item.

    An item itself has a ``group`` and a ``key`` and no ``name``.
    """

    name: str | None
    group: str | None = None
    key: str | None = None

    def __str__(self) -> str:
        if self.group is None:
            return self.name or ""
        item = item_path(self.group, self.key or "")
        return f"{item}.{self.name}" if self.name else item


def item_path(group: str, key: str) -> str:
    """The path of an item of a repeat."""
    return f"{group}[{key}]"


def leaf_path(group: str, key: str, name: str) -> str:
    """The path of a question inside an item."""
    return f"{group}[{key}].{name}"


def stands_in(path: str, names: Collection[str]) -> bool:
    """Whether a path is one of these names, or in an item of a repeat among them."""
    return path in names or path.partition("[")[0] in names


def is_key(text: str) -> bool:
    """Whether a text may be the key of an item."""
    return re.fullmatch(_KEY, text) is not None


def parse_path(text: str) -> Path:
    """Read a path; raises BadPath for anything else."""
    match = _PATH.fullmatch(text)
    if match is None:
        raise BadPath(f"«\u00a0{text}\u00a0» n’est pas le nom d’une question.")
    if match["key"] is None:
        return Path(match["head"])
    return Path(match["leaf"], match["head"], match["key"])
