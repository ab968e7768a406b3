"""The tables of the authors' guide, read back: the meaning of every key is written there, and nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_KEY = re.compile(r"^\| `(?P<name>\w+)` \| (?:yes)? *\| (?P<meaning>.+?) \|$", re.MULTILINE)
_KIND = re.compile(r"^\| `(?P<name>\w+)` \| (?P<meaning>.+?) \| .*\|$", re.MULTILINE)
_TABLE = re.compile(r"^### Keys of (?P<place>.+)\n(?P<rows>(?:(?!#).*\n)*)", re.MULTILINE)
_KINDS = re.compile(r"^## Kinds of questions\n(?P<rows>(?:(?!#).*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Guide:
    """Meanings by name: those of the kinds, and those of the keys at each place (« a question », « the form »)."""

    kinds: Mapping[str, str]
    keys: Mapping[str, Mapping[str, str]]


def read_guide(text: str) -> Guide:
    """The meanings told by the guide; empty where it tells none."""
    found = _KINDS.search(text)
    return Guide(
        kinds=_meanings(_KIND, found["rows"] if found else ""),
        keys={_plain(table["place"]): _meanings(_KEY, table["rows"]) for table in _TABLE.finditer(text)},
    )


def _meanings(row: re.Pattern[str], rows: str) -> dict[str, str]:
    return {found["name"]: _plain(found["meaning"]) for found in row.finditer(rows)}


def _plain(text: str) -> str:
    return text.replace("`", "")
