"""One file that somebody brings: told by its content, checked, cleaned, named."""

from dataclasses import dataclass
from hashlib import sha256
from typing import IO

from questionnaire.files.images import redrawn
from questionnaire.files.naming import true_name
from questionnaire.files.offices import office_type
from questionnaire.files.pdfs import check_pdf
from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import JPEG, PDF, PNG, FileRules, FileType, listed
from questionnaire.spec.values import FileRef

_ADVICE = "Enregistrez l’image en JPEG ou en PNG."
_OLD_OFFICE = "Enregistrez-le dans un format récent (docx, xlsx, odt…), ou en PDF."
_OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"GIF8", _ADVICE),
    (0, b"BM", _ADVICE),
    (0, b"II*\x00", _ADVICE),
    (0, b"MM\x00*", _ADVICE),
    (8, b"WEBP", _ADVICE),
    (4, b"ftyphe", _ADVICE),
    (4, b"ftypmif1", _ADVICE),
    (4, b"ftypavif", _ADVICE),
    (0, b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (0, b"{\\rtf", _OLD_OFFICE),
)
"""Files that people take for the accepted ones: where they begin, with what, and what to do."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file ready to be kept: ``ref`` is that of ``data`` as cleaned."""

    ref: FileRef
    data: bytes


def receive(name: str, stream: IO[bytes], rules: FileRules) -> Received:
    """Read a file, no further than its question allows, and clean it; raises NotAccepted.

    Neither its name nor what the browser says of it tells its type.
    """
    data = stream.read(rules.max_bytes + 1)
    if not data:
        raise NotAccepted("empty_file")
    if len(data) > rules.max_bytes:
        raise NotAccepted("too_large", most=rules.max_size)
    real = _type(data, rules)
    kept_name = true_name(name, real)
    if real in (JPEG, PNG):
        data = redrawn(data, real)
    elif real is PDF:
        check_pdf(data)
    return Received(FileRef(sha256(data).hexdigest(), kept_name, len(data), real.media_type), data)


def _type(data: bytes, rules: FileRules) -> FileType:
    real = _told(data)
    if real in rules.types:
        return real
    for place, sign, advice in _OTHERS:
        if data.startswith(sign, place):
            raise NotAccepted("convert_first", advice=advice)
    raise NotAccepted("type_not_accepted", accepted=listed(rules.types))


def _told(data: bytes) -> FileType | None:
    """The type that the first bytes tell, None for one that no question accepts."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"%PDF-"):
        return PDF
    return office_type(data) if data.startswith(b"PK\x03\x04") else None
