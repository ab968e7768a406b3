"""The types of files that a question may accept, by the words that authors write: a closed list."""

from collections.abc import Iterable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
"""What « Mo » means here: bytes."""

MOST_FILES = 20
"""Files that one question may ask for."""
LARGEST = 50
"""The greatest size that a question may accept for one file, in Mo."""
USUAL_SIZE = 10
"""The size accepted where the form says nothing, in Mo."""
USUAL_TYPES = ("pdf", "image")


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file: its media type, the endings of its names (the usual one first), and what people call it."""

    media_type: str
    endings: tuple[str, ...]
    label: str


JPEG = FileType("image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), "image JPEG")
PNG = FileType("image/png", ("png",), "image PNG")
PDF = FileType("application/pdf", ("pdf",), "PDF")
_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

ACCEPTS: dict[str, tuple[FileType, ...]] = {
    "pdf": (PDF,),
    "image": (JPEG, PNG),
    "document": (
        FileType(f"{_OOXML}.wordprocessingml.document", ("docx",), "document Word"),
        FileType(f"{_ODF}.text", ("odt",), "document OpenDocument"),
    ),
    "spreadsheet": (
        FileType(f"{_OOXML}.spreadsheetml.sheet", ("xlsx",), "classeur Excel"),
        FileType(f"{_ODF}.spreadsheet", ("ods",), "classeur OpenDocument"),
    ),
    "presentation": (
        FileType(f"{_OOXML}.presentationml.presentation", ("pptx",), "présentation PowerPoint"),
        FileType(f"{_ODF}.presentation", ("odp",), "présentation OpenDocument"),
    ),
}
"""Types by word. None of them runs anything: no page, no drawing in SVG, no macro."""

BY_MEDIA_TYPE = {each.media_type: each for types in ACCEPTS.values() for each in types}


@dataclass(frozen=True, slots=True)
class FileRules:
    """What one question accepts: how many files, of which types, up to how many Mo each."""

    most: int = 1
    accept: tuple[str, ...] = USUAL_TYPES
    max_size: int = USUAL_SIZE

    @property
    def types(self) -> tuple[FileType, ...]:
        """The types accepted."""
        return tuple(each for word in self.accept for each in ACCEPTS[word])

    @property
    def max_bytes(self) -> int:
        """The size of the largest file accepted, in bytes."""
        return self.max_size * MEGABYTE


def listed(types: Iterable[FileType]) -> str:
    """« PDF, image JPEG ou image PNG »."""
    *first, last = (each.label for each in types)
    return f"{', '.join(first)} ou {last}" if first else last


def size_text(size: int) -> str:
    """« 1,2 Mo », « 340 ko »: a size in bytes as people read it; no space in it breaks."""
    if size < 1024:  # noqa: PLR2004  # a kilobyte
        return f"{size}\u00a0octets" if size > 1 else f"{size}\u00a0octet"
    if size < MEGABYTE:
        return f"{size // 1024}\u00a0ko"
    return f"{size / MEGABYTE:.1f}\u00a0Mo".replace(".", ",")
