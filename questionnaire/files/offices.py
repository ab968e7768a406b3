"""Files of office software: archives told by what they declare, refused where they hold anything that runs."""

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import BY_MEDIA_TYPE, MEGABYTE, FileType

MOST_ENTRIES = 5000
MOST_UNPACKED = 300 * MEGABYTE
"""What a file may declare to hold once unpacked; nothing of it is unpacked here but its declaration."""
_DECLARATION = "[Content_Types].xml"
_LONGEST_DECLARATION = MEGABYTE
_MAIN = re.compile(r'ContentType="(application/vnd\.openxmlformats-officedocument\.[a-z.]+)\.main\+xml"')
_ACTIVE = re.compile(
    r"vbaProject|vbaData|activeX|macrosheets|embeddings/.*\.(bin|exe|js|vbs)$|^Basic/|^Scripts/",
    re.IGNORECASE,
)
_END = b"PK\x05\x06"
_END_BYTES = 22
_ENCRYPTED = 0x1


def office_type(data: bytes) -> FileType | None:
    """The type of an archive of office software, None for any other archive; raises NotAccepted."""
    # An archive that ends elsewhere than the file hides something behind it.
    if data[-_END_BYTES:-18] != _END:
        raise NotAccepted("damaged", real="archive")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _type(archive, archive.infolist())
    except NotAccepted:
        raise
    except Exception as error:  # whatever unpacking says of bytes that are no archive
        raise NotAccepted("damaged", real="archive") from error


def _type(archive: ZipFile, entries: list[ZipInfo]) -> FileType | None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise NotAccepted("damaged", real="archive")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise NotAccepted("locked")
    names = [entry.filename for entry in entries]
    media_type, active = _declared(archive, names)
    if media_type in BY_MEDIA_TYPE and (active or _holds_code(names)):
        raise NotAccepted("macros")
    return BY_MEDIA_TYPE.get(media_type)


def _declared(archive: ZipFile, names: Iterable[str]) -> tuple[str, bool]:
    """The media type that the archive declares, and whether it declares something that runs."""
    if _DECLARATION in names:
        text = _read(archive, _DECLARATION).decode()
        if "macroEnabled" in text:
            raise NotAccepted("macros")
        found = _MAIN.search(text)
        return (found[1] if found else ""), "vnd.ms-office.vbaProject" in text
    if "mimetype" in names:
        return _read(archive, "mimetype").decode().strip(), False
    return "", False


def _read(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as entry:
        return entry.read(_LONGEST_DECLARATION)


def _holds_code(names: Iterable[str]) -> bool:
    return any(_ACTIVE.search(name) for name in names)
