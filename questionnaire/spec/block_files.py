"""Where blocks of questions stand on disk, and how the text of a form carries those that it includes."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

from questionnaire.spec.faults import NOT_UTF8, UNREADABLE_FILE, Faults
from questionnaire.spec.nodes import Node, Origin
from questionnaire.spec.parsing import parse

SHARED = "blocks"
"""The folder of blocks: beside the form, or beside the folders of forms."""

_TITLE = "# Blocks of questions that stand in files beside the form, as they were:"
_FILE, _LINE = "#= ", "#> "


class Blocks:
    """The blocks that a form may include, by name: those that its text carries, then those of folders.

    ``used`` holds the text of each that was asked for, in order.
    """

    def __init__(self, text: str, folder: Path | None) -> None:
        self._carried = carried_by(text)
        self._folders = (folder / SHARED, folder.parent / SHARED) if folder else ()
        self._read: dict[str, Node | None] = {}
        self.used: dict[str, str] = {}

    def names(self) -> frozenset[str]:
        """What may be included."""
        files = (path.stem for folder in self._folders for path in folder.glob("*.yaml"))
        return frozenset((*self._carried, *files))

    def file(self, name: str) -> Path | None:
        """Where a block is written; None where there is none. ``name`` may name a form."""
        if name in self._carried:
            return Path(SHARED, f"{name}.yaml")
        return next((path for path in (folder / f"{name}.yaml" for folder in self._folders) if path.is_file()), None)

    def content(self, name: str, origin: Origin, faults: Faults) -> Node | None:
        """What the file of a block holds; None where nothing can be said of it, which is told once."""
        if name not in self._read:
            own = Faults(origin.file, origin)
            text = self._carried[name] if name in self._carried else decoded(Path(origin.file), own)
            self._read[name] = None if text is None else parse(text, own)
            self.used[name] = text or ""
            faults.found.extend(own.found)
        return self._read[name]

    def added(self) -> str:
        """Blocks as comments at the end of a form, but those that it carries already: its hash then covers them."""
        new = {name: text for name, text in self.used.items() if name not in self._carried}
        lines = (line for name, text in new.items() for line in _written(name, text))
        return "\n".join(["", _TITLE, *lines, ""]) if new else ""


def decoded(path: Path, faults: Faults) -> str | None:
    """The text of a file; None where it cannot be read, which is said."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(NOT_UTF8)
    except OSError as error:
        faults.add(UNREADABLE_FILE, cause=error.strerror or type(error).__name__)
    return None


def _written(name: str, text: str) -> Iterator[str]:
    yield _FILE + name
    yield from (_LINE + line for line in text.splitlines())


def carried_by(text: str) -> Mapping[str, str]:
    """The blocks that the text of a form carries, by name."""
    found = {}
    for start in re.finditer(rf"^{_FILE}(?P<name>\w+)$", text, re.MULTILINE):
        lines = takewhile(lambda line: line.startswith(_LINE), text[start.end() :].removeprefix("\n").split("\n"))
        found[start["name"]] = "\n".join(line.removeprefix(_LINE) for line in lines)
    return found
