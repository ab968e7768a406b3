"""Names of places in a filled form: ``titre``, ``membre[k3]``, ``membre[k3].m_nom``, ``but[k1].action[k2].a_nom``."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from questionnaire.errors import QuestionnaireError

_KEY = "[A-Za-z0-9_-]{1,40}"
_NAME = r"[A-Za-z_][\w-]*"
_PATH = re.compile(
    rf"(?:(?P<group>{_NAME}(?:\[{_KEY}\]\.{_NAME})*)\[(?P<key>{_KEY})\](?:\.(?P<leaf>{_NAME}))?|{_NAME})"
)


class BadPath(QuestionnaireError):
    """A text that names no place of any form."""


@dataclass(frozen=True, slots=True)
class Path:
    """``name`` alone for a question of the form; with ``group`` and ``key`` for a question of an item.

    An item itself has a ``group`` and a ``key`` and no ``name``. The ``group`` is the place of the repeat that holds
    the item: its name, or inside the items of another a path too (``but[k1].action``).
    """

    name: str | None
    group: str | None = None
    key: str | None = None

    def __str__(self) -> str:
        if self.group is None:
            return self.name or ""
        item = item_path(self.group, self.key or "")
        return f"{item}.{self.name}" if self.name else item

    @property
    def question(self) -> str:
        """The name, in the form, of the question that stands there; of an item, that of its repeat."""
        return self.name or question_name(self.group or "")

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the repeats around, the outermost first."""
        return () if self.group is None else names_along(self.group)


def item_path(group: str, key: str) -> str:
    """The path of an item of the repeat at ``group``."""
    return f"{group}[{key}]"


def leaf_path(group: str, key: str, name: str) -> str:
    """The path of a question inside an item."""
    return f"{group}[{key}].{name}"


def question_name(path: str) -> str:
    """The name, in the form, of the question at a path; of an item, that of its repeat."""
    return path.rpartition(".")[2].partition("[")[0]


def names_along(path: str) -> tuple[str, ...]:
    """The names that a path goes through, from the outside in, its own included."""
    return tuple(part.partition("[")[0] for part in path.split("."))


def items_around(path: str) -> tuple[str, ...]:
    """The paths of the items that hold what stands at a path, the outermost first; an item is not its own."""
    return tuple(path[: found.start()] for found in re.finditer(r"\.", path))


def page_item(path: str) -> str:
    """The path of the outermost item on the way to a path, or that it is; empty outside of any."""
    return path.partition(".")[0] if "[" in path else ""


def stands_in(path: str, names: Collection[str]) -> bool:
    """Whether a path is one of these names, or in an item of a repeat among them."""
    return path in names or any(path[: found.start()] in names for found in re.finditer(r"\[", path))


def is_key(text: str) -> bool:
    """Whether a text may be the key of an item."""
    return re.fullmatch(_KEY, text) is not None


def parse_path(text: str) -> Path:
    """Read a path; raises BadPath for anything else."""
    match = _PATH.fullmatch(text)
    if match is None:
        raise BadPath(f"«\u00a0{text}\u00a0» n’est pas le nom d’une question.")
    if match["key"] is None:
        return Path(text)
    return Path(match["leaf"], match["group"], match["key"])
