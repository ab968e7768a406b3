"""Files of every sort, made for the tests: sound, lying, spoiled, hostile."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image, PngImagePlugin

OOXML = "application/vnd.openxmlformats-officedocument"
MAINS = {
    "docx": f"{OOXML}.wordprocessingml.document.main+xml",
    "xlsx": f"{OOXML}.spreadsheetml.sheet.main+xml",
    "pptx": f"{OOXML}.presentationml.presentation.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "dotx": f"{OOXML}.wordprocessingml.template.main+xml",
}
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
SECRET = b"Chambre 12, Mme Zinnia"


def pdf(body: bytes = b"") -> bytes:
    """A PDF of one blank page."""
    parts = [
        b"%PDF-1.7\n",
        b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n",
        body,
    ]
    whole = b"".join(parts)
    places = [whole.index(b"%d 0 obj" % number) for number in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return whole + table + b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(whole)


def jpeg(size: tuple[int, int] = (40, 20), *, turned: bool = False) -> bytes:
    """A photograph with its place, its camera and a comment; ``turned`` as a phone held upright writes it."""
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    if turned:
        exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 24.0)
    kept = BytesIO()
    Image.new("RGB", size, "teal").save(kept, "JPEG", exif=exif, comment=SECRET, icc_profile=SECRET)
    return kept.getvalue()


def png(mode: str = "RGB", size: tuple[int, int] = (8, 4)) -> bytes:
    """A drawing with words hidden in it."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET.decode())
    kept = BytesIO()
    Image.new(mode, size).save(kept, "PNG", pnginfo=words)
    return kept.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is immense."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def office(ending: str, *more: str, main: str = "") -> bytes:
    """A file of office software that holds these entries ``more``."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        part = f'<Override PartName="/word/document.xml" ContentType="{main or MAINS[ending]}"/>'
        archive.writestr("[Content_Types].xml", f'<?xml version="1.0" encoding="UTF-8"?><Types>{part}</Types>')
        for name in ("word/document.xml", *more):
            archive.writestr(name, "<x/>")
    return kept.getvalue()


def opendocument(sort: str, *more: str) -> bytes:
    """A file of the OpenDocument family: ``text``, ``spreadsheet``."""
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{sort}")
        for name in ("content.xml", *more):
            archive.writestr(name, "<x/>")
    return kept.getvalue()
