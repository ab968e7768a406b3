"""Files joined to a document: the answer holds what names each of them, never its content."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from questionnaire.spec.file_types import BY_MEDIA_TYPE, size_text
from questionnaire.spec.kinds.base import Atom, Kind, Labels
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.strings import cleaned, given
from questionnaire.spec.values import Answer, FileRef, Files, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

LONGEST_NAME = 120
"""Characters of the name of a file."""
_WRITTEN = re.compile(r"sha256:([0-9a-f]{64}) ([1-9][0-9]{0,9}) ([a-z]+/[a-z0-9.+-]{1,100}) (\S.{0,119})")


class FileKind(Kind):
    """One file or several, each written ``sha256:… size type name``: its content is kept beside the answers.

    Pages never post that text: it is written by whoever has just read and kept the content.
    """

    name = "file"
    control = "file"

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        lines = given([line for text in raw for line in cleaned(text).split("\n")])
        refs = [_ref(line) for line in lines]
        found = tuple({ref.sha256: ref for ref in refs if ref is not None}.values())
        if None in refs:
            return refused("\n".join(lines), "not_a_file")
        if question.files is not None and len(found) > question.files.most:
            return refused("\n".join(map(_written, found)), "too_many_files", most=question.files.most)
        return Files(found) if found else None

    def write(self, value: Value) -> Json:
        return [_written(ref) for ref in value.refs] if isinstance(value, Files) else None

    def typed(self, value: Value) -> str:
        return "\n".join(map(_written, value.refs)) if isinstance(value, Files) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return tuple(f"{ref.name} ({told(ref)})" for ref in value.refs) if isinstance(value, Files) else ()

    def atom(self, value: Value) -> Atom:
        return ", ".join(ref.name for ref in value.refs) if isinstance(value, Files) else ""


def told(ref: FileRef) -> str:
    """« PDF, 1,2 Mo »."""
    return f"{BY_MEDIA_TYPE[ref.media_type].label}, {size_text(ref.size)}"


def _ref(text: str) -> FileRef | None:
    found = _WRITTEN.fullmatch(text)
    if found is None or found[3] not in BY_MEDIA_TYPE:
        return None
    return FileRef(found[1], found[4], int(found[2]), found[3])


def _written(ref: FileRef) -> str:
    return f"sha256:{ref.sha256} {ref.size} {ref.media_type} {ref.name}"
