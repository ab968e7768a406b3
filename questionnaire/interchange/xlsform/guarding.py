"""What a file must be before anybody reads it: small, of a known format, no archive that swells, no hidden markup."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from questionnaire.interchange.xlsform.remarks import refused

MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE
"""Bytes of a file; the largest form that we met has 200 kB."""

MOST_UNPACKED = 100 * MEGABYTE
MOST_ENTRIES = 2_000
_ENCRYPTED = 0x1
_ARCHIVE = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (".xml", ".rels")
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
_SAVE_AS = "Enregistrez-le au format Excel (.xlsx), ou OpenDocument (.ods)."


def check_content(content: bytes) -> None:
    """Raise Refused for what is no workbook, or a workbook that may harm."""
    if not content:
        raise refused("Le fichier est vide.", "Choisissez le classeur du formulaire.")
    if len(content) > LARGEST:
        raise refused(f"Le fichier dépasse {LARGEST // MEGABYTE} Mo.", "Retirez-en les images et les autres feuilles.")
    if content.startswith(_ARCHIVE):
        _check_archive(content)
    elif not content.startswith(_OLD_EXCEL):
        raise refused("Ce fichier n’est pas un classeur.", _SAVE_AS)


def _check_archive(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            swells = any(_reads_beyond(archive, entry) for entry in entries if entry.filename.endswith(_MARKUP))
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise refused("Le classeur est abîmé.", _SAVE_AS) from error
    except Exception as error:  # whatever unpacking says of bytes that are no archive
        if isinstance(error, type(refused(""))):
            raise
        raise refused("Le classeur est abîmé.", _SAVE_AS) from error
    if swells:
        raise refused("Le classeur contient des déclarations XML qui ne sont pas admises.", _SAVE_AS)


def _check_sizes(entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refused("Le classeur est protégé par un mot de passe.", "Retirez le mot de passe.")
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise refused("Le classeur est trop grand une fois décompressé.", _SAVE_AS)


def _reads_beyond(archive: ZipFile, entry: ZipInfo) -> bool:
    """Whether a part declares a document type; reading it whole also tells whether its size was true."""
    with archive.open(entry) as part:
        text = part.read(entry.file_size + 1)
    return any(mark in text for mark in _DECLARES)
