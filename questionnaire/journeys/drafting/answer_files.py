"""The files that a file of answers names by their paths: read, cleaned, and named as a document names them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from questionnaire.files.inspecting import receive
from questionnaire.files.refusals import NotAccepted
from questionnaire.filling import Place, Problem
from questionnaire.spec import Form
from questionnaire.spec.model import Question
from questionnaire.spec.values import Files

UNREADABLE = "Le fichier «\u00a0{name}\u00a0» ne peut pas être lu."


def with_files(form: Form, sheet: Mapping[str, Any], folder: Path) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The answers with, in place of each path from ``folder``, what names the file; and why some were refused."""
    reader = _Reader(folder)
    return reader.read(form.top_level(), sheet), tuple(reader.problems)


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []

    def read(self, questions: Iterator[Question], sheet: Mapping[str, Any]) -> dict[str, Any]:
        return self._read((Place(question, question.name) for question in questions), sheet)

    def _read(self, places: Iterable[Place], sheet: Mapping[str, Any]) -> dict[str, Any]:
        read = dict(sheet)
        for place in places:
            name = place.question.name
            value = sheet.get(name)
            if name in sheet and place.question.files is not None:
                read[name] = self._named(place.question, place.path, value)
            elif place.question.is_repeat and isinstance(value, list):
                read[name] = [self._item(place, rank, item) for rank, item in enumerate(value, start=1)]
        return read

    def _item(self, repeat: Place, rank: int, item: object) -> object:
        if not isinstance(item, Mapping):
            return item
        return self._read(repeat.inside(str(item.get("_key") or f"k{rank}")), item)

    def _named(self, question: Question, path: str, value: object) -> object:
        """What stands for the files of one answer; anything but a path, or a list of them, is left as it is."""
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            return value
        return [written for each in given for written in self._one(question, path, each)] or None

    def _one(self, question: Question, path: str, name: str) -> list[str]:
        if question.files is None or name.startswith("sha256:"):
            return [name]
        try:
            with (self._folder / name).open("rb") as stream:
                received = receive(Path(name).name, stream, question.files)
        except NotAccepted as error:
            self.problems.append(Problem(path, error.code, str(error)))
        except (OSError, ValueError):
            self.problems.append(Problem(path, "unreadable_file", UNREADABLE.format(name=name)))
        else:
            return [question.kind.typed(Files((received.ref,)))]
        return []
