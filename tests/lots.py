"""Which tests one process plays together: a server, a Java machine or a browser is started once for all who ask it."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]
LONG: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "browser": re.compile(r"\bmark\.browser\b"),
        "jvm": re.compile(r"\bmark\.jvm\b"),
        "faults": re.compile(r"\bmark\.faults\b"),
    }
)
"""The lots that are long, longest first, by the mark that stands in their files: they begin, the small ones fill up."""
FOLDERS = ("tests/storage/", "tests/web/")
"""Whose files share what takes long to make: a PostgreSQL server, an installation."""


@cache
def lot_of(file: str) -> str:
    """The lot of a file, given from the root: most files are one by themselves."""
    source = (ROOT / file).read_text(encoding="utf-8")
    marked = (name for name, mark in LONG.items() if mark.search(source))
    folders = (folder for folder in FOLDERS if file.startswith(folder))
    return next(marked, None) or next(folders, file)


def rank_of(file: str) -> int:
    """The place of a file's lot: the longest begin, so that no process waits for another at the end."""
    order = (*LONG, *FOLDERS)
    lot = lot_of(file)
    return order.index(lot) if lot in order else len(order)


def file_of(nodeid: str) -> str:
    """The file of a test."""
    return nodeid.partition("::")[0]


class Lots(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Gives each process a lot at a time, in the order of the collection.

    Not ``--dist loadgroup``: it writes the group into a test's id, where pytest no longer reads it.
    """

    def _split_scope(self, nodeid: str) -> str:
        return lot_of(file_of(nodeid))

    def schedule(self) -> None:
        """Keep the order: that of xdist, by number of tests, would begin the browser's last."""
        self.config.option.loadscopereorder = False
        super().schedule()
